// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/layout_worker.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// To untangle a link, and to find its way past what stands between its ends, takes as long as so many boxes: hundreds
/// of groups of a few nodes are a large fleet.
constexpr qsizetype boxesPerLink = 25;

qsizetype boxesOf(const Blueprint& blueprint, const FleetState& fleet)
{
    qsizetype nodes = fleet.balancers.size() + fleet.databases.size();
    for (const GroupState& group : fleet.groups)
        nodes += group.nodes.size() + 1;
    qsizetype wanted = 0;
    for (const Group& group : blueprint.groups)
        wanted += group.size + 1;
    return std::max(nodes, wanted);
}

qsizetype linksOf(const Blueprint& blueprint, const FleetState& fleet)
{
    qsizetype served = 0;
    for (const BalancerState& balancer : fleet.balancers)
        served += balancer.serves.size();
    qsizetype declared = 0;
    for (const Balancer& balancer : blueprint.balancers)
        declared += balancer.serves.size();
    qsizetype used = 0;
    for (const Group& group : blueprint.groups)
        used += group.uses.size();
    return std::max(served, declared) + used;
}

} // namespace

int LayoutRequest::cost() const
{
    return int(boxesOf(blueprint, fleet) + boxesPerLink * linksOf(blueprint, fleet));
}

bool LayoutRequest::isLong() const
{
    return cost() > workerFrom;
}

LayoutOutcome laidOut(const LayoutRequest& request, const LayoutStop& stop)
{
    LaidOut made = layoutFleet(request.blueprint, request.fleet, request.arrangement, stop, request.ways);
    LayoutOutcome outcome;
    outcome.shown = request.shown;
    outcome.stopped = made.stopped;
    outcome.arrangement = std::move(made.arrangement);
    outcome.ways = std::move(made.ways);
    if (made.stopped)
        return outcome;
    outcome.diagram = std::make_shared<const Diagram>(std::move(made.diagram));
    outcome.change = request.shown ? differences(*request.shown, *outcome.diagram)
                                   : SceneChange{true, {}, {}, {outcome.diagram->bounds}};
    if (outcome.change.geometry)
        outcome.scene = Scene(outcome.diagram);
    return outcome;
}

LayoutWorker::LayoutWorker(QObject* parent) : QObject(parent) {}

LayoutWorker::~LayoutWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_stop = true;
    }
    m_asked.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void LayoutWorker::request(LayoutRequest request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_request = std::move(request);
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_asked.notify_one();
}

void LayoutWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_request.reset();
    m_outcome.reset();
    m_stop = true;
}

bool LayoutWorker::busy() const
{
    const std::lock_guard lock(m_mutex);
    return m_request || m_working || m_outcome;
}

std::optional<LayoutOutcome> LayoutWorker::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_outcome, std::nullopt);
}

void LayoutWorker::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_asked.wait(lock, [this] { return m_closing || m_request; });
        if (m_closing)
            return;
        const LayoutRequest request = *std::exchange(m_request, std::nullopt);
        m_stop = false;
        m_working = true;
        lock.unlock();
        LayoutOutcome outcome = laidOut(request, [this] { return m_stop.load(); });
        lock.lock();
        m_working = false;
        // Cancelled while it was laid out: nobody wants it any more.
        if (outcome.stopped || m_stop)
            continue;
        m_outcome = std::move(outcome);
        lock.unlock();
        Q_EMIT ready();
        lock.lock();
    }
}

} // namespace snowmelt
