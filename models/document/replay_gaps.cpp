// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/replay_gaps.h"

#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

template <typename Body>
bool holdsAny(const QList<Event>& events)
{
    return std::ranges::any_of(events, [](const Event& event) { return std::holds_alternative<Body>(event.body); });
}

/// Steps begin one after the other. A deployment that somebody resumed begins anywhere.
bool stepsAreMissing(const QList<Event>& events)
{
    const auto* started = std::get_if<Started>(&events.first().body);
    const bool resumed = started && started->verb == u"resume";
    QSet<int> begun;
    int last = -1;
    for (const Event& event : events) {
        if (const auto* step = std::get_if<StepBegun>(&event.body)) {
            const bool first = begun.isEmpty();
            if (step->step > last + 1 && !(first && resumed))
                return true;
            last = step->step;
            begun.insert(step->step);
        } else if (const auto* done = std::get_if<StepDone>(&event.body); done && !begun.contains(done->step)) {
            return true;
        }
    }
    return false;
}

bool clockWasSetBack(const QList<Event>& events)
{
    const auto isLater = [](const Event& one, const Event& next) { return next.at < one.at; };
    return std::ranges::adjacent_find(events, isLater) != events.cend();
}

} // namespace

QList<ReplayGap> replayGaps(const QList<Event>& events)
{
    if (events.isEmpty())
        return {ReplayGap::NoEvents};
    QList<ReplayGap> gaps;
    if (!std::holds_alternative<Started>(events.first().body))
        gaps << ReplayGap::NoStart;
    if (!holdsAny<FleetObserved>(events))
        gaps << ReplayGap::NoFleet;
    if (!holdsAny<PlanMade>(events))
        gaps << ReplayGap::NoPlan;
    if (stepsAreMissing(events))
        gaps << ReplayGap::StepsMissing;
    if (!holdsAny<Finished>(events))
        gaps << ReplayGap::NoEnd;
    if (clockWasSetBack(events))
        gaps << ReplayGap::ClockSetBack;
    return gaps;
}

} // namespace snowmelt
