// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"

#include <QWidget>

class QLabel;
class QListView;
class QVBoxLayout;

namespace snowmelt {

class ControlBar;
class FleetDocument;
class PanelHead;
class Readings;
class StepModel;
class WayBackCard;
struct DeploymentState;

/// The inspector of a deployment: its steps, why it waits, where its gates stand, the way back, and what it can be
/// told.
class DeploymentPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DeploymentPage(FleetDocument* document, QWidget* parent = nullptr);
    void follow();
    /// Why a new deployment cannot be begun now; empty: it can.
    void setBlocked(const QString& why);

Q_SIGNALS:
    /// `group`: of the deployment that is shown.
    void told(const QString& group, snowmelt::Command command, int seconds);
    void lookAsked(const QString& node);
    void swapAsked(const QString& group, const snowmelt::ImageRef& to);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeSteps();
    QWidget* makeBody();
    void showState(const DeploymentState& deployment);
    void showReadings(const DeploymentState& deployment);
    void fitSteps();

    FleetDocument* m_document;
    PanelHead* m_head;
    StepModel* m_model;
    QListView* m_steps;
    Readings* m_drain;
    Readings* m_gates;
    WayBackCard* m_wayBack;
    ControlBar* m_controls;
};

} // namespace snowmelt
