// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/finding/find_availability.h"

#include <QAction>
#include <QMap>

class QMenu;

namespace snowmelt {

struct FilterCounts;
struct FleetFilter;

/// The commands that find one's way in the diagram, once, for the menu, shortcuts, the bar and the context menu.
class FindActions final : public QObject
{
    Q_OBJECT
public:
    explicit FindActions(QObject* parent);

    QAction* action(FindAct act) const { return m_actions.value(act); }
    /// Enables what can be done now; a disabled action says why in its tool tip.
    void follow(const FindSituation& now);
    /// Checks what is chosen; the bar's buttons say how many there are.
    void follow(const FleetFilter& chosen, const FilterCounts& counts);
    void fillViewMenu(QMenu* menu, QAction* before) const;
    void fillContextMenu(QMenu* menu, const FindSituation& now) const;

Q_SIGNALS:
    void asked(snowmelt::FindAct act);

private:
    QAction* make(FindAct act, const char* name, const QString& text, const QString& hint, const QString& keys);
    void makeToggle(FindAct act, const char* name, const QString& text, const QString& hint, const QString& keys);
    void makeMoves();
    void makeFilters();
    void makeGroups();
    void setCount(FindAct act, const QString& textWithCount);

    QMap<FindAct, QAction*> m_actions;
    QMap<FindAct, QString> m_hints;
};

} // namespace snowmelt
