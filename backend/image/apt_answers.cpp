// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/apt_answers.h"

#include "backend/image/debian_paragraph.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace snowmelt {

namespace {

QList<QByteArray> paragraphsOf(const QByteArray& text)
{
    QList<QByteArray> paragraphs;
    QByteArray current;
    for (const QByteArray& line : text.split('\n')) {
        if (!line.trimmed().isEmpty()) {
            current += line + '\n';
            continue;
        }
        if (!current.isEmpty())
            paragraphs.append(current);
        current.clear();
    }
    if (!current.isEmpty())
        paragraphs.append(current);
    return paragraphs;
}

/// One package may be there for several architectures, unless it is for all of them.
QByteArray keyOf(const DebianParagraph& fields)
{
    return fields["Package"] + ':' + fields["Architecture"];
}

QSet<QString> requiredAmong(const QByteArray& shown)
{
    QSet<QString> required;
    for (const QByteArray& text : paragraphsOf(shown)) {
        const DebianParagraph fields = parseParagraph(text);
        if (fields["Priority"] == "required")
            required.insert(QString::fromUtf8(keyOf(fields)));
    }
    return required;
}

std::optional<LockedDeb> debFrom(const QString& line)
{
    static const QRegularExpression form(
        QStringLiteral("^'([^']+)' ([^_\\s]+)_([^_\\s]+)_([a-z0-9-]+)\\.deb ([0-9]+) SHA256:([0-9a-f]{64})$"));
    const auto match = form.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    LockedDeb deb;
    deb.uri = withoutCredentials(match.captured(1).replace(u' ', QStringLiteral("%20")));
    deb.name = match.captured(2);
    deb.version = match.captured(3).replace(QStringLiteral("%3a"), QStringLiteral(":"));
    deb.architecture = match.captured(4);
    deb.size = match.captured(5).toLongLong();
    deb.sha256 = *Digest::parse(match.captured(6));
    return deb;
}

} // namespace

std::optional<QList<LockedDeb>> debsFrom(const QByteArray& uris, const QByteArray& shown)
{
    const QSet<QString> required = requiredAmong(shown);
    QList<LockedDeb> debs;
    for (const QString& line : QString::fromUtf8(uris).split(u'\n', Qt::SkipEmptyParts)) {
        auto deb = debFrom(line);
        if (!deb)
            return std::nullopt;
        deb->required = required.contains(deb->key());
        debs.append(*deb);
    }
    return debs;
}

QByteArray statusAfter(const QByteArray& before, const QByteArray& shown)
{
    QMap<QByteArray, QByteArray> installed;
    for (const QByteArray& paragraph : paragraphsOf(before))
        installed[keyOf(parseParagraph(paragraph))] = paragraph;
    for (const QByteArray& paragraph : paragraphsOf(shown)) {
        const qsizetype end = paragraph.indexOf('\n') + 1;
        installed[keyOf(parseParagraph(paragraph))] =
            paragraph.left(end) + "Status: install ok installed\n" + paragraph.mid(end);
    }
    QByteArray status;
    for (const QByteArray& paragraph : installed)
        status += paragraph + '\n';
    return status;
}

} // namespace snowmelt
