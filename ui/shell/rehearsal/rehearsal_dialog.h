// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"
#include "models/domain/planning/plan.h"
#include "ui/shell/dialogs/dialog_frame.h"
#include "ui/shell/rehearsal/choices.h"

class QLabel;
class QSplitter;
class QStackedWidget;

namespace snowmelt {

class ChecksList;
class ChoicesBar;
class PlanNotice;
class PlanRequest;
class RehearsalStage;
class Session;
class StepList;
struct Error;

/// A deployment before it starts: what is chosen, the plan the backend makes of it, step by step on the diagram, its
/// exact commands and its checks. What a check blocks cannot start; a warning is accepted by name.
class RehearsalDialog final : public DialogFrame
{
    Q_OBJECT
public:
    RehearsalDialog(Session* session, const RehearsalSubject& subject, QWidget* parent);

    /// Begins with this version instead of the newest.
    void setTarget(const ImageRef& to);
    /// How old a plan may be that is started by; an older one is asked for again.
    void setPlansFreshFor(int ms);

Q_SIGNALS:
    void startAsked(const snowmelt::Intent& intent);

protected:
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static QString titleOf(const RehearsalSubject& subject);
    void makeBody();
    QWidget* makePlanPage();
    void takeBackPlace();
    void followRequest();
    void orderTabs();

    void askPlan(bool soon);
    void takePlan(const Plan& plan);
    void takeError(const Error& error);
    void showNoPlan(const QString& what, const QString& next, bool again);
    void showStart();
    void start();
    void begin();

    Session* m_session;
    QString m_group;
    DeploymentChoices m_asked; ///< what the plan was asked for
    Plan m_plan;               ///< without steps: none
    bool m_wanted = false;     ///< start as soon as a younger plan says the same
    bool m_changed = false;    ///< the younger one did not
    PlanRequest* m_request;
    ChoicesBar* m_choices;
    QSplitter* m_splitter;
    RehearsalStage* m_stage;
    QStackedWidget* m_pages;
    PlanNotice* m_notice;
    StepList* m_steps;
    ChecksList* m_checks;
    QLabel* m_count;
};

} // namespace snowmelt
