// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_sessions.h"

#include <algorithm>
#include <limits>

namespace snowmelt {
namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

std::optional<qint64> unitSeconds(char unit)
{
    switch (unit) {
    case 's':
        return 1;
    case 'm':
        return minute;
    case 'h':
        return hour;
    case 'd':
        return day;
    default:
        return std::nullopt;
    }
}

/// What follows "name=" up to the next blank.
QByteArray field(const QByteArray& line, const QByteArray& name)
{
    const qsizetype at = line.indexOf(QByteArray(' ' + name + '='));
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 2;
    const qsizetype end = line.indexOf(' ', begin);
    return line.mid(begin, end < 0 ? -1 : end - begin);
}

} // namespace

std::optional<int> ageSeconds(const QByteArray& text)
{
    qint64 total = 0;
    qint64 number = -1;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            number = std::max<qint64>(number, 0) * 10 + (c - '0');
            continue;
        }
        const std::optional<qint64> unit = unitSeconds(c);
        if (!unit || number < 0)
            return std::nullopt;
        total += number * *unit;
        number = -1;
    }
    if (text.isEmpty() || number >= 0 || total > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(total);
}

QList<ListedSession> parseSessions(const QByteArray& answer, const QString& group)
{
    QList<ListedSession> sessions;
    for (const QByteArray& line : answer.split('\n')) {
        const QByteArray slot = field(line, "srv");
        if (field(line, "be") != group.toUtf8() || slot.isEmpty() || slot == "<none>")
            continue;
        const int age = ageSeconds(field(line, "age")).value_or(0);
        sessions << ListedSession{line.left(line.indexOf(':')), {QString::fromUtf8(slot), age, false}};
    }
    std::stable_sort(sessions.begin(), sessions.end(), [](const ListedSession& a, const ListedSession& b) {
        return a.session.seconds > b.session.seconds;
    });
    return sessions;
}

bool upgradedSession(const QByteArray& answer, const QString& slot)
{
    const QByteArray server = "\n  server=" + slot.toUtf8() + ' ';
    return answer.contains(server) && answer.contains(" rsp.st=MSG_TUNNEL ");
}

} // namespace snowmelt
