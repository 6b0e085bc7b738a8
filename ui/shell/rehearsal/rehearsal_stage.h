// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "ui/shell/rehearsal/stage_scene.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace snowmelt {

class CapacityChart;
class CompareView;
class DiagramView;
class StepSlider;

/// The left half of a rehearsal: the diagram of the fleet as it would be after the chosen step, the steps to slide
/// along or to play, and the capacity under them. Or what the whole plan changes, in one diagram.
class RehearsalStage final : public QWidget
{
    Q_OBJECT
public:
    explicit RehearsalStage(QWidget* parent = nullptr);

    /// As the fleet is now; no plan.
    void setScene(const StageScene& scene);
    /// The chosen step stays chosen when the plan still has it.
    void setPlan(const Plan& plan);
    void setStep(int step);
    int step() const;
    void setPace(int ms) { m_beat.setInterval(ms); } ///< of a step, while it plays
    const FleetState& shown() const;                 ///< the fleet as the diagram has it

Q_SIGNALS:
    void stepChanged(int step);

private:
    void makeControls();
    void makeCapacity();
    void showStep(int step);
    void showFleet(const FleetState& fleet);
    void setPlaying(bool playing);
    void playOn();
    void makeHead();
    void showChanges(bool all);

    StageScene m_scene;
    Plan m_plan;
    FleetDocument m_document; ///< of its own: the diagram shows a document
    DiagramView* m_view;
    CompareView* m_changes;
    QStackedWidget* m_canvas; ///< m_view or m_changes
    QWidget* m_head;
    QLabel* m_position;
    QToolButton* m_all;
    QWidget* m_controls;
    QToolButton* m_play;
    StepSlider* m_slider;
    QWidget* m_capacity;
    QLabel* m_capacityText;
    CapacityChart* m_chart;
    QTimer m_beat;
};

} // namespace snowmelt
