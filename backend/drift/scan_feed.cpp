// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_feed.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// A node that is born again has another birth; one that starts again was not there in between.
ScheduledNode scheduled(const QString& name, const QDateTime& bornAt, const Digest& digest)
{
    return {name, QString::number(bornAt.toMSecsSinceEpoch()) + u' ' + digest.text()};
}

} // namespace

struct ScanFeed::Shared
{
    Hooks hooks;
    ScanSchedule schedule;
    bool over = false;
};

ScanFeed::ScanFeed(std::chrono::milliseconds interval, Hooks hooks)
    : m_shared(std::make_shared<Shared>(Shared{std::move(hooks), ScanSchedule(interval.count())}))
{
}

void ScanFeed::follow(const FleetState& fleet)
{
    QList<ScheduledNode> running;
    for (const NodeState* node : fleet.allNodes()) {
        if (node->lifecycle == Lifecycle::Running)
            running.append(scheduled(node->name, node->bornAt, node->digest));
    }
    m_shared->schedule.follow(running, m_shared->hooks.now());
}

bool ScanFeed::isAnyDue() const
{
    return m_shared->schedule.isAnyDue(m_shared->hooks.now());
}

void ScanFeed::begin(const QList<NodeFacts>& nodes)
{
    std::erase_if(m_scans, [](const QCoro::Task<>& scan) { return scan.isReady(); });
    const QStringList due = m_shared->schedule.take(m_shared->hooks.now());
    for (const QString& name : due) {
        const auto found = std::ranges::find(nodes, name, &NodeFacts::name);
        if (found != nodes.end() && found->lifecycle == Lifecycle::Running)
            m_scans.push_back(scanOne(m_shared, *found));
        else
            m_shared->schedule.putBack(name);
    }
}

QCoro::Task<> ScanFeed::scanOne(std::shared_ptr<Shared> shared, NodeFacts node)
{
    Task<DriftReport> scanning = shared->hooks.scan(node);
    const Result<DriftReport> found = co_await scanning;
    bool there = !found.cancelled() && !shared->over;
    if (found.failed() && there) {
        Task<bool> asking = shared->hooks.isStillThere(node);
        const Result<bool> answer = co_await asking;
        there = !shared->over && (answer.ok() ? *answer : !answer.cancelled());
    }
    const bool counts =
        shared->schedule.ended(scheduled(node.name, node.birth.bornAt, node.digest), found.ok(), shared->hooks.now());
    if (!there || !counts || shared->over)
        co_return;
    if (found)
        shared->hooks.scanned(*found);
    else
        shared->hooks.unseen(node.name, found.error());
}

QCoro::Task<> ScanFeed::end()
{
    m_shared->over = true;
    for (QCoro::Task<>& scan : m_scans)
        co_await scan;
    m_scans.clear();
}

const ScanSchedule& ScanFeed::schedule() const
{
    return m_shared->schedule;
}

} // namespace snowmelt
