// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

namespace snowmelt {

namespace {

constexpr auto systemText = R"sh(
need head
if [ -e /etc/os-release ]; then
    text /etc/os-release
else
    text /usr/lib/os-release
fi
text /etc/debian_version /etc/redhat-release /etc/alpine-release
)sh";

// NAME="value", as a shell would take it; os-release(5).
QByteArray assigned(const QByteArray& line)
{
    QByteArray value = line.mid(line.indexOf('=') + 1).trimmed();
    const bool quoted =
        value.size() >= 2 && (value.startsWith('"') || value.startsWith('\'')) && value.back() == value.front();
    if (!quoted)
        return value;
    value = value.mid(1, value.size() - 2);
    QByteArray plain;
    for (qsizetype at = 0; at < value.size(); ++at) {
        if (value.at(at) == '\\' && at + 1 < value.size())
            ++at;
        plain += value.at(at);
    }
    return plain;
}

void readRelease(const QByteArray& content, FactRow& row)
{
    static const QMap<QByteArray, QString> names{{"ID", QStringLiteral("id")},
                                                 {"VERSION_ID", QStringLiteral("version")},
                                                 {"VERSION_CODENAME", QStringLiteral("codename")},
                                                 {"PRETTY_NAME", QStringLiteral("name")}};
    for (const QByteArray& line : nonEmptyLines(content)) {
        const QString field = names.value(line.left(line.indexOf('=')).trimmed());
        if (!field.isEmpty())
            row.fields.insert(field, factValue(assigned(line)));
    }
}

QString readSystem(const QByteArray& body, ProbeFacts& facts)
{
    const auto texts = readNodeTexts(body, facts.nonce);
    if (!texts)
        return nonsense();
    FactRow row;
    for (const NodeText& text : *texts) {
        if (text.path.endsWith("/os-release"))
            readRelease(text.content, row);
        else
            row.fields.insert(QStringLiteral("release"), factValue(text.content.split('\n').first().trimmed()));
    }
    FactTable& table = facts.tables[DriftSection::System];
    if (!row.fields.isEmpty())
        table.insert("os", row);
    return {};
}

} // namespace

QList<ProbePiece> systemPieces()
{
    return {{"system", DriftSection::System, ProbePiece::Quick, systemText, readSystem}};
}

} // namespace snowmelt
