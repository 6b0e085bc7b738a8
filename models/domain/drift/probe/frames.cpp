// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/frames.h"

#include <QSet>

namespace snowmelt {

QMap<QByteArray, ProbeFrame> readFrames(const QByteArray& stream, const QByteArray& nonce)
{
    QMap<QByteArray, ProbeFrame> frames;
    QSet<QByteArray> begun;
    const QByteArray beginMark = QByteArray("\n").append(nonce).append(" begin ");
    qsizetype at = 0;
    while ((at = stream.indexOf(beginMark, at)) >= 0) {
        const qsizetype nameAt = at + beginMark.size();
        const qsizetype nameEnd = stream.indexOf('\n', nameAt);
        if (nameEnd < 0)
            break;
        const QByteArray name = stream.mid(nameAt, nameEnd - nameAt);
        const QByteArray endMark = QByteArray("\n").append(nonce).append(" end ").append(name).append(' ');
        // The body may be empty: then the newline of the begin mark is followed by the one of the end mark.
        const qsizetype end = stream.indexOf(endMark, nameEnd);
        const qsizetype lineEnd = end < 0 ? -1 : stream.indexOf('\n', end + 1);
        if (begun.contains(name)) {
            frames.remove(name);
        } else if (lineEnd >= 0) {
            const QByteArray told = stream.mid(end + endMark.size(), lineEnd - end - endMark.size());
            bool isNumber = false;
            const int status = told.toInt(&isNumber);
            if (isNumber && told == QByteArray::number(status))
                frames.insert(name, {stream.mid(nameEnd + 1, qMax<qsizetype>(end - nameEnd - 1, 0)), status});
        }
        begun.insert(name);
        at = nameEnd;
    }
    return frames;
}

QByteArray frameFunctions(const QByteArray& nonce)
{
    QByteArray text = R"sh(begin() { printf '\nNONCE begin %s\n' "$1"; printf '\nNONCE begin %s\n' "$1" >&2; }
end() {
    status=$?
    printf '\nNONCE end %s %s\n' "$1" "$status"
    printf '\nNONCE end %s %s\n' "$1" "$status" >&2
}
)sh";
    return text.replace("NONCE", nonce);
}

QByteArray shellQuoted(const QByteArray& text)
{
    QByteArray quoted = text;
    return quoted.replace('\'', "'\\''").prepend('\'').append('\'');
}

} // namespace snowmelt
