// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/resume_question.h"

#include "models/domain/planning/control.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class ResumeWords
{
    Q_DECLARE_TR_FUNCTIONS(ResumeWords)

public:
    static QString title(Way way, const OpenDeployment& open);
    static QString action(Way way);
    static QString warning(Way way, const OpenDeployment& open);
};

QString ResumeWords::title(Way way, const OpenDeployment& open)
{
    const QString what = deploymentTitle(open.verb, open.plan);
    switch (way) {
    case Way::Continue:
        return tr("Continue: %1").arg(what);
    case Way::RollBack:
        return tr("Roll back: %1").arg(what);
    case Way::Adopt:
        return tr("Adopt what runs: %1").arg(what);
    }
    return {};
}

QString ResumeWords::action(Way way)
{
    switch (way) {
    case Way::Continue:
        return tr("&Continue");
    case Way::RollBack:
        return tr("&Roll back");
    case Way::Adopt:
        return tr("&Adopt");
    }
    return {};
}

QString ResumeWords::warning(Way way, const OpenDeployment& open)
{
    if (way == Way::Adopt)
        return tr("The plan is forgotten: after this neither Continue nor Roll back is possible.");
    if (way != Way::Continue)
        return {};
    return isPastNoReturn(open.plan, open.step)
               ? tr("It is past its point of no return: blue is removed, and going back means a new deployment.")
               : tr("It goes through to the end: blue is removed, and after that going back means a new deployment.");
}

/// What is left of the plan, from the step it stands in.
QStringList restOf(const OpenDeployment& open)
{
    QStringList rest;
    for (int i = qMax(open.step, 0); i < open.plan.steps.size(); ++i)
        rest << stepTitle(open.plan.steps.at(i).kind, open.plan);
    return rest;
}

} // namespace

Question resumeQuestion(Way way, const OpenDeployment& open)
{
    return {QStringLiteral("resumeDialog"),
            ResumeWords::title(way, open),
            QString(howItStands(open) + u'\n' + wayConsequence(way, open)),
            way == Way::Continue ? restOf(open) : QStringList(),
            ResumeWords::warning(way, open),
            ResumeWords::action(way),
            {}};
}

} // namespace snowmelt
