// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_line.h"

#include <algorithm>

namespace snowmelt {

namespace {

QString plain(const QByteArray& field)
{
    QString text = QString::fromUtf8(field);
    text.replace(QStringLiteral("%!(PACKER_COMMA)"), QStringLiteral(","));
    text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    return text.replace(QStringLiteral("\\r"), QStringLiteral("\r"));
}

bool isTime(const QByteArray& field)
{
    return !field.isEmpty() && std::all_of(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isWord(const QByteArray& field)
{
    return !field.isEmpty() &&
           std::all_of(field.begin(), field.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

} // namespace

std::optional<PackerLine> parsePackerLine(const QByteArray& line)
{
    const QList<QByteArray> fields = line.split(',');
    if (fields.size() < 3 || !isTime(fields[0]) || !isWord(fields[2]))
        return std::nullopt;
    PackerLine parsed{plain(fields[1]), QString::fromLatin1(fields[2]), {}};
    for (qsizetype i = 3; i < fields.size(); ++i)
        parsed.data.append(plain(fields[i]));
    return parsed;
}

} // namespace snowmelt
