// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_haproxy.h"

#include <QByteArrayList>
#include <QHash>

namespace snowmelt {
namespace {

constexpr int forcedMaint = 0x01;
constexpr int forcedDrain = 0x08;

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

const QByteArrayList statColumns{"pxname",   "svname",   "qcur",          "scur",       "stot",           "econ",
                                 "eresp",    "status",   "weight",        "rate",       "hrsp_1xx",       "hrsp_2xx",
                                 "hrsp_5xx", "rtime",    "check_status",  "check_code", "req_rate",       "srv_abrt",
                                 "last_chk", "srv_icur", "used_conn_cur", "lastchg",    "check_duration", "check_desc"};

const QByteArray help = "The following commands are valid at this level:\n"
                        "  help [<command>]                        : list matching or all commands\n"
                        "  set server <bk>/<srv> [opts]            : change a server's state, weight, address or ssl\n"
                        "  show info [desc|json|typed|float]*      : report information about the running process\n"
                        "  show servers state [<backend>]          : dump volatile server information\n"
                        "  show sess [id]                          : report the list of current sessions\n"
                        "  show stat [desc|json|no-maint|typed|up]*: report counters for each proxy and server\n";

/// As HAProxy describes its words.
QByteArray describe(const QByteArray& checkStatus)
{
    static const QHash<QByteArray, QByteArray> words{{"INI", "Initializing"},
                                                     {"L4CON", "Layer4 connection problem"},
                                                     {"L7OK", "Layer7 check passed"},
                                                     {"L7STS", "Layer7 wrong status"}};
    return words.value(checkStatus);
}

/// One line of `show stat`: what is not named is empty, as HAProxy leaves it.
QByteArray row(const QHash<QByteArray, QByteArray>& fields)
{
    QByteArray line;
    for (const QByteArray& column : statColumns)
        line += fields.value(column) + ',';
    return line + '\n';
}

} // namespace

QByteArray SimulatedHaproxy::answer(const QByteArray& line)
{
    QByteArray out;
    for (const QByteArray& command : line.split(';'))
        out += answerOne(command.simplified()) + '\n';
    return out;
}

QByteArray SimulatedHaproxy::answerOne(const QByteArray& command)
{
    if (command == "show info")
        return showInfo();
    if (command == "show servers state")
        return showServers();
    if (command == "show stat")
        return showStat();
    if (command == "show cli level")
        return "admin\n";
    if (command == "help")
        return help;
    if (command == "show sess")
        return showSessions();
    if (command.startsWith("show sess "))
        return showSession(command.mid(10));
    if (command.startsWith("set server "))
        return setServer(command.split(' '));
    return "Unknown command: '" + command + "', but maybe one of the following ones is a better match:\n";
}

QByteArray SimulatedHaproxy::setServer(const QList<QByteArray>& words)
{
    Server* server = find(words.value(2));
    if (!server)
        return "No such server.\n";
    if (words.value(3) == "state")
        return setState(*server, words.value(4));
    if (words.value(3) == "addr")
        return setAddress(*server, words);
    if (words.value(3) == "weight") {
        server->weight = words.value(4).toInt();
        return {};
    }
    return "usage: set server <backend>/<server> addr | state | weight …\n";
}

QByteArray SimulatedHaproxy::setState(Server& server, const QByteArray& state)
{
    const bool wasMaint = server.maint;
    if (state != "ready" && state != "drain" && state != "maint")
        return "'set server <srv> state' expects 'ready', 'drain' and 'maint'.\n";
    server.maint = state == "maint";
    server.drain = state == "drain";
    // Leaving maint marks a server up before its first check, and shows what the last check said until then.
    if (wasMaint && !server.maint)
        server.health = 1;
    if (wasMaint != server.maint)
        server.changedAt = m_now;
    return {};
}

QByteArray SimulatedHaproxy::setAddress(Server& server, const QList<QByteArray>& words)
{
    const QString address = QString::fromUtf8(words.value(4));
    const int port = words.value(6).toInt();
    if (address.count(u'.') != 3 || words.value(5) != "port" || port <= 0)
        return "Invalid addr '" + words.value(4) + "' by 'stats socket command'\n";
    const bool same = server.address == address && server.port == port;
    const QByteArray before = server.address.toUtf8();
    server.address = address;
    server.port = port;
    if (same)
        return "nothing changed by 'stats socket command'\n";
    return "IP changed from '" + before + "' to '" + words.value(4) + "' by 'stats socket command'\n";
}

QByteArray SimulatedHaproxy::statusOf(const Server& server)
{
    if (server.maint)
        return "MAINT";
    if (server.health == 0)
        return "DOWN";
    const QByteArray word = server.drain ? "DRAIN" : "UP";
    return server.health == 1 ? QByteArray(word + " 1/2") : word;
}

QByteArray SimulatedHaproxy::showInfo() const
{
    return "Name: HAProxy\nVersion: 2.6.12-simulated\nPid: " + number(m_pid) +
           "\nUptime_sec: " + number(m_now / 1000 - m_loadedAt / 1000) +
           "\nStart_time_sec: " + number(simulatedEpoch + m_loadedAt / 1000) + "\n";
}

QByteArray SimulatedHaproxy::showServers() const
{
    QByteArray out = "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight "
                     "srv_check_state srv_port\n";
    for (const Backend& backend : m_backends)
        for (const Server& server : backend.servers)
            out += "3 " + backend.name.toUtf8() + " 1 " + server.name.toUtf8() + ' ' + server.address.toUtf8() + ' ' +
                   (server.health > 0 && !server.maint ? "2 " : "0 ") +
                   number((server.maint ? forcedMaint : 0) + (server.drain ? forcedDrain : 0)) + ' ' +
                   number(server.weight) + (server.maint ? " 14 " : " 6 ") + number(server.port) + '\n';
    return out;
}

QByteArray SimulatedHaproxy::serverRow(const Backend& backend, const Server& server) const
{
    const QByteArray sessions = number(server.sessions.size());
    const bool answered = !server.maint && server.checkCode > 0;
    const bool ended = !server.maint && server.checkStatus != "INI";
    return row(
        {{"pxname", backend.name.toUtf8()},
         {"svname", server.name.toUtf8()},
         {"qcur", "0"},
         {"scur", sessions},
         {"stot", number(server.requests)},
         {"econ", number(server.econ)},
         {"eresp", number(server.eresp)},
         {"hrsp_1xx", number(server.answers.switched)},
         {"hrsp_2xx", number(server.answers.good)},
         {"hrsp_5xx", "0"},
         {"rtime", number(qRound64(server.answers.meanMs))},
         {"status", statusOf(server)},
         {"weight", number(server.weight)},
         {"rate", number(server.rate.perSecond(m_now))},
         {"check_status", server.maint ? QByteArray() : server.checkStatus},
         {"check_code", answered ? number(server.checkCode) : QByteArray()},
         {"last_chk", !server.maint && server.checkStatus == "L4CON" ? QByteArray("Connection refused") : QByteArray()},
         {"check_duration", ended ? QByteArray("0") : QByteArray()},
         {"check_desc", server.maint ? QByteArray() : describe(server.checkStatus)},
         {"lastchg", number(m_now / 1000 - server.changedAt / 1000)},
         {"srv_icur", "0"},
         {"used_conn_cur", sessions}});
}

QByteArray SimulatedHaproxy::showStat() const
{
    QByteArray out = "# " + statColumns.join(',') + ",\n";
    out += row({{"pxname", "entry"},
                {"svname", "FRONTEND"},
                {"stot", number(m_requests)},
                {"status", "OPEN"},
                {"req_rate", number(m_rate.perSecond(m_now))}});
    for (const Backend& backend : m_backends) {
        for (const Server& server : backend.servers)
            out += serverRow(backend, server);
        out += row({{"pxname", backend.name.toUtf8()},
                    {"svname", "BACKEND"},
                    {"stot", number(backend.requests)},
                    {"hrsp_5xx", number(backend.failed)},
                    {"rate", number(backend.rate.perSecond(m_now))},
                    {"status", "UP"}});
    }
    return out;
}

} // namespace snowmelt
