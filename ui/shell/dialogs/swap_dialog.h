// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"
#include "models/domain/planning/plan.h"
#include "ui/shell/dialogs/dialog_frame.h"

class QComboBox;
class QListView;
class QSpinBox;
class QTimer;

namespace snowmelt {

class ChecksList;
class Session;
class StepModel;
struct Error;
struct Finished;

/// The swap before it starts: to which version, watched for how long, and the plan the backend makes of it: steps with
/// their commands and checks. A blocked plan cannot be started.
class SwapDialog final : public DialogFrame
{
    Q_OBJECT
public:
    SwapDialog(Session* session, const QString& group, QWidget* parent);
    ~SwapDialog() override;

Q_SIGNALS:
    void swapAsked(const snowmelt::SwapIntent& intent);

private:
    void makeChoices();
    void makePlanView();
    void fillTargets();
    ImageRef target() const;
    void askPlan();
    void showPlan(const Plan& plan);
    void showNoPlan(const QString& text);
    void takeEnd(const OperationId& id, const Finished& finished);

    Session* m_session;
    QString m_group;
    OperationId m_asked;
    bool m_planned = false;
    QComboBox* m_target;
    QSpinBox* m_bake;
    QTimer* m_pause;
    StepModel* m_stepModel;
    QListView* m_steps;
    ChecksList* m_checks;
    QLabel* m_count;
};

} // namespace snowmelt
