// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_haproxy.h"

namespace snowmelt {
namespace {

QList<QByteArray> wordsOf(const QByteArray& line)
{
    return line.simplified().split(' ');
}

bool addressed(const QByteArray& target)
{
    const int port = target.mid(target.lastIndexOf(':') + 1).toInt();
    return target.contains(':') && port > 0 && port <= 65535;
}

} // namespace

std::optional<QByteArray> SimulatedHaproxy::complaint(const QByteArray& text)
{
    int number = 0;
    for (const QByteArray& line : text.split('\n')) {
        ++number;
        const QList<QByteArray> words = wordsOf(line);
        if (words.first() == "server" && (words.size() < 3 || !addressed(words.at(2))))
            return "[ALERT] config : parsing [" + QByteArray::number(number) +
                   "] : 'server' expects <name> and <addr>[:<port>] as arguments.";
    }
    if (listenPort(text) == 0)
        return QByteArray("[ALERT] config : no <listen> line. Nothing to do !");
    return std::nullopt;
}

int SimulatedHaproxy::listenPort(const QByteArray& text)
{
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> words = wordsOf(line);
        if (words.first() == "bind" && words.size() > 1)
            return words.at(1).mid(words.at(1).lastIndexOf(':') + 1).toInt();
    }
    return 0;
}

void SimulatedHaproxy::load(const QByteArray& text, qint64 now)
{
    m_backends.clear();
    m_now = m_loadedAt = now;
    m_requests = 0;
    m_rate = {};
    ++m_pid;
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> words = wordsOf(line);
        if (words.first() == "backend" && words.size() > 1)
            m_backends << Backend{QString::fromUtf8(words.at(1)), {}, {}, 0, {}, 0, 0};
        if (m_backends.isEmpty())
            continue;
        if (line.simplified().startsWith("option httpchk GET "))
            m_backends.last().healthPath = QString::fromUtf8(words.value(3));
        if (words.first() != "server" || words.size() < 3)
            continue;
        Server server;
        server.name = QString::fromUtf8(words.at(1));
        const qsizetype colon = words.at(2).lastIndexOf(':');
        server.address = QString::fromUtf8(words.at(2).left(colon));
        server.port = words.at(2).mid(colon + 1).toInt();
        server.maint = words.contains("disabled");
        if (const qsizetype weight = words.indexOf("weight"); weight > 0)
            server.weight = words.value(weight + 1).toInt();
        server.changedAt = now;
        server.nextCheck = now + (m_phaseMs * (m_backends.last().servers.size() + 1)) % 1000;
        m_backends.last().servers << server;
    }
}

} // namespace snowmelt
