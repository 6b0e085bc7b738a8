// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/replay_text.h"

#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

/// Says an event of a deployment that is over.
class Happening
{
    Q_DECLARE_TR_FUNCTIONS(Happening)

public:
    Happening(const Plan& plan, StepNames names) : m_plan(plan), m_names(names) {}

    QString operator()(const Started& started) const
    {
        return tr("Began: %1").arg(operationTitle(started.verb, started.subject));
    }
    QString operator()(const PlanMade& made) const
    {
        return tr("The plan was made: %n step(s)", nullptr, int(made.plan.steps.size()));
    }
    QString operator()(const StepBegun& begun) const { return tr("Began: %1").arg(named(begun.kind)); }
    QString operator()(const StepDone& done) const
    {
        return tr("Done: %1 (%2)").arg(named(done.kind), durationText(done.ms));
    }
    QString operator()(const StepFailed& failed) const
    {
        return tr("Failed: %1. %2").arg(named(failed.kind), sentence(failed.error).what);
    }
    QString operator()(const RollingBack& back) const { return sentence(back); }
    QString operator()(const WarningsAccepted& accepted) const
    {
        return tr("%1 accepted %n warning(s)", nullptr, int(accepted.codes.size())).arg(accepted.person);
    }
    QString operator()(const LeaseTaken& lease) const
    {
        if (lease.from.isEmpty())
            return tr("%1 took the lease").arg(lease.holder);
        return tr("%1 took the lease over from %2: %3").arg(lease.holder, lease.from, lease.reason);
    }
    QString operator()(const Controlled& told) const
    {
        return told.refused ? sentences({sentence(told), sentence(*told.refused).what}) : sentence(told);
    }
    QString operator()(const ConfigEdited& edited) const { return sentence(edited); }
    QString operator()(const Paused& paused) const { return tr("Paused: %1").arg(nameOf(paused.step)); }
    QString operator()(const Continued& on) const { return tr("Went on: %1").arg(nameOf(on.step)); }
    QString operator()(const Finished& finished) const
    {
        return sentences({outcomeText(finished.outcome), sentence(finished.safety, m_plan)});
    }
    /// What is not a happening of a deployment has no line of its own.
    template <typename Other>
    QString operator()(const Other&) const
    {
        return {};
    }

private:
    QString named(StepKind kind) const { return m_names == StepNames::Long ? stepTitle(kind, m_plan) : stepName(kind); }
    QString nameOf(int step) const
    {
        return step >= 0 && step < m_plan.steps.size() ? stepName(m_plan.steps.at(step).kind) : QString();
    }

    const Plan& m_plan;
    StepNames m_names;
};

class GapWords
{
    Q_DECLARE_TR_FUNCTIONS(GapWords)

public:
    static QString of(ReplayGap gap)
    {
        switch (gap) {
        case ReplayGap::NoEvents:
            return tr("The journal has no events of it.");
        case ReplayGap::NoStart:
            return tr("Its first event is missing.");
        case ReplayGap::NoFleet:
            return tr("No look at the fleet was recorded, so there is nothing to draw.");
        case ReplayGap::NoPlan:
            return tr("Its plan is missing: only what was looked at is shown.");
        case ReplayGap::StepsMissing:
            return tr("Events of steps are missing: between them the fleet may have looked otherwise.");
        case ReplayGap::NoEnd:
            return tr("It has no end in the journal: it still runs, or its process died.");
        case ReplayGap::ClockSetBack:
            return tr("The clock was set back while it ran: times after that are shown too close together.");
        }
        return {};
    }
    static QString unreadable(int events)
    {
        return tr("%n event(s) could not be read: a newer Snowmelt wrote them, or they are damaged.", nullptr, events);
    }
};

} // namespace

QString happeningText(const EventBody& body, const Plan& plan, StepNames names)
{
    return std::visit(Happening(plan, names), body);
}

QString gapText(ReplayGap gap)
{
    return GapWords::of(gap);
}

QString unreadableText(int events)
{
    return events > 0 ? GapWords::unreadable(events) : QString();
}

QString placeText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    const QString low = QStringLiteral("%1:%2").arg(seconds / 60 % 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? low : QStringLiteral("%1:%2").arg(seconds / 3600).arg(low.rightJustified(5, u'0'));
}

} // namespace snowmelt
