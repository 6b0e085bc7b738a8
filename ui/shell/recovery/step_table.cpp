// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/step_table.h"

#include "models/wording/wording.h"
#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QGridLayout>
#include <QLabel>

namespace snowmelt {

QString stepEndIcon(StepEnd end)
{
    switch (end) {
    case StepEnd::Done:
        return QStringLiteral("health-healthy");
    case StepEnd::Failed:
        return QStringLiteral("health-down");
    case StepEnd::Interrupted:
        return QStringLiteral("health-degraded");
    case StepEnd::NotBegun:
        break;
    }
    return QStringLiteral("pending");
}

QColor Theme::*stepEndInk(StepEnd end)
{
    switch (end) {
    case StepEnd::Done:
        return &Theme::sub;
    case StepEnd::Failed:
        return &Theme::red;
    case StepEnd::Interrupted:
        return &Theme::amber;
    case StepEnd::NotBegun:
        break;
    }
    return &Theme::control;
}

StepTable::StepTable(const Plan& plan, const QList<StepEnd>& ends, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stepTable"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, metric::unit, 0, metric::unit);
    grid->setHorizontalSpacing(metric::unit);
    grid->setVerticalSpacing(metric::unit / 2);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < plan.steps.size(); ++i) {
        const StepEnd end = ends.value(i, StepEnd::NotBegun);
        const bool begun = end != StepEnd::NotBegun;
        const QString title = stepTitle(plan.steps.at(i).kind, plan);
        QLabel* name = makeLabel(title, TextSize::Normal, QFont::Normal, begun ? Ink::Text : Ink::Faint, this);
        name->setWordWrap(true);
        QLabel* state =
            makeLabel(stepEndText(end), TextSize::Normal, QFont::Normal, begun ? Ink::Sub : Ink::Faint, this);
        grid->addWidget(new Glyph(stepEndIcon(end), stepEndInk(end), this), i, 0, Qt::AlignTop);
        grid->addWidget(name, i, 1);
        grid->addWidget(state, i, 2, Qt::AlignTop | Qt::AlignRight);
    }
}

} // namespace snowmelt
