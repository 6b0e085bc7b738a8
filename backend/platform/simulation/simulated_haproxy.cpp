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
            server.sessionEnds.removeIf([now](qint64 end) { return end <= now; });
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
        server.health = passed ? fall : std::max(0, server.health - 1);
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

bool SimulatedHaproxy::request(qint64 until)
{
    ++m_requests;
    m_rate.count(m_now);
    if (m_backends.isEmpty())
        return false;
    Backend& backend = m_backends.first();
    ++backend.requests;
    backend.rate.count(m_now);
    for (qsizetype i = 0; i < backend.servers.size(); ++i) {
        Server& server = backend.servers[(backend.turn + i) % backend.servers.size()];
        if (!server.takesTraffic())
            continue;
        backend.turn = (backend.turn + i + 1) % backend.servers.size();
        ++server.requests;
        server.rate.count(m_now);
        if (m_target(server.address, server.port, QString())) {
            server.sessionEnds << until;
            return true;
        }
        ++server.econ;
        break;
    }
    ++backend.failed;
    return false;
}

int SimulatedHaproxy::sessionsOn(const QString& address) const
{
    qsizetype count = 0;
    for (const Backend& backend : m_backends)
        for (const Server& server : backend.servers)
            count += server.address == address ? server.sessionEnds.size() : 0;
    return static_cast<int>(count);
}

int SimulatedHaproxy::breakSessions(const QString& address)
{
    const int broken = sessionsOn(address);
    for (Backend& backend : m_backends) {
        for (Server& server : backend.servers) {
            if (server.address != address)
                continue;
            server.eresp += server.sessionEnds.size();
            backend.failed += server.sessionEnds.size();
            server.sessionEnds.clear();
        }
    }
    return broken;
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
