// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/recovery_text.h"

#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class RecoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryWords)

public:
    static QString title(const OpenDeployment& open)
    {
        return tr("%1 is not finished").arg(deploymentTitle(open.verb, open.plan));
    }
    static QString who(const OpenDeployment& open, const QDateTime& now)
    {
        return tr("%1 started it %2, at %3.")
            .arg(open.person, ageText(open.startedAt, now), clockText(open.startedAt, now));
    }
    static QString reason(const OpenDeployment& open);
    static QString place(const OpenDeployment& open);
};

/// "in “Drain blue”, step 5 of 8"
QString RecoveryWords::place(const OpenDeployment& open)
{
    if (open.step < 0 || open.step >= open.plan.steps.size())
        return tr("before its first step");
    return tr("in “%1”, step %2 of %3")
        .arg(stepName(open.plan.steps.at(open.step).kind))
        .arg(open.step + 1)
        .arg(open.plan.steps.size());
}

QString RecoveryWords::reason(const OpenDeployment& open)
{
    if (open.died)
        return open.goingBack
                   ? tr("Its process died on the way back to blue; it had come as far as: %1.").arg(place(open))
                   : tr("Its process died %1.").arg(place(open));
    const QString ended = open.goingBack ? tr("It ended on the way back to blue, with both sides standing.")
                                         : tr("It ended %1, with both sides standing.").arg(place(open));
    return open.error ? sentences({ended, sentence(*open.error).what}) : ended;
}

} // namespace

RecoveryText recoveryText(const OpenDeployment& open, const QDateTime& now)
{
    return {RecoveryWords::title(open), RecoveryWords::who(open, now), RecoveryWords::reason(open), howItStands(open)};
}

QList<WayOffer> wayOffers(const OpenDeployment& open)
{
    QList<WayOffer> offers;
    for (const Way way : open.ways)
        offers.append({way, wayConsequence(way, open), true, offers.isEmpty()});
    for (const Way way : {Way::RollBack, Way::Continue, Way::Adopt}) {
        if (open.ways.contains(way))
            continue;
        const std::optional<Error> closed = refusal(way, open);
        offers.append({way, closed ? sentence(*closed).next : QString(), false, false});
    }
    return offers;
}

QList<StepEnd> stepEnds(const OpenDeployment& open)
{
    QList<StepEnd> ends;
    for (int i = 0; i < open.plan.steps.size(); ++i) {
        const bool current = i == open.step;
        ends.append(i < open.step ? StepEnd::Done
                    : !current    ? StepEnd::NotBegun
                    : open.error  ? StepEnd::Failed
                                  : StepEnd::Interrupted);
    }
    return ends;
}

} // namespace snowmelt
