// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layout_fleet.h"
#include "ui/diagram/scene/scene.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace snowmelt {

struct LayoutRequest
{
    Blueprint blueprint;
    FleetState fleet;
    Arrangement arrangement;
    std::shared_ptr<const Diagram> shown; ///< what the outcome is compared with
    LayoutWays ways{};                    ///< of the last outcome, if there was one

    int cost() const;    ///< in boxes, about; links count as several
    bool isLong() const; ///< would take longer than a frame: it is for the worker
};

struct LayoutOutcome
{
    std::shared_ptr<const Diagram> diagram;
    std::shared_ptr<const Diagram> shown; ///< as requested
    Arrangement arrangement;
    LayoutWays ways;            ///< for the next request
    SceneChange change;         ///< from `shown`
    std::optional<Scene> scene; ///< of the diagram, where the geometry changed
    bool stopped = false;
};

/// Lays out, and prepares what the view needs to show it.
LayoutOutcome laidOut(const LayoutRequest& request, const LayoutStop& stop = {});

/// The same on a thread of its own, for fleets that take longer than a frame. Of those that wait the latest wins. The
/// thread is joined with the worker.
class LayoutWorker : public QObject
{
    Q_OBJECT
public:
    explicit LayoutWorker(QObject* parent = nullptr);
    ~LayoutWorker() override;

    /// One under way ends first: observations that come faster than layouts end would else never be seen.
    void request(LayoutRequest request);
    void cancel(); ///< what was asked for is not wanted any more
    bool busy() const;
    std::optional<LayoutOutcome> take(); ///< what ready() announced; once

Q_SIGNALS:
    void ready();

private:
    void run();

    mutable std::mutex m_mutex;
    std::condition_variable m_asked;
    std::optional<LayoutRequest> m_request;
    std::optional<LayoutOutcome> m_outcome;
    bool m_working = false;
    bool m_closing = false;
    std::atomic<bool> m_stop = false;
    std::thread m_thread; ///< begins with the first request
};

/// What costs more than so many boxes is laid out by the worker.
inline constexpr int workerFrom = 2000;

} // namespace snowmelt
