// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/actions.h"

#include "ui/shell/editing/edit_actions.h"
#include "ui/shell/frame/settings.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>
#include <QRegularExpression>

namespace snowmelt {

namespace {

/// Without the mnemonic, for where none works. Korean has it behind the words: "스캔(&S)".
QString withoutMnemonic(QString text)
{
    static const QRegularExpression behind(QStringLiteral("\\(&.\\)"));
    return text.remove(behind).remove(u'&');
}

} // namespace

Actions::Actions(QObject* parent) : QObject(parent)
{
    makeFile();
    makeView();
    makeFleet();
    makeDeploy();
    about = make("actionAbout", tr("&About Snowmelt"), {});
    about->setMenuRole(QAction::AboutRole);
}

QAction* Actions::make(const char* name, const QString& text, const QString& hint, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setIconText(withoutMnemonic(text)); // the tool bar's
    action->setShortcut(keys);
    m_hints.insert(action, hint);
    allow(action, {});
    return action;
}

void Actions::makeFile()
{
    newBlueprint = make("actionNew", tr("&New blueprint…"),
                        tr("Begins a fleet of your own: the lab’s images, and no parts yet. The Edit menu adds them."),
                        QKeySequence::New);
    open = make("actionOpen", tr("&Open a blueprint…"), {}, QKeySequence::Open);
    lab = make("actionTryLab", tr("Try the &lab"), tr("Opens the bundled fleet “shop”."));
    reload = make("actionReload", tr("&Read the blueprint again"), tr("After it was changed."),
                  QKeySequence(QStringLiteral("Ctrl+R")));
    exportDiagram =
        make("actionExport", tr("&Export…"), tr("Writes the diagram, or the review of the fleet, into a file."),
             QKeySequence(QStringLiteral("Ctrl+E")));
    close = make("actionClose", tr("&Close"), {}, QKeySequence::Close);
    quit = make("actionQuit", tr("&Quit"), {}, QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    copyPicture = make("actionCopyPicture", tr("Copy as &picture"), tr("The diagram, for another program to paste."),
                       QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    find = make("actionFind", tr("&Find a node"), {}, QKeySequence::Find);
}

QAction* Actions::makeMode(QActionGroup* group, const char* name, const QString& text, const QString& keys)
{
    QAction* action = make(name, text, {}, QKeySequence(keys));
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

QActionGroup* Actions::makeChoice(const char* name, const QStringList& texts, int current)
{
    auto* group = new QActionGroup(this);
    for (int i = 0; i < texts.size(); ++i) {
        QAction* action = make(name, texts.at(i), {});
        action->setObjectName(QString::fromLatin1(name) + QString::number(i));
        action->setCheckable(true);
        action->setChecked(i == current);
        action->setData(i);
        group->addAction(action);
    }
    return group;
}

void Actions::makeView()
{
    zoomIn = make("actionZoomIn", tr("Zoom &in"), {}, QKeySequence::ZoomIn);
    zoomOut = make("actionZoomOut", tr("Zoom &out"), {}, QKeySequence::ZoomOut);
    zoomFit = make("actionZoomFit", tr("&Fit the window"), {}, QKeySequence(QStringLiteral("Ctrl+9")));
    zoomReset = make("actionZoomReset", tr("&Actual size"), {}, QKeySequence(QStringLiteral("Ctrl+0")));
    auto* modes = new QActionGroup(this);
    health = makeMode(modes, "actionModeHealth", tr("&Health"), QStringLiteral("Ctrl+1"));
    drift = makeMode(modes, "actionModeDrift", tr("&Drift"), QStringLiteral("Ctrl+2"));
    image = makeMode(modes, "actionModeImage", tr("&Image"), QStringLiteral("Ctrl+3"));
    health->setChecked(true);
    compare = make("actionCompare", tr("&Compare…"), tr("Two states of the fleet as one diagram: what differs."),
                   QKeySequence(QStringLiteral("Ctrl+D")));
    appearance =
        makeChoice("actionAppearance",
                   {tr("&System"), tr("&Light"), tr("&Dark"), tr("L&ight, high contrast"), tr("D&ark, high contrast")},
                   int(Settings::appearance()));
    notifications = make("actionNotifications", tr("Desktop &notifications"),
                         tr("Tells you when a deployment needs you and the window is not in front."));
    notifications->setCheckable(true);
    notifications->setChecked(Settings::notifications());
    // Languages name themselves, so that a person finds the own one.
    language = makeChoice("actionLanguage", {tr("&System"), QStringLiteral("&English"), QStringLiteral("&한국어")},
                          int(Settings::language()));
}

void Actions::makeFleet()
{
    up = make("actionUp", tr("Bring &up…"), tr("Makes what is missing and waits until it is healthy."),
              QKeySequence(QStringLiteral("Ctrl+U")));
    down = make("actionDown", tr("Take &down…"), tr("Removes this fleet's nodes and network."));
    scan = make("actionScan", tr("&Scan"), tr("Compares every node with the image it was born from. It only reads."),
                QKeySequence(QStringLiteral("F6")));
    scanNode = make("actionScanNode", tr("Scan &this one"), {});
    lookAgain = make("actionLookAgain", tr("&Look again"), tr("Asks the world once more."), QKeySequence::Refresh);
    driftHistory = make("actionDriftHistory", tr("D&rift over time…"),
                        tr("Since when nodes differ, and what likely caused it, as scans saw it."));
    orphans = make("actionOrphans", tr("&Orphans…"), tr("Lists what Snowmelt made and nothing refers to."));
}

void Actions::makeDeploy()
{
    images = make("actionImages", tr("I&mages…"), tr("Who is born from what, and what differs between two images."),
                  QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    store = make("actionStore", tr("&Image store…"),
                 tr("Every build that is kept: which are needed, and whether they are whole."));
    build = make("actionBuild", tr("&Build image…"), tr("Makes an image from its recipe."),
                 QKeySequence(QStringLiteral("Ctrl+B")));
    editRecipe = make("actionEditRecipe", tr("Edit re&cipe…"),
                      tr("Shows how an image is made, with its errors, and what its parents add."),
                      QKeySequence(QStringLiteral("Ctrl+Shift+B")));
    swap = make("actionSwap", tr("&Swap…"), tr("Moves a group to another image version. The plan is shown first."),
                QKeySequence(QStringLiteral("Ctrl+T")));
    rebirth = make("actionRebirth", tr("&Rebirth…"), tr("Replaces the selected node by a fresh one."));
    rollBack = make("actionRollback", tr("Roll bac&k…"), tr("Blue takes all traffic again; green is removed."));
    pause = make("actionPause", tr("&Pause"), tr("Finishes the act at hand, then stands still."));
    goOn = make("actionContinue", tr("Con&tinue"), tr("Goes on where it stands still."));
    for (const int minutes : {1, 5, 15}) {
        extendDrain +=
            make("actionExtendDrain", tr("+%n min", nullptr, minutes), tr("Gives blue’s sessions more time."));
        extendDrain.last()->setObjectName(QStringLiteral("actionExtendDrain%1").arg(minutes));
        extendDrain.last()->setData(minutes * 60);
    }
    abort = make("actionAbort", tr("&Abort…"), tr("Stops where it stands; both sides stay as they are."));
    history = make("actionHistory", tr("&History"), tr("What was done, by whom, and how it ended."),
                   QKeySequence(QStringLiteral("Ctrl+H")));
}

void Actions::allow(QAction* action, const QString& why)
{
    const QString plain = withoutMnemonic(action->text()).remove(u'…');
    const QString hint = why.isEmpty() ? m_hints.value(action) : why;
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setEnabled(why.isEmpty());
    action->setToolTip(hint.isEmpty() ? plain : keys.isEmpty() ? hint : QString(hint + u" (" + keys + u')'));
}

void Actions::follow(const Situation& now)
{
    const QHash<QAction*, WindowAct> acts{
        {scan, WindowAct::Scan},          {scanNode, WindowAct::Scan},     {build, WindowAct::Build},
        {swap, WindowAct::Swap},          {rebirth, WindowAct::Rebirth},   {up, WindowAct::Up},
        {down, WindowAct::Down},          {rollBack, WindowAct::RollBack}, {pause, WindowAct::Pause},
        {goOn, WindowAct::Continue},      {abort, WindowAct::Abort},       {exportDiagram, WindowAct::Export},
        {copyPicture, WindowAct::Export}, {reload, WindowAct::Reload},     {orphans, WindowAct::Orphans},
        {lookAgain, WindowAct::Look},     {image, WindowAct::ByImage},     {images, WindowAct::ByImage},
        {store, WindowAct::ByImage}};
    for (auto act = acts.begin(); act != acts.end(); ++act) {
        allow(act.key(), whyNot(act.value(), now));
        act.key()->setVisible(isOffered(act.value(), now));
    }
    for (QAction* action : extendDrain)
        allow(action, whyNot(WindowAct::ExtendDrain, now));
    followPlatform(now);
    const QString notOpen = whyNot(WindowAct::Export, now);
    for (QAction* action :
         {find, zoomIn, zoomOut, zoomFit, zoomReset, health, drift, compare, driftHistory, history, editRecipe, close})
        allow(action, notOpen);
}

/// Machines that exist are not deployed: their history stands with the fleet.
void Actions::followPlatform(const Situation& now)
{
    const bool deploys = isOffered(WindowAct::Swap, now);
    if (!deploys && image->isChecked())
        health->trigger();
    m_hints.insert(scan, deploys ? tr("Compares every node with the image it was born from. It only reads.")
                                 : tr("Compares every host with the last look that was accepted. It only reads."));
    if (!m_deployMenu || m_deployMenu->menuAction()->isVisible() == deploys)
        return;
    m_deployMenu->menuAction()->setVisible(deploys);
    if (deploys)
        m_fleetMenu->removeAction(history);
    else
        m_fleetMenu->insertAction(lookAgain, history);
}

QMenu* Actions::fillMenuBar(QMainWindow* window, const EditActions& edits)
{
    QMenuBar* bar = window->menuBar();
    bar->clear();
    QMenu* file = bar->addMenu(tr("&File"));
    file->addActions({newBlueprint, open, lab, reload});
    file->addSeparator();
    file->addAction(edits.action(EditAct::Save));
    file->addActions({exportDiagram, close, quit});
    QMenu* edit = bar->addMenu(tr("&Edit"));
    edits.fillEditMenu(edit);
    edit->addActions({copyPicture, find});
    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions({health, drift, image});
    view->addSeparator();
    view->addActions({zoomIn, zoomOut, zoomFit, zoomReset});
    view->addSeparator();
    view->addAction(compare);
    view->addSeparator();
    view->addMenu(tr("&Appearance"))->addActions(appearance->actions());
    view->addMenu(tr("&Language"))->addActions(language->actions());
    view->addAction(notifications);
    view->addSeparator();
    QMenu* fleet = bar->addMenu(tr("F&leet"));
    fleet->setObjectName(QStringLiteral("fleetMenu"));
    m_fleetMenu = fleet;
    fleet->addActions({scan, scanNode, driftHistory, lookAgain});
    fleet->addSeparator();
    fleet->addActions({up, down});
    fleet->addSeparator();
    fleet->addAction(orphans);
    QMenu* deploy = bar->addMenu(tr("&Deploy"));
    deploy->setObjectName(QStringLiteral("deployMenu"));
    m_deployMenu = deploy;
    deploy->setToolTipsVisible(true);
    deploy->addActions({images, store, build, editRecipe, swap, rebirth});
    deploy->addSeparator();
    deploy->addActions({rollBack, pause, goOn});
    deploy->addMenu(tr("&Extend drain"))->addActions(extendDrain);
    deploy->addAction(abort);
    deploy->addSeparator();
    deploy->addAction(history);
    bar->addMenu(tr("&Help"))->addAction(about);
    return view;
}

} // namespace snowmelt
