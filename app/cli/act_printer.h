// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

#include <optional>

namespace snowmelt {

/// Says the events of an act as they come: progress as one updating line on a terminal, as lines on a pipe; plan, steps
/// and images as lines that stay.
class ActPrinter
{
public:
    explicit ActPrinter(Console& console) : m_console(console) {}
    void print(const Event& event);

    void operator()(const Started& started);
    void operator()(const Progress& progress);
    void operator()(const FleetObserved& observed);
    void operator()(const NodeUnseen& unseen);
    void operator()(const ImageBuilt& built);
    void operator()(const PlanMade& made);
    void operator()(const StepBegun& begun);
    void operator()(const StepDone& done);
    void operator()(const StepFailed& failed);
    void operator()(const RollingBack& rollingBack);
    void operator()(const TrafficCounted& counted) { m_traffic = counted; }
    void operator()(const Finished& finished);
    // What acts do not say, or say elsewhere: the error's detail has the last lines of a log.
    template <typename Other>
    void operator()(const Other&)
    {
    }

private:
    QString stepText(int step, StepKind kind) const;

    Console& m_console;
    Plan m_plan;
    std::optional<TrafficCounted> m_traffic;
    std::optional<FleetState> m_fleet;
};

} // namespace snowmelt
