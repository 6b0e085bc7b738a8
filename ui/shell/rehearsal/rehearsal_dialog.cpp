// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/rehearsal_dialog.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/rehearsal/checks_list.h"
#include "ui/shell/rehearsal/choices_bar.h"
#include "ui/shell/rehearsal/plan_notice.h"
#include "ui/shell/rehearsal/plan_request.h"
#include "ui/shell/rehearsal/rehearsal_stage.h"
#include "ui/shell/rehearsal/rehearsal_words.h"
#include "ui/shell/rehearsal/remembered.h"
#include "ui/shell/rehearsal/step_list.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr QSize usualSize{1300, 860};
constexpr QSize leastSize{860, 640};
constexpr int gutter = 3 * metric::unit; ///< on both sides of the line between the halves

QList<QWidget*> focusable(const QWidget* in)
{
    QList<QWidget*> all = in->findChildren<QWidget*>();
    all.removeIf([](const QWidget* one) { return one->focusPolicy() == Qt::NoFocus || one->focusProxy(); });
    return all;
}

} // namespace

RehearsalDialog::RehearsalDialog(Session* session, const RehearsalSubject& subject, QWidget* parent)
    : DialogFrame(titleOf(subject), tr("&Start"), parent), m_session(session), m_group(subject.group),
      m_request(new PlanRequest(session, this)), m_choices(new ChoicesBar(*session->document(), subject, this))
{
    const bool swaps = subject.node.isEmpty();
    setObjectName(swaps ? QStringLiteral("swapDialog") : QStringLiteral("rebirthDialog"));
    primary()->setObjectName(swaps ? QStringLiteral("startSwap") : QStringLiteral("startRebirth"));
    primary()->setDefault(false); // traffic is not moved by Return in a field
    setSizeGripEnabled(false);
    makeBody();
    followRequest();
    connect(m_choices, &ChoicesBar::changed, this, [this] { askPlan(false); });
    connect(m_choices, &ChoicesBar::typed, this, [this] {
        // Return in a field says its value once more.
        const bool known = m_choices->problem().isEmpty() && m_choices->choices() == m_asked;
        if (!known || m_plan.steps.isEmpty())
            askPlan(true);
    });
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    connect(primary(), &QPushButton::clicked, this, &RehearsalDialog::start);
    takeBackPlace();
    orderTabs();
    focusable(m_choices).first()->setFocus();
    askPlan(false);
}

void RehearsalDialog::setTarget(const ImageRef& to)
{
    m_choices->setTarget(to);
}

QString RehearsalDialog::titleOf(const RehearsalSubject& subject)
{
    if (!subject.then.isEmpty())
        return tr("Rebirth of %n node(s) of %1", nullptr, int(subject.then.size()) + 1).arg(subject.group);
    return subject.node.isEmpty() ? tr("Swap %1").arg(subject.group) : tr("Rebirth of %1").arg(subject.node);
}

void RehearsalDialog::setPlansFreshFor(int ms)
{
    m_request->setFreshFor(ms);
}

void RehearsalDialog::makeBody()
{
    m_stage = new RehearsalStage(this);
    m_stage->setContentsMargins(0, 0, gutter, 0);
    m_notice = new PlanNotice(this);
    connect(m_notice, &PlanNotice::againAsked, this, [this] { askPlan(false); });
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makePlanPage());
    m_pages->addWidget(m_notice);
    m_pages->setContentsMargins(gutter, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("rehearsalSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stage);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    connect(m_stage, &RehearsalStage::stepChanged, m_steps, &StepList::setCurrent);
    connect(m_steps, &StepList::chosen, m_stage, &RehearsalStage::setStep);
    connect(m_checks, &ChecksList::acceptanceChanged, this, &RehearsalDialog::showStart);
    body()->addWidget(m_choices);
    body()->addWidget(makeRule(this));
    body()->addWidget(m_splitter, 1);
}

QWidget* RehearsalDialog::makePlanPage()
{
    auto* page = new QWidget(this);
    m_steps = new StepList(page);
    m_steps->setObjectName(QStringLiteral("swapSteps"));
    m_steps->setAccessibleName(tr("Steps"));
    m_checks = new ChecksList(page);
    m_checks->setObjectName(QStringLiteral("swapChecks"));
    m_checks->setAccessibleName(tr("Checks"));
    m_checks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_count = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, page);
    m_count->setObjectName(QStringLiteral("swapCheckCount"));
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Checks"), TextSize::Normal, QFont::DemiBold, Ink::Text, page), 1);
    head->addWidget(m_count);
    QVBoxLayout* column = makeColumn(page, 0);
    column->addWidget(makeLabel(tr("Steps"), TextSize::Normal, QFont::DemiBold, Ink::Text, page));
    column->addWidget(m_steps, 3);
    column->addWidget(makeRule(page));
    column->addLayout(head);
    column->addWidget(m_checks, 2);
    return page;
}

void RehearsalDialog::takeBackPlace()
{
    const RehearsalPlace place = RehearsalPlace::remembered();
    const QSize room = parentWidget() ? parentWidget()->window()->size() : usualSize;
    const QSize wanted = place.size.isEmpty() ? usualSize.boundedTo(room * 0.94) : place.size;
    const QSize least = leastSize.expandedTo(minimumSizeHint()); // words of another language may be longer
    setMinimumSize(least);
    resize(wanted.expandedTo(least));
    if (place.splitter.isEmpty() || !m_splitter->restoreState(place.splitter))
        m_splitter->setSizes({wanted.width() * 3 / 5, wanted.width() * 2 / 5});
}

/// As it is read. What a plan brought was made last and would come after the buttons.
void RehearsalDialog::orderTabs()
{
    const QList<QWidget*> chain = focusable(m_choices) + focusable(m_stage) + focusable(m_steps) + focusable(m_checks) +
                                  focusable(m_notice) + QList<QWidget*>{closer(), primary()};
    for (qsizetype i = 1; i < chain.size(); ++i)
        setTabOrder(chain.at(i - 1), chain.at(i));
}

void RehearsalDialog::followRequest()
{
    connect(m_request, &PlanRequest::asked, this, &RehearsalDialog::showStart);
    connect(m_request, &PlanRequest::planned, this, &RehearsalDialog::takePlan);
    connect(m_request, &PlanRequest::failed, this, &RehearsalDialog::takeError);
    connect(m_request, &PlanRequest::stopped, this,
            [this] { showNoPlan(tr("There is no plan: asking for it was cancelled."), {}, true); });
}

void RehearsalDialog::askPlan(bool soon)
{
    m_wanted = false;
    m_changed = false;
    if (const QString problem = m_choices->problem(); !problem.isEmpty()) {
        m_request->drop();
        return showNoPlan(problem, {}, false);
    }
    if (m_plan.steps.isEmpty()) {
        m_stage->setScene(sceneOf(m_session->document()->blueprint(), m_session->document()->fleet(), m_group));
        m_notice->showBusy();
        m_pages->setCurrentWidget(m_notice);
    }
    m_asked = m_choices->choices();
    const PlanIntent intent = m_asked.planIntent();
    soon ? m_request->askSoon(intent) : m_request->ask(intent);
}

void RehearsalDialog::takePlan(const Plan& plan)
{
    const bool same = promisesTheSame(m_plan, plan);
    m_plan = plan;
    m_checks->setChecks(plan.checks);
    m_count->setText(RehearsalWords::checkCount(plan.checks));
    const bool startable = same && startState(plan.checks, m_checks->accepted()).isReady();
    if (m_wanted && startable)
        return begin();
    m_changed = std::exchange(m_wanted, false);
    m_steps->setPlan(plan);
    m_stage->setScene(sceneOf(m_session->document()->blueprint(), m_session->document()->fleet(), plan.group));
    m_stage->setPlan(plan);
    orderTabs();
    m_pages->setCurrentIndex(0);
    showStart();
}

void RehearsalDialog::takeError(const Error& error)
{
    const Sentence said = sentence(error);
    showNoPlan(said.what, said.next, true);
}

void RehearsalDialog::showNoPlan(const QString& what, const QString& next, bool again)
{
    m_wanted = false;
    m_plan = Plan();
    m_checks->setChecks({});
    m_stage->setScene(sceneOf(m_session->document()->blueprint(), m_session->document()->fleet(), m_group));
    m_notice->showTrouble(what, next, again);
    m_pages->setCurrentWidget(m_notice);
    showStart();
}

/// What the foot says: the button names what it does or what is missing, the remark what it takes.
void RehearsalDialog::showStart()
{
    const StartState state = startState(m_plan.checks, m_checks->accepted());
    const bool planned = !m_plan.steps.isEmpty();
    const QString reason = planned ? RehearsalWords::startReason(state) : QString();
    primary()->setEnabled(planned && !m_request->isPending() && state.isReady());
    primary()->setText(planned ? RehearsalWords::startButton(state) : tr("&Start"));
    primary()->setToolTip(reason);
    primary()->setAccessibleDescription(reason);
    if (m_request->isPending())
        setRemark(m_wanted ? tr("Looking once more before the start…") : tr("Making the plan…"));
    else if (!planned)
        setRemark({});
    else if (!state.blocking.isEmpty())
        setRemark(tr("It cannot start while a check blocks."));
    else if (m_changed)
        setRemark(tr("The plan has changed meanwhile. Look at it once more, then start."));
    else
        setRemark(RehearsalWords::forecast(m_plan));
}

void RehearsalDialog::start()
{
    if (m_request->isFresh())
        return begin();
    m_wanted = true;
    m_request->ask(m_choices->choices().planIntent());
}

void RehearsalDialog::begin()
{
    const StartState state = startState(m_plan.checks, m_checks->accepted());
    Q_EMIT startAsked(m_choices->choices().startIntent(state.acceptedCodes()));
    accept();
}

void RehearsalDialog::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous())
        RehearsalPlace{size(), m_splitter->saveState()}.remember();
    DialogFrame::hideEvent(event);
}

/// Return belongs to the field it is pressed in, or to the button that has the focus.
void RehearsalDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto* button = qobject_cast<QPushButton*>(focusWidget());
    if (!isReturn)
        return DialogFrame::keyPressEvent(event);
    if (button && button->isEnabled())
        button->click();
}

} // namespace snowmelt
