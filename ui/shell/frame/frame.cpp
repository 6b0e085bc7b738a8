// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/frame.h"

#include "models/domain/platform_verbs.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/mode_key.h"
#include "ui/shell/activity/activity_panel.h"
#include "ui/shell/dialogs/about.h"
#include "ui/shell/differences/differences.h"
#include "ui/shell/editing/editing.h"
#include "ui/shell/failures/failure_trail.h"
#include "ui/shell/finding/finding.h"
#include "ui/shell/frame/actions.h"
#include "ui/shell/frame/banner.h"
#include "ui/shell/frame/commands.h"
#include "ui/shell/frame/deployment_commands.h"
#include "ui/shell/frame/export_source.h"
#include "ui/shell/frame/live_strip.h"
#include "ui/shell/frame/notice.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/tool_bar.h"
#include "ui/shell/history/records.h"
#include "ui/shell/inspector/inspector.h"
#include "ui/shell/rebirths/rebirths.h"
#include "ui/shell/recovery/recovery.h"
#include "ui/shell/recovery/recovery_cards.h"
#include "ui/shell/scans/scan_choice.h"
#include "ui/shell/scans/scan_strip.h"
#include "ui/shell/start/not_running.h"
#include "ui/shell/start/problems_page.h"
#include "ui/shell/start/start_page.h"
#include "ui/shell/style/look.h"
#include "ui/shell/tree/fleet_tree_view.h"
#include "ui/shell/usage/usage_watch.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// Three operations; with a log beside them, room to read it.
constexpr int activityHeight = 128;
constexpr int logHeight = 288;

/// The tree's own margins would be taken away again by QTreeView, so they are those of what it stands in.
void fillSide(QWidget* side, FleetTreeView* tree)
{
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    auto* room = new QVBoxLayout(side);
    room->setContentsMargins(metric::unit, 0, 0, 0);
    room->addWidget(tree);
}

} // namespace

Frame::Frame(QMainWindow* window, Session* session, bool hasLab)
    : QObject(window), m_window(window), m_session(session), m_commands(new Commands(session, window)),
      m_deploymentCommands(new DeploymentCommands(session, window)), m_records(new Records(session, window, this)),
      m_recovery(new Recovery(session, window, this)), m_actions(new Actions(this)),
      m_editing(new Editing(session, window, this)), m_bar(new ToolBar(m_actions, window))
{
    window->addToolBar(m_bar);
    makeBanner();
    makePages(hasLab);
    makeDocks();
    QMenu* view = m_actions->fillMenuBar(window, *m_editing->actions());
    m_rebirths->fillMenu(window->menuBar()->findChild<QMenu*>(QStringLiteral("deployMenu")), m_actions->rollBack);
    auto* scans = new ScanChoice(session, this);
    scans->fillMenu(window->menuBar()->findChild<QMenu*>(QStringLiteral("fleetMenu")), m_actions->lookAgain);
    view->addAction(tr("Details of the &selection"), QKeySequence(QStringLiteral("Ctrl+I")), m_diagram,
                    &DiagramView::toggleCard);
    view->addAction(m_failures->action());
    m_finding->fillViewMenu(view, m_actions->compare);
    view->insertAction(m_actions->compare, m_differences->action());
    auto* usage = new UsageWatch(session, m_diagram);
    view->addAction(usage->action());
    connect(usage, &UsageWatch::said, this, &Frame::say);
    for (QDockWidget* dock : m_docks)
        view->addAction(dock->toggleViewAction());
    m_actions->lab->setVisible(hasLab);
    connectActions();
    connectChoices();
    connectInspector();
    connect(m_commands, &Commands::said, this, &Frame::say);
    connect(m_commands, &Commands::recipeAsked, this, &Frame::recipeAsked);
    connect(m_recovery, &Recovery::said, this, &Frame::say);
    connect(m_editing, &Editing::said, this, &Frame::say);
    connect(m_editing, &Editing::saveAsked, this, &Frame::saveAsked);
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::opened, this, &Frame::follow);
    connect(document, &FleetDocument::fleetChanged, this, &Frame::follow);
    connect(document, &FleetDocument::selectionChanged, this, &Frame::follow);
    connect(document, &FleetDocument::deploymentChanged, this, &Frame::follow);
    connect(session, &Session::underWayChanged, this, &Frame::follow);
    follow();
}

Frame::~Frame()
{
    m_window->menuBar()->clear();
    delete m_bar;
    delete m_bannerBar;
    qDeleteAll(m_docks);
    delete m_window->takeCentralWidget();
    delete m_commands;
    delete m_deploymentCommands;
}

/// The banner spans the window under the tool bar, so it sits in a bar of its own row.
void Frame::makeBanner()
{
    m_bannerBar = new QToolBar(tr("Deployment"), m_window);
    m_bannerBar->setObjectName(QStringLiteral("bannerBar"));
    m_bannerBar->setMovable(false);
    m_bannerBar->layout()->setContentsMargins(0, 0, 0, 0);
    m_bannerBar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto* banner = new Banner(m_session->document(), m_bannerBar);
    banner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QAction* place = m_bannerBar->addWidget(banner);
    m_window->addToolBarBreak();
    m_window->addToolBar(m_bannerBar);
    const auto follow = [this, place](bool shown) {
        place->setVisible(shown);
        m_bannerBar->setVisible(shown && showsFleet());
    };
    connect(banner, &Banner::shownChanged, this, follow);
    follow(banner->isWanted());
}

void Frame::makePages(bool hasLab)
{
    m_pages = new QStackedWidget(m_window);
    m_start = new StartPage(hasLab, m_pages);
    m_problems = new ProblemsPage(m_pages);
    m_fleet = makeFleetPage();
    for (QWidget* page : {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_problems), m_fleet})
        m_pages->addWidget(page);
    m_window->setCentralWidget(m_pages);
    m_pageNotice = new Notice(m_pages);
    m_pages->show(); // at once: docks whose sizes are restored before it shows would share its room
    connect(m_start, &StartPage::labAsked, this, &Frame::labAsked);
    connect(m_start, &StartPage::openAsked, this, &Frame::openAsked);
    connect(m_start, &StartPage::newAsked, this, &Frame::newAsked);
    connect(m_start, &StartPage::blueprintChosen, this, &Frame::pathAsked);
    connect(m_problems, &ProblemsPage::readAgainAsked, this, &Frame::pathAsked);
    connect(m_problems, &ProblemsPage::openAsked, this, &Frame::openAsked);
}

QWidget* Frame::makeFleetPage()
{
    auto* page = new QWidget(m_pages);
    QVBoxLayout* column = makeColumn(page, 0);
    column->setSpacing(0);
    column->addWidget(new LiveStrip(m_session, page));
    auto* open = new RecoveryCards(m_session->document(), page);
    connect(open, &RecoveryCards::wayAsked, m_recovery, &Recovery::ask);
    column->addWidget(open);
    m_diagram = new DiagramView(m_session->document(), page);
    m_diagram->setObjectName(QStringLiteral("diagram"));
    m_finding = new Finding(m_session->document(), m_diagram, m_bar->searchField(), this);
    column->addWidget(m_finding->makeBar(page));
    m_differences = new Differences(m_session, m_diagram);
    connect(m_differences, &Differences::rebirthAsked, m_commands, &Commands::rebirth);
    connect(m_differences, &Differences::rebirthOfAsked, m_commands, &Commands::rebirthOf);
    column->addWidget(m_differences->below(page), 1);
    column->addWidget(new ScanStrip(m_session->document(), page));
    m_rebirths = new Rebirths(m_session, m_diagram);
    connect(m_rebirths, &Rebirths::asked, m_commands, &Commands::rebirthOf);
    auto* card = new NotRunningCard(m_session->document(), m_diagram);
    connect(card, &NotRunningCard::upAsked, m_commands, &Commands::up);
    m_notice = new Notice(m_diagram);
    connect(m_diagram, &DiagramView::menuRequested, this, &Frame::showMenu);
    m_editing->watch(m_diagram);
    m_failures = new FailureTrail(m_session->document(), m_diagram);
    m_diagram->addLayer(std::make_unique<ModeKeyLayer>(m_diagram));
    return page;
}

QDockWidget* Frame::addDock(Qt::DockWidgetArea area, const char* name, const QString& title, QWidget* inside)
{
    auto* dock = new QDockWidget(title, m_window);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(inside);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    m_window->addDockWidget(area, dock);
    m_docks.append(dock);
    return dock;
}

void Frame::makeDocks()
{
    FleetDocument* document = m_session->document();
    m_window->setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    m_window->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    auto* side = new QWidget;
    auto* tree = new FleetTreeView(document, side);
    fillSide(side, tree);
    m_inspector = new Inspector(document);
    auto* activity = new ActivityPanel(document);
    QDockWidget* left = addDock(Qt::LeftDockWidgetArea, "fleetDock", tr("Fleet"), side);
    QDockWidget* right =
        addDock(Qt::RightDockWidgetArea, "inspectorDock", tr("Inspector"), m_failures->below(m_inspector));
    QDockWidget* below = addDock(Qt::BottomDockWidgetArea, "activityDock", tr("Activity"), activity);
    m_window->resizeDocks({left, right}, {244, 400}, Qt::Horizontal);
    m_window->resizeDocks({below}, {activityHeight}, Qt::Vertical);
    connect(tree, &FleetTreeView::imageChosen, m_inspector, &Inspector::showImage);
    connect(tree, &FleetTreeView::menuRequested, this, &Frame::showMenu);
    connect(activity, &ActivityPanel::cancelAsked, m_commands, &Commands::cancel);
    below->setTitleBarWidget(activity->handle());
    connect(activity, &ActivityPanel::roomWanted, this, [this, below] {
        if (below->height() < logHeight && !below->isFloating())
            m_window->resizeDocks({below}, {logHeight}, Qt::Vertical);
    });
}

void Frame::connectActions()
{
    const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(m_actions->newBlueprint, [this] { Q_EMIT newAsked(); });
    on(m_actions->open, [this] { Q_EMIT openAsked(); });
    on(m_actions->lab, [this] { Q_EMIT labAsked(); });
    on(m_actions->reload, [this] { Q_EMIT reloadAsked(); });
    on(m_actions->close, [this] { Q_EMIT closeFleetAsked(); });
    on(m_actions->quit, [this] { m_window->close(); });
    on(m_actions->exportDiagram, [this] { m_commands->exportDiagram(exportSource(*m_diagram)); });
    on(m_actions->copyPicture, [this] { m_commands->copyPicture(exportSource(*m_diagram)); });
    on(m_actions->find, [this] { m_finding->search(); });
    on(m_actions->zoomIn, [this] { m_diagram->zoomIn(); });
    on(m_actions->zoomOut, [this] { m_diagram->zoomOut(); });
    on(m_actions->zoomFit, [this] { m_finding->fit(); });
    on(m_actions->zoomReset, [this] { m_finding->actualSize(); });
    on(m_actions->health, [this] { m_diagram->setMode(DiagramMode::Health); });
    on(m_actions->drift, [this] { m_diagram->setMode(DiagramMode::Drift); });
    on(m_actions->image, [this] { m_diagram->setMode(DiagramMode::Image); });
    on(m_actions->up, [this] { m_commands->up(); });
    on(m_actions->down, [this] { m_commands->down(); });
    on(m_actions->scan, [this] { m_commands->scanAll(); });
    on(m_actions->scanNode, [this] { m_commands->scan({m_session->document()->selection()}); });
    on(m_actions->lookAgain, [this] { m_session->look(); });
    on(m_actions->build, [this] { m_commands->build({}); });
    on(m_actions->editRecipe, [this] { m_commands->editRecipe({}); });
    on(m_actions->swap, [this] { m_commands->swap({}); });
    on(m_actions->rebirth, [this] { m_commands->rebirth(m_session->document()->selection()); });
    on(m_actions->rollBack, [this] { m_deploymentCommands->tellShown(Command::RollBack); });
    on(m_actions->pause, [this] { m_deploymentCommands->tellShown(Command::Pause); });
    on(m_actions->goOn, [this] { m_deploymentCommands->tellShown(Command::Continue); });
    on(m_actions->abort, [this] { m_deploymentCommands->tellShown(Command::Abort); });
    for (QAction* extend : m_actions->extendDrain)
        on(extend, [this, extend] { m_deploymentCommands->tellShown(Command::ExtendDrain, extend->data().toInt()); });
    on(m_actions->orphans, [this] { m_records->showOrphans(); });
    on(m_actions->driftHistory, [this] { m_records->showDriftHistory({}); });
    on(m_actions->images, [this] { m_records->showImages(); });
    on(m_actions->store, [this] { m_records->showStore(); });
    on(m_actions->history, [this] { m_records->showHistory(); });
    on(m_actions->compare, [this] { m_records->showComparison(); });
    on(m_actions->about, [this] { showAbout(m_window); });
}

void Frame::connectChoices()
{
    connect(m_actions->appearance, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT appearanceChosen(Appearance(action->data().toInt())); });
    connect(m_actions->language, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT languageChosen(Language(action->data().toInt())); });
    connect(m_actions->notifications, &QAction::toggled, this, &Settings::setNotifications);
}

void Frame::connectInspector()
{
    connect(m_inspector, &Inspector::upAsked, m_commands, &Commands::up);
    connect(m_inspector, &Inspector::buildAsked, m_commands, &Commands::build);
    connect(m_inspector, &Inspector::swapAsked, m_commands, &Commands::swap);
    connect(m_inspector, &Inspector::scanAsked, m_commands, &Commands::scan);
    connect(m_inspector, &Inspector::lookAsked, m_actions->lookAgain, &QAction::trigger);
    connect(m_inspector, &Inspector::differencesAsked, m_differences->action(), &QAction::trigger);
    connect(m_inspector, &Inspector::driftHistoryAsked, m_records, &Records::showDriftHistory);
    connect(m_records, &Records::buildAsked, m_commands, &Commands::build);
    connect(m_inspector, &Inspector::rebirthAsked, m_commands, &Commands::rebirth);
    connect(m_inspector, &Inspector::rebirthOfAsked, m_commands, &Commands::rebirthOf);
    connect(m_inspector, &Inspector::told, m_deploymentCommands, &DeploymentCommands::tell);
    connect(m_inspector, &Inspector::swapToAsked, m_commands, &Commands::swapTo);
    connect(m_bannerBar->findChild<Banner*>(), &Banner::dismissed, m_inspector, &Inspector::dismiss);
}

void Frame::showMenu(const QString& part, const QPoint& at)
{
    m_session->document()->setSelection(part);
    auto* menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("partMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (m_session->document()->fleet().findNode(part))
        menu->addAction(m_actions->scanNode);
    if (m_session->document()->blueprint().findGroup(part))
        menu->addAction(m_actions->swap);
    if (!makesNodes(m_session->document()->blueprint()))
        menu->addAction(m_actions->lookAgain);
    menu->addAction(m_actions->rebirth);
    m_rebirths->fillContextMenu(menu);
    menu->addAction(m_differences->action());
    menu->addSeparator();
    m_finding->fillContextMenu(menu);
    m_editing->actions()->fillContextMenu(menu, true);
    m_editing->actions()->fillPlacingMenu(menu, true);
    menu->popup(at);
}

void Frame::setFleetParts(bool shown)
{
    m_bar->setVisible(shown);
    m_bannerBar->setVisible(shown && m_bannerBar->findChild<Banner*>()->isWanted());
    for (QDockWidget* dock : m_docks)
        dock->setVisible(shown);
}

void Frame::showStart()
{
    m_start->refresh();
    setFleetParts(false);
    m_pages->setCurrentWidget(m_start);
}

void Frame::showFleet()
{
    if (showsFleet())
        return;
    m_pages->setCurrentWidget(m_fleet);
    setFleetParts(true);
}

void Frame::showProblems(const QString& path, const QList<Problem>& problems)
{
    m_problems->showProblems(path, problems);
    setFleetParts(false);
    m_pages->setCurrentWidget(m_problems);
}

void Frame::showUnreadable(const QString& path, const QString& reason)
{
    m_problems->showUnreadable(path, reason);
    setFleetParts(false);
    m_pages->setCurrentWidget(m_problems);
}

bool Frame::showsFleet() const
{
    return m_pages && m_pages->currentWidget() == m_fleet;
}

void Frame::say(const QString& text)
{
    (showsFleet() ? m_notice : m_pageNotice)->say(text);
}

void Frame::follow()
{
    m_actions->follow(situationOf(*m_session->document()));
}

} // namespace snowmelt
