// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_reading.h"

#include "backend/balancer/haproxy/haproxy_answers.h"
#include "backend/balancer/haproxy/haproxy_check.h"
#include "backend/balancer/haproxy/haproxy_config.h"

namespace snowmelt {
namespace {

constexpr int adminDrain = 0x08 | 0x10; ///< SRV_ADMF_FDRAIN, SRV_ADMF_IDRAIN (management guide, show servers state)
constexpr int checkRunning = 0x01;      ///< CHK_ST_INPROGRESS

struct ServerRow
{
    QString address;
    int port = 0;
    int admin = 0;
    int weight = 0;
};

QString slotKey(const QByteArray& group, const QByteArray& slot)
{
    return QString::fromUtf8(group) + u'/' + QString::fromUtf8(slot);
}

QHash<QString, ServerRow> serverRows(const AnswerTable& table)
{
    QHash<QString, ServerRow> rows;
    for (qsizetype i = 0; i < table.size(); ++i) {
        ServerRow row;
        row.address = QString::fromUtf8(table.text(i, "srv_addr"));
        row.port = static_cast<int>(table.number(i, "srv_port"));
        row.admin = static_cast<int>(table.number(i, "srv_admin_state"));
        row.weight = static_cast<int>(table.number(i, "srv_uweight"));
        rows.insert(slotKey(table.text(i, "be_name"), table.text(i, "srv_name")), row);
    }
    return rows;
}

bool isFree(const ServerRow& row)
{
    return row.address == freeSlotAddress && row.port == freeSlotPort;
}

SlotMode modeOf(const ServerRow& row, const QByteArray& status)
{
    if (status.startsWith("MAINT"))
        return isFree(row) ? SlotMode::Free : SlotMode::Maint;
    if ((row.admin & adminDrain) != 0 || row.weight == 0)
        return SlotMode::Drain;
    return SlotMode::Ready;
}

QString checkReason(const AnswerTable& stat, qsizetype i)
{
    QString reason = QString::fromUtf8(haproxy::checkStatus(stat, i));
    if (const QByteArray code = stat.text(i, "check_code"); code.toInt() > 0)
        reason += u'/' + QString::fromUtf8(code);
    if (const QByteArray text = stat.text(i, "last_chk"); !text.isEmpty())
        reason += u' ' + QString::fromUtf8(text);
    return reason;
}

/// rtime, the time to the answer's head: ttime also holds the whole life of a WebSocket and the wait for a slow client.
/// Both say 0 until something was answered, which is when the first of the hrsp columns counts.
int meanMs(const AnswerTable& stat, qsizetype i)
{
    static const QList<QByteArray> answers{"hrsp_1xx", "hrsp_2xx", "hrsp_3xx", "hrsp_4xx", "hrsp_5xx"};
    const bool answered =
        std::any_of(answers.begin(), answers.end(), [&](const QByteArray& name) { return stat.number(i, name) > 0; });
    return answered && !stat.text(i, "rtime").isEmpty() ? static_cast<int>(stat.number(i, "rtime")) : -1;
}

void fillCounters(SlotState& slot, const AnswerTable& stat, qsizetype i)
{
    slot.sessions = static_cast<int>(stat.number(i, "scur"));
    slot.queued = static_cast<int>(stat.number(i, "qcur"));
    slot.idleConnections = static_cast<int>(stat.number(i, "srv_icur"));
    slot.usedConnections = static_cast<int>(stat.number(i, "used_conn_cur"));
    slot.requestRate = static_cast<double>(stat.number(i, "rate"));
    slot.requests = stat.number(i, "stot");
    // A server's own row counts a failure once: hrsp_5xx holds only answers the server gave, eresp has srv_abrt in it.
    slot.failed = stat.number(i, "econ") + stat.number(i, "eresp") + stat.number(i, "hrsp_5xx");
    slot.meanMs = meanMs(stat, i);
}

SlotState slotState(const AnswerTable& stat, qsizetype i, const ServerRow& row, const QDateTime& now)
{
    const QByteArray status = stat.text(i, "status");
    SlotState slot;
    slot.name = QString::fromUtf8(stat.text(i, "svname"));
    slot.mode = modeOf(row, status);
    if (slot.mode != SlotMode::Free) {
        slot.address = row.address;
        slot.port = row.port;
    }
    // Exactly "UP" or "DRAIN": "UP 1/2" is a server that left maint and has not passed a check since.
    slot.checkPassed = (status == "UP" || status == "DRAIN") && haproxy::checkStatus(stat, i) == "L7OK";
    slot.up = slot.mode == SlotMode::Ready && status.startsWith("UP");
    slot.checkReason = checkReason(stat, i);
    slot.weight = row.weight;
    slot.check = haproxy::checkOf(stat, i, now);
    fillCounters(slot, stat, i);
    return slot;
}

/// Here hrsp_5xx also counts what HAProxy answered itself (502, 503, 504), so econ and eresp are in it already, but for
/// answers cut off in the middle: srv_abrt.
void fillBackend(BackendState& backend, const AnswerTable& stat, qsizetype i)
{
    backend.requestRate = static_cast<double>(stat.number(i, "rate"));
    backend.requests = stat.number(i, "stot");
    backend.failed = stat.number(i, "hrsp_5xx") + stat.number(i, "srv_abrt");
    backend.queued = static_cast<int>(stat.number(i, "qcur"));
}

BackendState& backendOf(BalancerReading& reading, const QString& group)
{
    for (BackendState& backend : reading.backends)
        if (backend.group == group)
            return backend;
    reading.backends << BackendState{group, {}, 0, 0, 0, 0};
    return reading.backends.last();
}

void takeRow(BalancerReading& reading, const AnswerTable& stat, qsizetype i, const QHash<QString, ServerRow>& servers)
{
    const QByteArray server = stat.text(i, "svname");
    if (server == "FRONTEND") {
        reading.requestRate += static_cast<double>(stat.number(i, "req_rate"));
        return;
    }
    const QByteArray group = stat.text(i, "pxname");
    BackendState& backend = backendOf(reading, QString::fromUtf8(group));
    if (server == "BACKEND")
        fillBackend(backend, stat, i);
    else
        backend.slots_ << slotState(stat, i, servers.value(slotKey(group, server)), reading.at);
}

/// Older than 2.6, or a cut answer: there are no times then, and nothing is dated.
void takeTimes(BalancerReading& reading, const QHash<QByteArray, QByteArray>& info)
{
    const qint64 started = info.value("Start_time_sec").toLongLong();
    if (started <= 0 || !info.contains("Uptime_sec"))
        return;
    reading.startedAt = QDateTime::fromSecsSinceEpoch(started, Qt::UTC);
    reading.at = reading.startedAt.addSecs(info.value("Uptime_sec").toLongLong());
}

bool complete(const AnswerTable& stat, const AnswerTable& servers)
{
    static const QList<QByteArray> needed{"pxname", "svname", "status", "check_status", "scur",     "qcur",
                                          "stot",   "econ",   "eresp",  "hrsp_5xx",     "srv_icur", "used_conn_cur"};
    return std::all_of(needed.begin(), needed.end(), [&](const QByteArray& name) { return stat.has(name); }) &&
           servers.has("srv_admin_state") && servers.has("srv_port") && servers.has("srv_uweight");
}

} // namespace

std::optional<BalancerReading> parseHaproxyReading(const HaproxyAnswers& answers)
{
    const AnswerTable stat = AnswerTable::parse(answers.stat, ',');
    const AnswerTable servers = AnswerTable::parse(answers.servers, ' ');
    const QHash<QByteArray, QByteArray> info = parseInfo(answers.info);
    if (!complete(stat, servers) || !info.contains("Pid"))
        return std::nullopt;
    BalancerReading reading;
    reading.version = QString::fromUtf8(info.value("Version")).section(u'-', 0, 0);
    reading.pid = info.value("Pid").toInt();
    takeTimes(reading, info);
    const QHash<QString, ServerRow> rows = serverRows(servers);
    for (qsizetype i = 0; i < stat.size(); ++i)
        takeRow(reading, stat, i, rows);
    return reading;
}

bool checkInFlight(const QByteArray& servers, const QString& group, const QString& slot)
{
    const AnswerTable table = AnswerTable::parse(servers, ' ');
    for (qsizetype i = 0; i < table.size(); ++i)
        if (table.text(i, "be_name") == group.toUtf8() && table.text(i, "srv_name") == slot.toUtf8())
            return (table.number(i, "srv_check_state") & checkRunning) != 0;
    return false;
}

} // namespace snowmelt
