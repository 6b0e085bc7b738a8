// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/rehearsal_words.h"

#include "models/domain/planning/control.h"
#include "models/domain/planning/rehearsal.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QLocale>

#include <algorithm>

namespace snowmelt {

namespace {

const QString midDot = QStringLiteral(" · ");

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(midDot);
}

/// About as exactly as it can be known.
qint64 rounded(qint64 ms)
{
    constexpr qint64 exactBelow = 10'000;
    constexpr qint64 second = 1000;
    return ms < exactBelow ? ms : (ms + second / 2) / second * second;
}

} // namespace

QString RehearsalWords::position(const Plan& plan, int step)
{
    return tr("step %1 of %2: %3").arg(step + 1).arg(plan.steps.size()).arg(stepName(plan.steps.value(step).kind));
}

QString RehearsalWords::spokenStep(const Plan& plan, int step)
{
    const QString title = stepTitle(plan.steps.value(step).kind, plan);
    return sentences({tr("Step %1 of %2: %3").arg(step + 1).arg(plan.steps.size()).arg(title), note(plan, step)});
}

QString RehearsalWords::names(const QList<PlannedNode>& nodes)
{
    constexpr qsizetype shown = 4;
    QStringList all;
    for (const PlannedNode& node : nodes)
        all.append(node.name);
    if (all.size() <= shown)
        return all.join(QStringLiteral(", "));
    return tr("%n node(s)", nullptr, int(all.size()));
}

QString RehearsalWords::gates(const Plan& plan)
{
    const Gates& gates = plan.gates;
    QStringList limits;
    if (gates.failedPercent >= 0)
        limits.append(tr("failed ≤ %1 %").arg(QLocale().toString(gates.failedPercent)));
    if (gates.latencyFactor > 0)
        limits.append(tr("p95 ≤ %1 × blue’s").arg(QLocale().toString(gates.latencyFactor)));
    for (const QString& path : gates.checks)
        limits.append(tr("%1 answers 200").arg(path));
    return limits.join(QStringLiteral(", "));
}

/// In the unit in which it was chosen, as long as that can be read.
QString RehearsalWords::limit(int seconds)
{
    constexpr int readable = 600;
    return seconds <= readable ? tr("%1 s").arg(seconds) : durationText(seconds * 1000LL);
}

QString RehearsalWords::bounds(const Plan& plan, StepKind kind)
{
    switch (kind) {
    case StepKind::Check:
        return tr("%n check(s), below; changes nothing", nullptr, int(plan.checks.size()));
    case StepKind::AwaitHealthy:
        return tr("%1 at most").arg(limit(plan.healthSeconds));
    case StepKind::DrainBlue:
        return tr("until no session is open, %1 at most").arg(limit(plan.drainSeconds));
    case StepKind::Bake:
        return gates(plan);
    case StepKind::CreateNodes:
    case StepKind::MoveTraffic:
    case StepKind::RetireBlue:
    case StepKind::DestroyBlue:
        break;
    }
    return {};
}

QString RehearsalWords::undo(const Plan& plan, const Step& step)
{
    switch (step.kind) {
    case StepKind::CreateNodes:
    case StepKind::AwaitHealthy:
        return tr("undo: remove %1").arg(names(plan.green));
    case StepKind::MoveTraffic:
    case StepKind::DrainBlue:
    case StepKind::Bake:
        return tr("undo: blue takes its traffic back at once");
    case StepKind::Check:
    case StepKind::RetireBlue:
    case StepKind::DestroyBlue:
        break;
    }
    return {};
}

QString RehearsalWords::note(const Plan& plan, int step)
{
    const Step one = plan.steps.value(step);
    if (one.noReturn)
        return noReturn();
    if (isPastNoReturn(plan, step))
        return tr("blue is gone for good");
    return joined({bounds(plan, one.kind), undo(plan, one)});
}

QString RehearsalWords::noReturn()
{
    return tr("After this, going back means a new deployment.");
}

QString RehearsalWords::typicalTime(const Step& step)
{
    return step.typicalMs > 0 ? durationText(rounded(step.typicalMs)) : QString();
}

/// An address that a node gets only when it is created stands in a plan as "{web-5}".
QString RehearsalWords::commands(const Plan& plan, const QStringList& commands)
{
    QString text = commands.join(u'\n');
    for (const PlannedNode& node : plan.green)
        text.replace(u'{' + node.name + u'}', tr("‹address of %1›").arg(node.name));
    return text;
}

QString RehearsalWords::capacity(const Capacity& capacity)
{
    const int least = qMin(capacity.leastServing(), capacity.size);
    const QString floor = tr("never below %1 of %n node(s)", nullptr, capacity.size).arg(least);
    if (capacity.most() <= capacity.size)
        return floor;
    return tr("%1, %2 while both exist").arg(floor).arg(capacity.most());
}

/// Each batch takes as long as the first.
qint64 RehearsalWords::batches(const Plan& plan)
{
    const qint64 width = std::max<qint64>(1, plan.blue.size());
    return 1 + (plan.toFollow.size() + width - 1) / width;
}

QString RehearsalWords::forecast(const Plan& plan)
{
    const qint64 ms = typicalMs(plan) * batches(plan);
    QString time =
        ms > 0 ? tr("About %1.").arg(durationText(rounded(ms))) : tr("No earlier deployment to judge the time by.");
    if (!plan.toFollow.isEmpty())
        time = tr("The first of %n batch(es) is shown.", nullptr, int(batches(plan))) + u' ' + time;
    const double cost = extraCost(plan);
    const int more = int(plan.green.size());
    const QString extra = cost > 0
                              ? tr("%n node(s) more meanwhile: %1.", nullptr, more).arg(moneyText(plan.prices, cost))
                              : tr("%n node(s) more meanwhile.", nullptr, more);
    return time + u' ' + extra;
}

QString RehearsalWords::checkCount(const QList<PlanCheck>& checks)
{
    const CheckCount count = countChecks(checks);
    return tr("%1 pass · %2 warn · %3 block").arg(count.pass).arg(count.warn).arg(count.block);
}

QString RehearsalWords::startButton(const StartState& state)
{
    if (state.blocking.isEmpty() && !state.missing.isEmpty())
        return tr("Accept %n more warning(s) to start", nullptr, int(state.missing.size()));
    if (state.isReady() && !state.accepted.isEmpty())
        return tr("&Start, accepting %n warning(s)", nullptr, int(state.accepted.size()));
    return tr("&Start");
}

QString RehearsalWords::startReason(const StartState& state)
{
    const auto all = [](const QList<PlanCheck>& checks) {
        QStringList said;
        for (const PlanCheck& check : checks)
            said.append(sentence(check));
        return sentences(said);
    };
    if (!state.blocking.isEmpty())
        return tr("It cannot start while a check blocks:") + u' ' + all(state.blocking);
    if (!state.missing.isEmpty())
        return tr("Not accepted yet:") + u' ' + all(state.missing);
    if (!state.accepted.isEmpty())
        return tr("Accepted:") + u' ' + all(state.accepted);
    return {};
}

} // namespace snowmelt
