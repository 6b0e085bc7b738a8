// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shell/rehearsal_plan.h"
#include "tests/ui/shell/window_test.h"
#include "ui/shell/rehearsal/checks_list.h"
#include "ui/shell/rehearsal/rehearsal_dialog.h"
#include "ui/shell/rehearsal/rehearsal_stage.h"
#include "ui/shell/rehearsal/step_list.h"
#include "ui/shell/rehearsal/step_slider.h"

#include <QCheckBox>
#include <QPushButton>

namespace snowmelt {

/// Finds and handles what a rehearsal is made of.
class RehearsalHand
{
protected:
    RehearsalDialog* dialog() const { return m_stage->find<RehearsalDialog>("swapDialog"); }
    template <typename Widget>
    Widget* part(const char* name) const
    {
        return m_stage->find<Widget>(name);
    }
    /// Of the rehearsal that is open, whether it is seen already or waits for the plan.
    template <typename Widget>
    Widget* inside() const
    {
        QWidget* open = dialog() ? dialog() : part<QWidget>("rebirthDialog");
        return open->findChild<Widget*>();
    }
    RehearsalStage* stage() const { return inside<RehearsalStage>(); }
    StepList* steps() const { return inside<StepList>(); }
    ChecksList* checks() const { return inside<ChecksList>(); }
    StepSlider* slider() const { return part<StepSlider>("rehearsalSlider"); } // null while there is nothing to slide
    QPushButton* startButton() const { return part<QPushButton>("startSwap"); }
    QList<QCheckBox*> boxes() const { return checks()->findChildren<QCheckBox*>(QStringLiteral("acceptWarning")); }
    OperationId lastPlan() const { return m_stage->operations.lastOf<PlanIntent>(); }

    void openSwap(const Plan& plan)
    {
        m_stage->openUp();
        m_stage->operations.plan = plan;
        m_stage->click("actionSwapButton");
        QVERIFY(dialog());
        QTRY_COMPARE(steps()->count(), int(plan.steps.size()));
    }

    void acceptAll()
    {
        const QList<QCheckBox*> all = boxes();
        for (QCheckBox* box : all) {
            if (!box->isChecked())
                QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        }
    }

    std::unique_ptr<WindowStage> m_stage;
};

/// Whether or not the English plurals are loaded.
inline QString plural(QString text)
{
    return text.replace(QStringLiteral("(s)"), QStringLiteral("s"));
}

} // namespace snowmelt
