// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_haproxy.h"

#include <algorithm>

namespace snowmelt {
namespace {

constexpr qint64 meanOver = 1024;

QByteArray hex(qint64 id)
{
    return "0x" + QByteArray::number(id, 16);
}

/// The two largest units, as HAProxy prints times.
QByteArray age(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    const auto two = [](qint64 high, char highUnit, qint64 low, char lowUnit) {
        const QByteArray rest = low > 0 ? QByteArray(QByteArray::number(low) + lowUnit) : QByteArray();
        return QByteArray(QByteArray::number(high) + highUnit + rest);
    };
    if (seconds >= 86400)
        return two(seconds / 86400, 'd', seconds % 86400 / 3600, 'h');
    if (seconds >= 3600)
        return two(seconds / 3600, 'h', seconds % 3600 / 60, 'm');
    if (seconds >= 60)
        return two(seconds / 60, 'm', seconds % 60, 's');
    return QByteArray::number(seconds) + 's';
}

} // namespace

void SimulatedHaproxy::AnswerMeter::count(const Session& session)
{
    ++(session.webSocket ? switched : good);
    const double ms = session.webSocket ? 0 : static_cast<double>(session.end - session.begin);
    meanMs += (ms - meanMs) / static_cast<double>(std::min(switched + good, meanOver));
}

bool SimulatedHaproxy::request(qint64 until, bool webSocket)
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
            server.sessions << Session{m_nextSession += 0x690, m_now, until, webSocket};
            if (webSocket)
                server.answers.count(server.sessions.last());
            return true;
        }
        ++server.econ;
        break;
    }
    ++backend.failed;
    return false;
}

void SimulatedHaproxy::endSessions(Server& server, qint64 now)
{
    for (const Session& session : server.sessions)
        if (session.end <= now && !session.webSocket)
            server.answers.count(session);
    server.sessions.removeIf([now](const Session& session) { return session.end <= now; });
}

int SimulatedHaproxy::sessionsOn(const QString& address) const
{
    qsizetype count = 0;
    for (const Backend& backend : m_backends)
        for (const Server& server : backend.servers)
            count += server.address == address ? server.sessions.size() : 0;
    return static_cast<int>(count);
}

int SimulatedHaproxy::breakSessions(const QString& address)
{
    const int broken = sessionsOn(address);
    for (Backend& backend : m_backends) {
        for (Server& server : backend.servers) {
            if (server.address != address)
                continue;
            server.eresp += server.sessions.size();
            backend.failed += server.sessions.size();
            server.sessions.clear();
        }
    }
    return broken;
}

/// As in HAProxy, the question itself is a session too.
QByteArray SimulatedHaproxy::showSessions() const
{
    const QByteArray tail = " calls=1 rate=0 cpu=0 lat=0 rq[f=8c48000h,i=0,an=00h,rx=4m59s,wx=,ax=] "
                            "rp[f=88048000h,i=0,an=00h,rx=4m59s,wx=,ax=] scf=[8,0h,fd=12] scb=[8,11h,fd=13] exp=1s "
                            "rc=0 c_exp=\n";
    QByteArray out;
    for (const Backend& backend : m_backends)
        for (const Server& server : backend.servers)
            for (const Session& session : server.sessions)
                out += hex(session.id) + ": proto=tcpv4 src=10.0.0.1:54438 fe=entry be=" + backend.name.toUtf8() +
                       " srv=" + server.name.toUtf8() + " ts=00 epoch=0 age=" + age(m_now - session.begin) + tail;
    return out + "0x7f5c00000690: proto=unix_stream src=unix:1 fe=GLOBAL be=<NONE> srv=<none> ts=00 epoch=0 age=0s" +
           tail;
}

QByteArray SimulatedHaproxy::showSession(const QByteArray& id) const
{
    for (const Backend& backend : m_backends) {
        for (const Server& server : backend.servers) {
            for (const Session& session : server.sessions) {
                if (hex(session.id) != id)
                    continue;
                const QByteArray states = session.webSocket
                                              ? "status=101 req.st=MSG_TUNNEL rsp.st=MSG_TUNNEL req.f=0xcc"
                                              : "status=-1 req.st=MSG_DONE rsp.st=MSG_RPBEFORE req.f=0x4c";
                return id + ": [01/Jan/2026:00:00:00.000000] id=0 proto=tcpv4 source=10.0.0.1:54438\n" +
                       "  frontend=entry (id=2 mode=http), listener=? (id=1) addr=127.0.0.1:8080\n" +
                       "  backend=" + backend.name.toUtf8() + " (id=3 mode=http) addr=127.0.0.1:33262\n" +
                       "  server=" + server.name.toUtf8() + " (id=1) addr=" + server.address.toUtf8() + ':' +
                       QByteArray::number(server.port) + '\n' +
                       "  task=0x558aaa7a04a0 (state=0x00 nice=0 calls=3 rate=0 exp=1s tmask=0x1 age=" +
                       age(m_now - session.begin) + ")\n" + "  txn=0x558aaa7a1a40 flags=0x8000 meth=1 " + states +
                       " rsp.f=0xcc\n";
            }
        }
    }
    return "Session not found.\n";
}

} // namespace snowmelt
