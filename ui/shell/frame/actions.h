// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame/availability.h"

#include <QAction>
#include <QHash>

class QActionGroup;
class QMainWindow;
class QMenu;

namespace snowmelt {

class EditActions;

/// Every command of the window, once: menus, tool bar, shortcuts and context menus show the same actions.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QObject* parent);

    QAction* newBlueprint;
    QAction* open;
    QAction* lab;
    QAction* reload;
    QAction* exportDiagram;
    QAction* copyPicture;
    QAction* close;
    QAction* quit;
    QAction* find;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomFit;
    QAction* zoomReset;
    QAction* health;
    QAction* drift;
    QAction* image;
    QAction* compare;
    QActionGroup* appearance;
    QActionGroup* language;
    QAction* notifications;
    QAction* up;
    QAction* down;
    QAction* scan;
    QAction* scanNode;
    QAction* lookAgain;
    QAction* orphans;
    QAction* driftHistory;
    QAction* images;
    QAction* store;
    QAction* build;
    QAction* editRecipe;
    QAction* swap;
    QAction* rebirth;
    QAction* rollBack;
    QAction* pause;
    QAction* goOn;
    QList<QAction*> extendDrain; ///< data: by how many seconds
    QAction* abort;
    QAction* history;
    QAction* about;

    /// Enables what can be done now; a disabled action says why in its tool tip.
    void follow(const Situation& now);
    /// Menus without the docks' own, which the window adds to `view`.
    QMenu* fillMenuBar(QMainWindow* window, const EditActions& edits);

private:
    QAction* make(const char* name, const QString& text, const QString& hint, const QKeySequence& keys = {});
    QActionGroup* makeChoice(const char* name, const QStringList& texts, int current);
    QAction* makeMode(QActionGroup* group, const char* name, const QString& text, const QString& keys);
    void makeFile();
    void makeView();
    void makeFleet();
    void makeDeploy();
    void allow(QAction* action, const QString& why);
    void followPlatform(const Situation& now);

    QHash<QAction*, QString> m_hints;
    QMenu* m_fleetMenu = nullptr; ///< the menu bar's; null: it is not filled yet
    QMenu* m_deployMenu = nullptr;
};

} // namespace snowmelt
