// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/swap_dialog.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/items/step_model.h"
#include "models/wording/wording.h"
#include "ui/shell/dialogs/checks_list.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/inspector/step_delegate.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int usualBake = 60;
constexpr int longestBake = 24 * 3600;
/// While a number is being typed, not each digit asks for a plan.
constexpr int typingPause = 300;

ImageRef runningImage(const FleetDocument& document, const QString& group)
{
    const GroupState* state = document.fleet().findGroup(group);
    if (state && !state->nodes.isEmpty())
        return state->nodes.first().image;
    const Group* wanted = document.blueprint().findGroup(group);
    return wanted ? wanted->image : ImageRef{};
}

} // namespace

SwapDialog::SwapDialog(Session* session, const QString& group, QWidget* parent)
    : DialogFrame(tr("Swap %1").arg(group), tr("&Start"), parent), m_session(session), m_group(group),
      m_pause(new QTimer(this)), m_stepModel(new StepModel(this))
{
    setObjectName(QStringLiteral("swapDialog"));
    primary()->setObjectName(QStringLiteral("startSwap"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &SwapDialog::askPlan);
    makeChoices();
    makePlanView();
    FleetDocument* document = session->document();
    connect(document, &FleetDocument::planMade, this, [this](const OperationId& id, const Plan& plan) {
        if (id == m_asked)
            showPlan(plan);
    });
    connect(document, &FleetDocument::operationFinished, this, &SwapDialog::takeEnd);
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT swapAsked(SwapIntent{m_group, target(), m_bake->value()});
    });
    resize(900, 640);
    askPlan();
}

SwapDialog::~SwapDialog()
{
    if (!m_asked.isEmpty())
        m_session->cancel(m_asked);
}

void SwapDialog::makeChoices()
{
    m_target = new QComboBox(this);
    m_target->setObjectName(QStringLiteral("swapTarget"));
    m_target->setAccessibleName(tr("Target version"));
    m_target->setMinimumWidth(150);
    fillTargets();
    m_bake = new QSpinBox(this);
    m_bake->setObjectName(QStringLiteral("swapBake"));
    m_bake->setRange(0, longestBake);
    m_bake->setValue(usualBake);
    m_bake->setSuffix(tr(" s"));
    m_bake->setMinimumWidth(90);
    m_bake->setToolTip(tr("So long green is watched while blue is kept ready: rolling back is at once."));
    const QString from = imageText(runningImage(*m_session->document(), m_group));
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::unit);
    row->addWidget(makeLabel(QString(from + u" →"), TextSize::Normal, QFont::Normal, Ink::Sub, this));
    row->addWidget(m_target);
    row->addSpacing(2 * metric::unit);
    row->addWidget(makeLabel(strategyText(Strategy::BlueGreen), TextSize::Normal, QFont::Normal, Ink::Sub, this));
    row->addSpacing(2 * metric::unit);
    QLabel* watch = makeLabel(tr("&Watch for"), TextSize::Normal, QFont::Normal, Ink::Sub, this);
    watch->setBuddy(m_bake);
    row->addWidget(watch);
    row->addWidget(m_bake);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addWidget(makeRule(this));
    connect(m_target, &QComboBox::currentIndexChanged, this, &SwapDialog::askPlan);
    connect(m_bake, &QSpinBox::valueChanged, this, [this] {
        primary()->setEnabled(false);
        m_pause->start();
    });
}

void SwapDialog::fillTargets()
{
    const FleetDocument* document = m_session->document();
    const ImageRef running = runningImage(*document, m_group);
    const QStringList versions = document->blueprint().versionsOf(running.name);
    for (const QString& version : versions) {
        const ImageRef ref{running.name, version};
        if (ref == running)
            continue;
        const ImageRecord* record = imageRecord(*document, ref);
        const QString state = record && record->nodes == 0 ? QString(u" · " + imageStateText(*record)) : QString();
        m_target->addItem(imageText(ref) + state, ref.text());
    }
    m_target->setCurrentIndex(m_target->count() - 1); // the newest of the file
}

void SwapDialog::makePlanView()
{
    m_steps = new QListView(this);
    m_steps->setObjectName(QStringLiteral("swapSteps"));
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setModel(m_stepModel);
    m_steps->setItemDelegate(new StepDelegate(StepDelegate::Lead::Number, m_steps));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setResizeMode(QListView::Adjust);
    m_steps->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_checks = new ChecksList(this);
    m_checks->setObjectName(QStringLiteral("swapChecks"));
    m_checks->setAccessibleName(tr("Checks"));
    m_count = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Faint, this);
    m_count->setObjectName(QStringLiteral("swapCheckCount"));
    auto* left = new QVBoxLayout;
    left->setSpacing(metric::unit); // else the row's
    left->addWidget(makeLabel(tr("Steps"), TextSize::Normal, QFont::DemiBold, Ink::Text, this));
    left->addWidget(m_steps, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Checks"), TextSize::Normal, QFont::DemiBold, Ink::Text, this), 1);
    head->addWidget(m_count);
    auto* right = new QVBoxLayout;
    right->setSpacing(metric::unit);
    right->addLayout(head);
    right->addWidget(m_checks, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(4 * metric::unit);
    row->addLayout(left, 3);
    row->addLayout(right, 2);
    body()->addLayout(row, 1);
}

ImageRef SwapDialog::target() const
{
    return ImageRef::parse(m_target->currentData().toString()).value_or(ImageRef{});
}

void SwapDialog::askPlan()
{
    if (!m_asked.isEmpty())
        m_session->cancel(m_asked);
    m_asked.clear();
    m_planned = false;
    if (target().isNull())
        return showNoPlan(tr("The blueprint has no other version of this image. Add one, then read it again."));
    primary()->setEnabled(false);
    setRemark(tr("Making the plan…"));
    m_asked = m_session->start(PlanIntent{m_group, target(), m_bake->value()});
}

void SwapDialog::showPlan(const Plan& plan)
{
    m_planned = true;
    m_stepModel->showPlan(plan);
    m_steps->doItemsLayout();
    m_checks->setChecks(plan.checks);
    const CheckCount count = countChecks(plan.checks);
    m_count->setText(tr("%1 pass · %2 warn · %3 block").arg(count.pass).arg(count.warn).arg(count.block));
    primary()->setEnabled(!plan.blocked());
    primary()->setText(count.warn > 0 ? tr("&Start, accepting %n warning(s)", nullptr, count.warn) : tr("&Start"));
    if (plan.blocked())
        setRemark(tr("It cannot start while a check blocks."));
    else
        setRemark(tr("%n node(s) more exist until blue is removed. Until blue is retired you can roll back.", nullptr,
                     int(plan.green.size())));
}

void SwapDialog::showNoPlan(const QString& text)
{
    m_stepModel->setRows({});
    m_checks->setChecks({});
    m_count->clear();
    primary()->setEnabled(false);
    primary()->setText(tr("&Start"));
    setRemark(text);
}

void SwapDialog::takeEnd(const OperationId& id, const Finished& finished)
{
    if (id != m_asked)
        return;
    m_asked.clear();
    if (m_planned)
        return;
    if (!finished.error)
        return showNoPlan(outcomeText(finished.outcome));
    const Sentence said = sentence(*finished.error);
    showNoPlan(said.what + u' ' + said.next);
}

} // namespace snowmelt
