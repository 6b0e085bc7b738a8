// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/scan_schedule.h"

#include <QCryptographicHash>

#include <algorithm>

namespace snowmelt {

namespace {

/// Evenly spread and the same in every run: qHash() is seeded anew by each process.
quint32 numberOf(const QString& name)
{
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    quint32 number = 0;
    for (int i = 0; i < 4; ++i)
        number = number << 8 | quint8(digest.at(i));
    return number;
}

} // namespace

qint64 ScanSchedule::offsetOf(const QString& node, qint64 within) const
{
    return within * qint64(numberOf(node)) >> 32;
}

/// The node's own moment, the first that is not before `time`.
qint64 ScanSchedule::momentAfter(const QString& node, qint64 time) const
{
    const qint64 first = m_began.value_or(0) + offsetOf(node, m_interval);
    if (time <= first)
        return first;
    const qint64 rounds = (time - first + m_interval - 1) / m_interval;
    return first + rounds * m_interval;
}

qint64 ScanSchedule::pauseAfter(int failures) const
{
    const qint64 most = std::max(longestPause, m_interval);
    qint64 pause = m_interval;
    for (int i = 0; i < failures && pause < most; ++i)
        pause *= 2;
    return std::min(pause, most);
}

void ScanSchedule::follow(const QList<ScheduledNode>& nodes, qint64 now)
{
    const bool first = !m_began && !nodes.isEmpty();
    if (first)
        m_began = now;
    QMap<QString, Entry> next;
    for (const ScheduledNode& node : nodes) {
        const auto known = m_nodes.constFind(node.name);
        if (known != m_nodes.constEnd() && known->incarnation == node.incarnation)
            next.insert(node.name, *known);
        else
            next.insert(node.name,
                        {node.incarnation, first ? now + offsetOf(node.name, std::min(m_interval, firstWithin)) : now,
                         0, false});
    }
    for (auto it = m_nodes.constBegin(); it != m_nodes.constEnd(); ++it) {
        const auto kept = next.constFind(it.key());
        const bool same = kept != next.constEnd() && kept->incarnation == it->incarnation;
        if (it->running && !same)
            m_gone.insert(QString(it.key() + u'\n' + it->incarnation));
    }
    const auto incarnation = [](const Entry& one, const Entry& other) { return one.incarnation == other.incarnation; };
    const bool same = m_nodes.keys() == next.keys() && std::ranges::equal(m_nodes, next, incarnation);
    m_revision += same ? 0 : 1;
    m_nodes = next;
}

int ScanSchedule::running(bool suspects) const
{
    return int(std::ranges::count_if(
        m_nodes, [suspects](const Entry& entry) { return entry.running && (entry.failures > 0) == suspects; }));
}

int ScanSchedule::underWay() const
{
    return running(false) + running(true) + int(m_gone.size());
}

/// Who waits longest comes first.
QStringList ScanSchedule::dueNow(qint64 now) const
{
    QList<std::pair<qint64, QString>> due;
    for (auto it = m_nodes.constBegin(); it != m_nodes.constEnd(); ++it) {
        // One that went and came back as it was is not begun beside the scan that was under way.
        const bool stillHeld = m_gone.contains(QString(it.key() + u'\n' + it->incarnation));
        if (!it->running && !stillHeld && it->due <= now)
            due.append({it->due, it.key()});
    }
    std::ranges::sort(due);
    int free = m_places - underWay();
    int forSuspects = std::max(1, m_places / 4) - running(true);
    QStringList taken;
    for (const auto& [at, name] : std::as_const(due)) {
        const bool suspect = m_nodes.value(name).failures > 0;
        if (free <= 0 || (suspect && forSuspects <= 0))
            continue;
        --free;
        forSuspects -= suspect ? 1 : 0;
        taken.append(name);
    }
    return taken;
}

bool ScanSchedule::isAnyDue(qint64 now) const
{
    return !dueNow(now).isEmpty();
}

QStringList ScanSchedule::take(qint64 now)
{
    const QStringList taken = dueNow(now);
    for (const QString& name : taken)
        m_nodes[name].running = true;
    m_revision += taken.isEmpty() ? 0 : 1;
    return taken;
}

bool ScanSchedule::ended(const ScheduledNode& node, bool scanned, qint64 now)
{
    if (m_gone.remove(QString(node.name + u'\n' + node.incarnation)))
        return false;
    const auto entry = m_nodes.find(node.name);
    if (entry == m_nodes.end() || entry->incarnation != node.incarnation || !entry->running)
        return false;
    ++m_revision;
    entry->running = false;
    entry->failures = scanned ? 0 : entry->failures + 1;
    entry->due = scanned ? momentAfter(node.name, now + m_interval / 2) : now + pauseAfter(entry->failures);
    return true;
}

void ScanSchedule::putBack(const QString& node)
{
    if (const auto entry = m_nodes.find(node); entry != m_nodes.end())
        entry->running = false;
    ++m_revision;
}

QList<ScanDue> ScanSchedule::dueAt(qint64 now, const QDateTime& wall) const
{
    QList<ScanDue> scans;
    for (auto it = m_nodes.constBegin(); it != m_nodes.constEnd(); ++it) {
        const qint64 wait = it->running ? 0 : std::max<qint64>(0, it->due - now);
        scans.append({it.key(), wall.addMSecs(wait), it->failures});
    }
    return scans;
}

} // namespace snowmelt
