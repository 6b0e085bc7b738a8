// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/replay.h"

#include "models/document/fold_deployment.h"
#include "models/document/fold_fleet.h"
#include "models/document/fold_operation.h"
#include "models/document/replay_fleet.h"
#include "models/document/replay_gaps.h"
#include "models/domain/planning/rehearsal.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Folds the events up to a moment. What counts most is which came later: a look, a step, or a count of the traffic.
class ReplayFold
{
public:
    explicit ReplayFold(FleetState atFirst) : m_seen(std::move(atFirst)) {}

    void fold(const Event& event)
    {
        if (m_deployment)
            foldDeployment(*m_deployment, event);
        std::visit([this, &event](const auto& body) { take(event, body); }, event.body);
    }

    FleetState fleet() const
    {
        if (!m_deployment)
            return m_seen;
        const Plan& plan = m_deployment->plan;
        FleetState now =
            m_looked ? m_seen : rehearsed(withoutDeployment(m_seen, plan), plan, stepReached(*m_deployment));
        if (m_counted)
            now = withTraffic(std::move(now), plan, m_deployment->traffic);
        if (m_deployment->drain)
            now = withDrain(std::move(now), *m_deployment->drain);
        if (m_deployment->failed)
            now = withFailure(std::move(now), m_deployment->failed->error);
        return annotated(std::move(now), {*m_deployment}, {}, {});
    }
    const std::optional<DeploymentState>& deployment() const { return m_deployment; }

private:
    void take(const Event& event, const Started& started) { m_operation = beganOperation(event, started); }
    void take(const Event&, const FleetObserved& look)
    {
        m_seen = look.fleet;
        m_looked = true;
        m_counted = false;
    }
    void take(const Event& event, const PlanMade& made)
    {
        if (m_operation.id.isEmpty())
            m_operation.id = event.operation;
        m_deployment = beganDeployment(m_operation, made.plan);
    }
    void take(const Event&, const StepDone&) { moved(); }
    void take(const Event&, const StepFailed&) { moved(); }
    void take(const Event&, const RollingBack&) { moved(); }
    void take(const Event&, const Finished&) { moved(); }
    void take(const Event&, const TrafficCounted&) { m_counted = true; }
    template <typename Other>
    void take(const Event&, const Other&)
    {
    }

    /// What was seen and counted before says nothing about the fleet from here on.
    void moved()
    {
        m_looked = false;
        m_counted = false;
    }

    OperationState m_operation;
    std::optional<DeploymentState> m_deployment;
    FleetState m_seen;
    bool m_looked = true;
    bool m_counted = false;
};

/// Until somebody looked, the fleet was as the first look saw it: nothing was done before it.
FleetState firstLook(const QList<Event>& events)
{
    for (const Event& event : events) {
        if (const auto* look = std::get_if<FleetObserved>(&event.body))
            return look->fleet;
    }
    return {};
}

/// Readings come each second and looks when somebody looks: neither is something that was done.
bool isHappening(const EventBody& body)
{
    return !std::holds_alternative<TrafficCounted>(body) && !std::holds_alternative<GatesSeen>(body) &&
           !std::holds_alternative<DrainSeen>(body) && !std::holds_alternative<Progress>(body) &&
           !std::holds_alternative<LogLine>(body) && !std::holds_alternative<FleetObserved>(body);
}

} // namespace

Replay::Replay(QList<Event> events)
    : m_events(std::move(events)), m_first(firstLook(m_events)), m_gaps(replayGaps(m_events))
{
    qint64 latest = 0;
    for (int i = 0; i < m_events.size(); ++i) {
        latest = std::max(latest, m_events.first().at.msecsTo(m_events.at(i).at));
        m_times.append(latest);
        if (isHappening(m_events.at(i).body))
            m_marks.append({latest, i});
    }
}

ReplayMoment Replay::at(qint64 ms) const
{
    ReplayMoment moment;
    moment.ms = std::clamp<qint64>(ms, 0, durationMs());
    const auto told = std::ranges::upper_bound(m_times, moment.ms) - m_times.cbegin();
    ReplayFold fold(m_first);
    for (qsizetype i = 0; i < told; ++i)
        fold.fold(m_events.at(i));
    moment.deployment = fold.deployment();
    moment.fleet = fold.fleet();
    if (!m_events.isEmpty())
        moment.at = m_events.first().at.addMSecs(moment.ms);
    moment.fleet.observedAt = moment.at;
    const auto later = std::ranges::upper_bound(m_marks, moment.ms, {}, &ReplayMark::ms);
    moment.mark = int(later - m_marks.cbegin()) - 1;
    return moment;
}

} // namespace snowmelt
