// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_haproxy.h"

#include <QStringList>

#include <algorithm>

namespace snowmelt {
namespace {

// As the production configuration has them: inter, fastinter, downinter, fall. rise is 1.
constexpr int steadyMs = 1000;
constexpr int transitionMs = 200;
constexpr int downMs = 500;
constexpr int fall = 2;

} // namespace

SimulatedHaproxy::SimulatedHaproxy(CheckTarget target, int pid, int phaseMs)
    : m_target(std::move(target)), m_pid(pid), m_phaseMs(phaseMs)
{
}

void SimulatedHaproxy::RateMeter::count(qint64 now)
{
    const qint64 thisSecond = now / 1000;
    if (thisSecond != second) {
        last = thisSecond == second + 1 ? current : 0;
        current = 0;
        second = thisSecond;
    }
    ++current;
}

int SimulatedHaproxy::RateMeter::perSecond(qint64 now) const
{
    const qint64 age = now / 1000 - second;
    return age == 0 ? std::max(last, current) : age == 1 ? current : 0;
}

void SimulatedHaproxy::advance(qint64 now)
{
    m_now = now;
    for (Backend& backend : m_backends) {
        for (Server& server : backend.servers) {
            endSessions(server, now);
            if (now >= server.nextCheck)
                check(backend, server, now);
        }
    }
}

/// In maint the timer goes on, but nothing is asked: what the last check said stays.
void SimulatedHaproxy::check(const Backend& backend, Server& server, qint64 now)
{
    if (!server.maint) {
        const std::optional<int> status = m_target(server.address, server.port, backend.healthPath);
        const bool passed = status == 200;
        server.checkStatus = passed ? "L7OK" : status ? "L7STS" : "L4CON";
        server.checkCode = status.value_or(0);
        const bool wasUp = server.health > 0;
        server.health = passed ? fall : std::max(0, server.health - 1);
        if (wasUp != (server.health > 0))
            server.changedAt = now;
    }
    const int wait = server.health == 0 ? downMs : server.health == fall || server.maint ? steadyMs : transitionMs;
    server.nextCheck = now + wait;
}

SimulatedHaproxy::Server* SimulatedHaproxy::find(const QByteArray& path)
{
    const QString text = QString::fromUtf8(path);
    for (Backend& backend : m_backends)
        for (Server& server : backend.servers)
            if (QString(backend.name + u'/' + server.name) == text)
                return &server;
    return nullptr;
}

QStringList SimulatedHaproxy::serving() const
{
    QStringList out;
    for (const Backend& backend : m_backends)
        for (const Server& server : backend.servers)
            if (server.takesTraffic())
                out << server.address;
    return out;
}

} // namespace snowmelt
