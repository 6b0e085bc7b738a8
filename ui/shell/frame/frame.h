// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"
#include "models/domain/ids.h"
#include "ui/shell/frame/settings.h"

#include <QObject>

class QDockWidget;
class QMainWindow;
class QStackedWidget;
class QToolBar;

namespace snowmelt {

class Actions;
class Commands;
class DeploymentCommands;
class DiagramView;
class Differences;
class Editing;
class FailureTrail;
class Finding;
class Inspector;
class Notice;
class ProblemsPage;
class Records;
class Rebirths;
class Recovery;
class Session;
class StartPage;
class ToolBar;

/// Everything inside the main window, made for a session in the language of the moment. A change of language makes it
/// anew; document and operations live on in the session.
class Frame final : public QObject
{
    Q_OBJECT
public:
    Frame(QMainWindow* window, Session* session, bool hasLab);
    ~Frame() override;

    void showStart();
    void showFleet();
    void showProblems(const QString& path, const QList<Problem>& problems);
    void showUnreadable(const QString& path, const QString& reason);
    void say(const QString& text);
    /// Only what belongs to an open fleet has docks worth remembering.
    bool showsFleet() const;

Q_SIGNALS:
    void openAsked();
    void newAsked();
    void labAsked();
    void pathAsked(const QString& path);
    void reloadAsked();
    void closeFleetAsked();
    void saveAsked();
    void recipeAsked(const snowmelt::ImageRef& image);
    void appearanceChosen(snowmelt::Appearance appearance);
    void languageChosen(snowmelt::Language language);

private:
    void makeBanner();
    void makePages(bool hasLab);
    QWidget* makeFleetPage();
    void makeDocks();
    QDockWidget* addDock(Qt::DockWidgetArea area, const char* name, const QString& title, QWidget* inside);
    void connectActions();
    void connectChoices();
    void connectInspector();
    void showMenu(const QString& part, const QPoint& at);
    void setFleetParts(bool shown);
    void follow();

    QMainWindow* m_window;
    Session* m_session;
    Commands* m_commands;
    DeploymentCommands* m_deploymentCommands;
    Records* m_records;
    Recovery* m_recovery;
    Actions* m_actions;
    Editing* m_editing;
    Finding* m_finding = nullptr;
    ToolBar* m_bar;
    QToolBar* m_bannerBar = nullptr;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    ProblemsPage* m_problems = nullptr;
    QWidget* m_fleet = nullptr;
    DiagramView* m_diagram = nullptr;
    Differences* m_differences = nullptr; ///< a child of the diagram
    Rebirths* m_rebirths = nullptr;       ///< a child of the diagram
    FailureTrail* m_failures = nullptr;   ///< a child of the diagram
    Notice* m_notice = nullptr;
    Notice* m_pageNotice = nullptr; ///< while no fleet shows
    Inspector* m_inspector = nullptr;
    QList<QDockWidget*> m_docks;
};

} // namespace snowmelt
