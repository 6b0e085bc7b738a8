// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/report.h"

#include "models/domain/event.h"

namespace snowmelt {

namespace {

/// Folds the events of one deployment in their order.
class ReportFold
{
public:
    explicit ReportFold(const HistoryEntry& entry)
    {
        report.operation = entry.operation;
        report.verb = entry.verb;
        report.person = entry.person;
        report.startedAt = entry.startedAt;
        report.endedAt = entry.endedAt;
    }

    void fold(const Event& event)
    {
        m_at = event.at;
        std::visit([this](const auto& body) { take(body); }, event.body);
    }

    DeploymentReport report;

private:
    void take(const PlanMade& made)
    {
        report.plan = made.plan;
        report.steps.clear();
        for (const Step& step : made.plan.steps)
            report.steps.append({step.kind, StepEnd::NotBegun, {}, 0, step.commands, {}, {}});
    }
    void take(const StepBegun& begun)
    {
        if (StepReport* step = find(begun.step)) {
            step->begunAt = m_at;
            step->end = StepEnd::Interrupted; // until it is told otherwise
        }
    }
    void take(const StepDone& done)
    {
        StepReport* step = find(done.step);
        if (!step)
            return;
        step->end = StepEnd::Done;
        step->ms = done.ms;
        step->observed = done.observed;
        if (done.kind == StepKind::MoveTraffic)
            report.switchMs = done.ms;
    }
    void take(const StepFailed& failed)
    {
        StepReport* step = find(failed.step);
        if (!step)
            return;
        step->end = StepEnd::Failed;
        step->ms = step->begunAt.msecsTo(m_at);
        step->error = failed.error;
    }
    void take(const RollingBack& back)
    {
        report.rolledBack = back.reason;
        report.rolledBackAt = m_at;
    }
    /// Each batch of a rebirth says what was accepted for it.
    void take(const WarningsAccepted& accepted)
    {
        report.accepted += accepted.codes;
        report.accepted.removeDuplicates();
    }
    void take(const LeaseTaken& lease)
    {
        report.leaseFrom = lease.from;
        report.leaseReason = lease.reason;
    }
    void take(const Controlled& told)
    {
        report.asked.append({m_at, told.person, told.command, told.seconds, told.refused});
    }
    void take(const ConfigEdited& edited) { report.edited.append({m_at, edited.balancer, edited.edits}); }
    void take(const TrafficCounted& traffic) { report.traffic = traffic; }
    void take(const Finished& finished)
    {
        report.outcome = finished.outcome;
        report.safety = finished.safety;
        report.error = finished.error;
    }
    template <typename Other>
    void take(const Other&)
    {
    }

    StepReport* find(int step) { return step >= 0 && step < report.steps.size() ? &report.steps[step] : nullptr; }

    QDateTime m_at;
};

} // namespace

DeploymentReport reportOf(const HistoryEntry& entry, const QList<Event>& events)
{
    ReportFold fold(entry);
    for (const Event& event : events)
        fold.fold(event);
    return fold.report;
}

} // namespace snowmelt
