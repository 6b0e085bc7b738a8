// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace snowmelt {

class FleetDocument;
class PanelHead;
class StepModel;
struct DeploymentState;

/// The inspector of a deployment: its steps, why it waits, the way back, and what can be asked of it.
class DeploymentPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DeploymentPage(FleetDocument* document, QWidget* parent = nullptr);
    void follow();

Q_SIGNALS:
    void rollBackAsked();
    void cancelAsked();
    void lookAsked(const QString& node);

private:
    void makeButtons();
    void showState(const DeploymentState& deployment);
    void showWayBack(const DeploymentState& deployment);
    void showButtons(const DeploymentState& deployment);

    FleetDocument* m_document;
    PanelHead* m_head;
    StepModel* m_model;
    QListView* m_steps;
    QLabel* m_backTitle;
    QLabel* m_back;
    QLabel* m_consequence;
    QPushButton* m_rollBack;
    QPushButton* m_cancel;
    QPushButton* m_look;
};

} // namespace snowmelt
