// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include "models/domain/code_names.h"

namespace snowmelt {

namespace {

constexpr qsizetype textSize = 65536;

// What cannot be opened must be heard of: a glob that finds nothing says nothing. Tools are looked for in the folders
// of PATH: "command -v" of BusyBox's shell names what it was built with, which nothing else can run.
constexpr auto functionsText = R"sh(
have() {
    for folder in /usr/sbin /usr/bin /sbin /bin; do
        [ ! -x "$folder/$1" ] || return 0
    done
    return 1
}
need() {
    for tool; do
        have "$tool" || exit 127
    done
}
text() {
    for file; do
        [ -f "$file" ] || continue
        printf '\n%s:%s\n' "$nonce" "$file"
        head -c 65536 "$file"
    done
}
look_into() {
    for folder; do
        [ ! -d "$folder" ] || ls "$folder" > /dev/null
    done
}
)sh";

} // namespace

const QSet<DriftSection>& birthSections()
{
    static const QSet<DriftSection> sections{DriftSection::Packages, DriftSection::Files, DriftSection::Users,
                                             DriftSection::Groups, DriftSection::Sockets};
    return sections;
}

const QSet<DriftSection>& allSections()
{
    static const QList<DriftSection> codes = allCodes<DriftSection>();
    static const QSet<DriftSection> sections(codes.cbegin(), codes.cend());
    return sections;
}

const QList<ProbePiece>& probePieces()
{
    static const QList<ProbePiece> pieces = packagePieces() + accountPieces() + socketPieces() + systemPieces() +
                                            kernelPieces() + mountPieces() + servicePieces() + sudoersPieces() +
                                            schedulePieces() + certificatePieces() + processPieces() + filePieces();
    return pieces;
}

QByteArray pieceFunctions()
{
    return functionsText;
}

std::optional<QList<NodeText>> readNodeTexts(const QByteArray& body, const QByteArray& nonce)
{
    const QByteArray mark = QByteArray("\n").append(nonce).append(":");
    QList<NodeText> texts;
    if (!body.trimmed().isEmpty() && !body.startsWith(mark))
        return std::nullopt;
    for (qsizetype at = body.indexOf(mark); at >= 0;) {
        const qsizetype pathAt = at + mark.size();
        const qsizetype lineEnd = body.indexOf('\n', pathAt);
        const qsizetype next = body.indexOf(mark, pathAt);
        const qsizetype end = next < 0 ? body.size() : next;
        if (lineEnd < 0 || lineEnd > end)
            return std::nullopt;
        const QByteArray content = body.mid(lineEnd + 1, end - lineEnd - 1);
        if (content.size() >= textSize)
            return std::nullopt;
        texts.append({body.mid(pathAt, lineEnd - pathAt), content});
        at = next;
    }
    return texts;
}

QList<QByteArray> nonEmptyLines(const QByteArray& body)
{
    QList<QByteArray> all = body.split('\n');
    all.removeIf([](const QByteArray& line) { return line.isEmpty(); });
    return all;
}

std::optional<qint64> wholeNumber(const QByteArray& text, int base)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok, base);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

QByteArray oneSpaced(const QByteArray& text)
{
    return text.simplified();
}

QString factValue(const QByteArray& raw)
{
    return displayText(raw.left(2000));
}

QDateTime timeOf(qint64 seconds)
{
    constexpr qint64 endOfYear9999 = 253'402'300'799;
    if (seconds <= 0 || seconds > endOfYear9999)
        return {};
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace snowmelt
