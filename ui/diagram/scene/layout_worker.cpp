// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/layout_worker.h"

#include <algorithm>

namespace snowmelt {

int LayoutRequest::boxes() const
{
    qsizetype nodes = fleet.balancers.size() + fleet.databases.size();
    for (const GroupState& group : fleet.groups)
        nodes += group.nodes.size() + 1;
    qsizetype wanted = 0;
    for (const Group& group : blueprint.groups)
        wanted += group.size + 1;
    return int(std::max(nodes, wanted));
}

LayoutOutcome laidOut(const LayoutRequest& request, const LayoutStop& stop)
{
    LaidOut made = layoutFleet(request.blueprint, request.fleet, request.arrangement, stop);
    LayoutOutcome outcome;
    outcome.shown = request.shown;
    outcome.stopped = made.stopped;
    outcome.arrangement = std::move(made.arrangement);
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
