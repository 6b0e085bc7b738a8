// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline.h"

#include "models/document/fleet_document.h"
#include "models/items/way_back.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

class TimelineWords
{
    Q_DECLARE_TR_FUNCTIONS(TimelineWords)

public:
    static QString greenCreated() { return tr("green created"); }
    static QString moved() { return tr("switch"); }
    static QString rolledBack() { return tr("rolled back"); }
    static QString failed() { return tr("failed"); }
    static QString ended() { return tr("end"); }
    static QString refused() { return tr("refused"); }
    static QString edited() { return tr("edited by hand"); }
    static QString notBegun(const QString& step) { return tr("%1: not begun").arg(step); }
    static QString running(const QString& step, const QDateTime& from)
    {
        return tr("%1: since %2").arg(step, clockSeconds(from));
    }
    static QString took(const QString& step, const QDateTime& from, qint64 ms)
    {
        return tr("%1: %2, took %3").arg(step, clockSeconds(from), durationText(ms));
    }
};

TimelineMark mark(const QDateTime& at, MarkKind kind, const QString& name, const QString& told)
{
    return {at, kind, name, QString(clockSeconds(at) + u' ' + (told.isEmpty() ? name : told))};
}

QDateTime doneAt(const DeploymentState& deployment, StepKind kind)
{
    const int step = stepOf(deployment.plan, kind);
    return deployment.done.contains(step) ? deployment.stepped.value(step).to : QDateTime();
}

TimelineStep stepAt(const DeploymentState& deployment, int index)
{
    const StepTimes times = deployment.stepped.value(index);
    TimelineStep step{stepName(deployment.plan.steps.at(index).kind), StepState::NotBegun, times.from, times.to, {}};
    if (!step.from.isValid()) {
        step.told = TimelineWords::notBegun(step.name);
        return step;
    }
    const bool hasFailed = deployment.failed && deployment.failed->step == index;
    step.state = hasFailed                         ? StepState::Failed
                 : deployment.done.contains(index) ? StepState::Done
                 : step.to.isValid()               ? StepState::CutShort
                                                   : StepState::Running;
    step.told = step.to.isValid() ? TimelineWords::took(step.name, step.from, step.from.msecsTo(step.to))
                                  : TimelineWords::running(step.name, step.from);
    return step;
}

TimelineMark markOf(const HeardCommand& asked)
{
    const Controlled& told = asked.told;
    const QString said = sentence(told);
    if (told.refused)
        return mark(asked.at, MarkKind::Refused, TimelineWords::refused(),
                    QString(said + u' ' + sentence(*told.refused).what));
    const MarkKind kind = told.command == Command::Pause      ? MarkKind::Paused
                          : told.command == Command::Continue ? MarkKind::Continued
                                                              : MarkKind::Asked;
    return mark(asked.at, kind, commandText(told.command), said);
}

bool earlier(const TimelineMark& a, const TimelineMark& b)
{
    return a.at < b.at;
}

} // namespace

QList<TimelineMark> turningPoints(const DeploymentState& deployment)
{
    QList<TimelineMark> marks;
    const auto add = [&marks](const QDateTime& at, MarkKind kind, const QString& name, const QString& told = {}) {
        if (at.isValid())
            marks.append(mark(at, kind, name, told));
    };
    add(doneAt(deployment, StepKind::CreateNodes), MarkKind::GreenCreated, TimelineWords::greenCreated());
    add(doneAt(deployment, StepKind::MoveTraffic), MarkKind::Switch, TimelineWords::moved());
    if (deployment.rollingBack)
        add(deployment.rolledBackAt, MarkKind::RolledBack, TimelineWords::rolledBack(),
            sentence(*deployment.rollingBack));
    return marks;
}

Timeline timelineOf(const DeploymentState& deployment, const QDateTime& now)
{
    Timeline line;
    if (deployment.stepped.isEmpty())
        return line;
    line.from = deployment.stepped.first().from;
    line.to = deployment.endedAt.isValid() ? deployment.endedAt : now;
    for (int i = 0; i < deployment.plan.steps.size(); ++i)
        line.steps.append(stepAt(deployment, i));
    line.marks = turningPoints(deployment);
    for (const HeardCommand& asked : deployment.asked)
        line.marks.append(markOf(asked));
    for (const HeardEdit& edited : deployment.edited)
        line.marks.append(mark(edited.at, MarkKind::Edited, TimelineWords::edited(), sentence(edited.told)));
    if (const std::optional<StepFailed>& failed = deployment.failed)
        line.marks.append(mark(deployment.stepped.value(failed->step).to, MarkKind::Failed, TimelineWords::failed(),
                               sentence(failed->error).what));
    if (deployment.finished)
        line.marks.append(mark(deployment.endedAt, MarkKind::Ended, TimelineWords::ended(),
                               outcomeText(deployment.finished->outcome)));
    std::stable_sort(line.marks.begin(), line.marks.end(), earlier);
    return line;
}

qint64 tickMs(qint64 spanMs, int most)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60 * second;
    for (const qint64 step : {second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute,
                              5 * minute, 10 * minute, 15 * minute, 30 * minute}) {
        if (spanMs / step < most)
            return step;
    }
    return 60 * minute;
}

} // namespace snowmelt
