// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/scheduled_scans.h"

#include "backend/services/drift_telling.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/scan_work.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Shorter than for a scan somebody waits for: who hangs holds one of few places.
constexpr std::chrono::minutes scanLimit{15};
/// A list of 500 nodes is not told with each of their scans.
constexpr qint64 tellEvery = 5000;
/// A clock on the wall that was set by so much shows other times of the same moments.
constexpr qint64 clockJump = 2000;

using FleetPtr = std::shared_ptr<const FleetAccess>;

/// In a deployment nodes come and go, and one that leaves breaks off what is asked of it.
Task<bool> isStillThere(FleetPtr fleet, NodeFacts node, CallContext context)
{
    const Result<QList<NodeFacts>> nodes = co_await listNodes(fleet, context);
    if (!nodes)
        co_return nodes.as<bool>();
    const auto found = std::ranges::find(*nodes, node.name, &NodeFacts::name);
    co_return found != nodes->end() && found->birth.bornAt == node.birth.bornAt &&
        found->lifecycle == Lifecycle::Running;
}

QStringList failing(const QList<ScanDue>& scans)
{
    QStringList names;
    for (const ScanDue& scan : scans) {
        if (scan.failures > 0)
            names.append(scan.node + u' ' + QString::number(scan.failures));
    }
    return names;
}

} // namespace

ScheduledScans::ScheduledScans(OperationPtr operation, int seconds)
    : m_operation(std::move(operation)), m_seconds(seconds)
{
    m_clock.start();
}

void ScheduledScans::begin(const FleetPtr& fleet)
{
    m_fleet = fleet;
    m_toldRevision = -1;
    m_cancel = CancelSource();
    const OperationPtr operation = m_operation;
    const CallContext context{m_cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)};
    ScanFeed::Hooks hooks;
    hooks.now = [this] { return m_clock.elapsed(); };
    hooks.scan = [operation, fleet, context](const NodeFacts& node) {
        return scanAlone(operation, fleet, node, context.within(scanLimit));
    };
    hooks.isStillThere = [fleet, context](const NodeFacts& node) { return isStillThere(fleet, node, context); };
    hooks.scanned = [operation](const DriftReport& report) { tellReport(*operation, report); };
    hooks.unseen = [operation](const QString& node, const Error& error) { operation->say(NodeUnseen{node, error}); };
    m_feed = std::make_unique<ScanFeed>(std::chrono::seconds(m_seconds), std::move(hooks));
}

QCoro::Task<> ScheduledScans::follow(FleetPtr fleet, FleetState seen)
{
    if (m_seconds <= 0)
        co_return;
    if (fleet != m_fleet) {
        co_await stop();
        begin(fleet);
    }
    m_feed->follow(seen);
    if (m_feed->isAnyDue()) {
        const Result<QList<NodeFacts>> nodes = co_await listNodes(m_operation, fleet);
        if (nodes)
            m_feed->begin(*nodes);
    }
    tellDue();
}

void ScheduledScans::tellDue()
{
    const qint64 now = m_clock.elapsed();
    const QDateTime wall = QDateTime::currentDateTimeUtc();
    const qint64 offset = wall.toMSecsSinceEpoch() - now;
    const int revision = m_feed->schedule().revision();
    const bool jumped = std::abs(offset - m_toldOffset) > clockJump;
    if (revision == m_toldRevision && !jumped)
        return;
    const QList<ScanDue> scans = m_feed->schedule().dueAt(now, wall);
    const QStringList failingNow = failing(scans);
    if (m_toldRevision >= 0 && !jumped && failingNow == m_toldFailing && now - m_toldAt < tellEvery)
        return;
    m_toldRevision = revision;
    m_toldAt = now;
    m_toldOffset = offset;
    m_toldFailing = failingNow;
    m_operation->say(ScansDue{scans});
}

QCoro::Task<> ScheduledScans::stop()
{
    if (!m_feed)
        co_return;
    QCoro::Task<> ending = m_feed->end();
    m_cancel.cancel();
    co_await ending;
    m_feed.reset();
    m_fleet.reset();
    m_operation->say(ScansDue{});
}

} // namespace snowmelt
