// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// Something that happened in a deployment that is over, for people to step to.
struct ReplayMark
{
    qint64 ms = 0; ///< since it began
    int event = 0; ///< index into Replay::events()
    bool operator==(const ReplayMark&) const = default;
};

/// What the journal did not tell, so that a replay can say it instead of showing a guess as a fact.
enum class ReplayGap {
    NoEvents,     ///< nothing is recorded at all
    NoStart,      ///< its first event is missing
    NoFleet,      ///< no look at the fleet: there is nothing to draw
    NoPlan,       ///< no plan: what was looked at is all there is
    StepsMissing, ///< a step ended that never began, or one was jumped over
    NoEnd,        ///< its end is missing: it still runs, or its process died
    ClockSetBack, ///< times run backwards somewhere; such events are shown right after the one before
};

/// The world of a deployment at one moment.
struct ReplayMoment
{
    qint64 ms = 0;
    QDateTime at; ///< UTC
    FleetState fleet;
    std::optional<DeploymentState> deployment; ///< as events had told it until then
    int mark = -1;                             ///< the latest that has happened; -1: none
};

/// The events of one operation, turned into the fleet at any time between them. Where somebody looked it is what was
/// seen; between two looks it is what the plan's steps made of that, with the traffic as it was counted per side: a
/// side's sessions and requests are spread evenly over its nodes. A pure fold of what was recorded.
class Replay
{
public:
    explicit Replay(QList<Event> events = {});

    const QList<Event>& events() const { return m_events; }
    const QList<ReplayMark>& marks() const { return m_marks; }
    const QList<ReplayGap>& gaps() const { return m_gaps; }
    qint64 durationMs() const { return m_times.isEmpty() ? 0 : m_times.last(); }
    bool hasFleet() const { return !m_gaps.contains(ReplayGap::NoEvents) && !m_gaps.contains(ReplayGap::NoFleet); }
    /// Before 0 it is 0, past the end the end.
    ReplayMoment at(qint64 ms) const;

private:
    QList<Event> m_events;
    FleetState m_first;
    QList<qint64> m_times; ///< of the events, never falling
    QList<ReplayMark> m_marks;
    QList<ReplayGap> m_gaps;
};

} // namespace snowmelt
