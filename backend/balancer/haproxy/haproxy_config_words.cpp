// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_config_words.h"

namespace snowmelt {

QStringList configWords(const QByteArray& line)
{
    QStringList out;
    QByteArray current;
    const auto flush = [&] {
        if (!current.isEmpty())
            out << QString::fromUtf8(current);
        current.clear();
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line.at(i);
        if (c == '\\' && i + 1 < line.size())
            current += line.at(++i);
        else if (c == '#')
            break;
        else if (c == ' ' || c == '\t' || c == '\r')
            flush();
        else
            current += c;
    }
    flush();
    return out;
}

bool beginsSection(const QString& keyword)
{
    static const QStringList sections{
        QStringLiteral("global"), QStringLiteral("defaults"), QStringLiteral("frontend"),  QStringLiteral("backend"),
        QStringLiteral("listen"), QStringLiteral("peers"),    QStringLiteral("resolvers"), QStringLiteral("userlist")};
    return sections.contains(keyword);
}

} // namespace snowmelt
