// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/rehearsal_stage.h"

#include "models/items/comparison_model.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/compare/compare_view.h"
#include "ui/shell/rehearsal/capacity_chart.h"
#include "ui/shell/rehearsal/rehearsal_words.h"
#include "ui/shell/rehearsal/step_slider.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int paceMs = 1600; ///< long enough to read what has changed
constexpr int playRoom = 36;

const OperationId lookId = QStringLiteral("rehearsal");

/// A line around the diagram; without it the canvas has no edge.
class CanvasEdge final : public QWidget
{
public:
    CanvasEdge(QWidget* inside, QWidget* parent) : QWidget(parent) { makeColumn(this, 1)->addWidget(inside); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), themeOf(this).line);
    }
};

} // namespace

RehearsalStage::RehearsalStage(QWidget* parent)
    : QWidget(parent), m_view(new DiagramView(&m_document, this)), m_changes(new CompareView(this)),
      m_canvas(new QStackedWidget(this)), m_head(new QWidget(this)), m_controls(new QWidget(this)),
      m_capacity(new QWidget(this))
{
    m_view->setObjectName(QStringLiteral("rehearsalDiagram"));
    m_view->setStatusShown(false); // what is predicted was never seen
    m_changes->setObjectName(QStringLiteral("rehearsalChanges"));
    m_canvas->addWidget(m_view);
    m_canvas->addWidget(m_changes);
    m_beat.setInterval(paceMs);
    connect(&m_beat, &QTimer::timeout, this, &RehearsalStage::playOn);
    makeHead();
    makeControls();
    makeCapacity();
    QVBoxLayout* column = makeColumn(this, 0);
    column->addWidget(m_head);
    column->addWidget(new CanvasEdge(m_canvas, this), 1);
    column->addWidget(m_controls);
    column->addWidget(m_capacity);
    m_controls->setVisible(false);
    m_capacity->setVisible(false);
}

void RehearsalStage::makeHead()
{
    m_position = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, m_head);
    m_position->setObjectName(QStringLiteral("rehearsalPosition"));
    elide(m_position);
    m_all = new QToolButton(m_head);
    m_all->setObjectName(QStringLiteral("rehearsalAll"));
    m_all->setText(tr("All that changes"));
    m_all->setToolTip(tr("The fleet before the plan and after it, as one diagram"));
    m_all->setCheckable(true);
    m_all->setFocusPolicy(Qt::StrongFocus);
    connect(m_all, &QToolButton::toggled, this, &RehearsalStage::showChanges);
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * metric::unit);
    row->addWidget(makeLabel(tr("Rehearsal"), TextSize::Normal, QFont::DemiBold, Ink::Text, m_head));
    row->addWidget(m_position, 1);
    row->addWidget(m_all);
}

void RehearsalStage::makeControls()
{
    m_play = new QToolButton(m_controls);
    m_play->setObjectName(QStringLiteral("rehearsalPlay"));
    m_play->setFocusPolicy(Qt::StrongFocus);
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!m_beat.isActive()); });
    m_slider = new StepSlider(m_controls);
    m_slider->setObjectName(QStringLiteral("rehearsalSlider"));
    m_slider->setAccessibleName(tr("Step"));
    connect(m_slider, &QSlider::valueChanged, this, &RehearsalStage::showStep);
    connect(m_slider, &QSlider::actionTriggered, this, [this] { setPlaying(false); });
    connect(m_slider, &QSlider::sliderPressed, this, [this] { setPlaying(false); });
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(playRoom - 28);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    setPlaying(false);
}

void RehearsalStage::makeCapacity()
{
    m_capacityText = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, m_capacity);
    m_capacityText->setObjectName(QStringLiteral("capacityText"));
    m_capacityText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_capacityText->setWordWrap(true);
    m_chart = new CapacityChart(m_capacity);
    m_chart->setObjectName(QStringLiteral("capacityChart"));
    m_chart->setAccessibleName(tr("Capacity"));
    m_chart->setLead(playRoom);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * metric::unit);
    head->addWidget(makeLabel(tr("Capacity"), TextSize::Normal, QFont::DemiBold, Ink::Text, m_capacity));
    head->addWidget(m_capacityText, 1);
    QVBoxLayout* column = makeColumn(m_capacity, 0);
    column->setSpacing(metric::unit / 2);
    column->addLayout(head);
    column->addWidget(m_chart);
}

void RehearsalStage::setScene(const StageScene& scene)
{
    setPlaying(false);
    m_scene = scene;
    m_plan = Plan();
    m_document.open(scene.blueprint);
    m_document.apply({lookId, {}, Started{QStringLiteral("watch"), scene.fleet.name, {}}});
    FleetState now = scene.fleet;
    now.observedAt = {};
    showFleet(now);
    m_position->clear();
    m_all->setChecked(false);
    m_all->setVisible(false);
    m_controls->setVisible(false);
    m_capacity->setVisible(false);
}

void RehearsalStage::setPlan(const Plan& plan)
{
    const int last = int(plan.steps.size()) - 1;
    const int wanted = qBound(0, step(), qMax(0, last));
    m_plan = plan;
    m_slider->setStops(int(plan.steps.size()));
    const auto noReturn = std::ranges::find_if(plan.steps, &Step::noReturn);
    m_slider->setNoReturn(noReturn == plan.steps.cend() ? -1 : int(noReturn - plan.steps.cbegin()));
    const GroupState* group = m_scene.fleet.findGroup(plan.group);
    const Capacity capacity = capacityOf(plan, group ? group->wanted : int(plan.blue.size()));
    m_chart->setCapacity(capacity);
    m_capacityText->setText(capacity.isKnown() ? RehearsalWords::capacity(capacity) : QString());
    m_all->setVisible(last >= 0);
    m_controls->setVisible(last >= 0);
    m_capacity->setVisible(capacity.isKnown());
    m_slider->setValue(wanted);
    showStep(wanted);
}

/// The steps rest while all of them are seen at once.
void RehearsalStage::showChanges(bool all)
{
    setPlaying(false);
    m_controls->setEnabled(!all);
    if (!all) {
        m_canvas->setCurrentWidget(m_view);
        if (!m_plan.steps.isEmpty())
            showStep(step());
        return;
    }
    const FleetComparison changes =
        compareFleets({m_scene.blueprint, m_scene.fleet, true}, predictedEnd(m_scene, m_plan));
    m_changes->setComparison(changes);
    m_canvas->setCurrentWidget(m_changes);
    m_position->setText(ComparisonModel::summary(changes));
}

int RehearsalStage::step() const
{
    return m_slider->value();
}

void RehearsalStage::setStep(int step)
{
    setPlaying(false);
    m_slider->setValue(step);
}

const FleetState& RehearsalStage::shown() const
{
    return m_document.fleet();
}

void RehearsalStage::showFleet(const FleetState& fleet)
{
    m_document.apply({lookId, {}, FleetObserved{fleet}});
}

void RehearsalStage::showStep(int step)
{
    if (step >= m_plan.steps.size())
        return;
    m_all->setChecked(false); // a step was chosen in the list
    showFleet(sceneAt(m_scene, m_plan, step));
    m_position->setText(RehearsalWords::position(m_plan, step));
    m_slider->setAccessibleDescription(RehearsalWords::spokenStep(m_plan, step));
    m_chart->setStep(step);
    Q_EMIT stepChanged(step);
}

void RehearsalStage::setPlaying(bool playing)
{
    if (playing && m_slider->value() == m_slider->maximum())
        m_slider->setValue(0);
    playing ? m_beat.start() : m_beat.stop();
    const QString name = playing ? tr("Pause") : tr("Play the steps");
    m_play->setIcon(themeIcon(playing ? QStringLiteral("pause") : QStringLiteral("play"), &Theme::text));
    m_play->setToolTip(name);
    m_play->setAccessibleName(name);
}

void RehearsalStage::playOn()
{
    m_slider->setValue(m_slider->value() + 1);
    if (m_slider->value() == m_slider->maximum())
        setPlaying(false);
}

} // namespace snowmelt
