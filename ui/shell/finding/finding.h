// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/finding/find_availability.h"

#include <QObject>

class QAction;
class QMenu;

namespace snowmelt {

class DiagramView;
class FilterBar;
class Filtering;
class FindActions;
class FleetDocument;
class Minimap;
class SearchField;
class Searching;
class Travelling;

/// Finding one's way in the window's diagram: search, filters, neighbours, collapsed groups, back and forward, the
/// overview. Puts the commands together with who does them.
class Finding final : public QObject
{
    Q_OBJECT
public:
    Finding(const FleetDocument* document, DiagramView* view, SearchField* field, QObject* parent);

    QWidget* makeBar(QWidget* parent);
    void fillViewMenu(QMenu* menu, QAction* before) const;
    void fillContextMenu(QMenu* menu) const;

    void search();
    void fit();
    void actualSize();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeMinimap();
    void start(FindAct act);
    void startFilter(FindAct act);
    void startGroups(FindAct act);
    void fitSelection();
    void follow();
    void followFilter();
    FindSituation situation() const;
    QStringList groups() const;

    const FleetDocument* m_document;
    DiagramView* m_view;
    FindActions* m_actions;
    Filtering* m_filtering;
    Travelling* m_travelling;
    Searching* m_searching;
    Minimap* m_minimap = nullptr; ///< the view's
    FilterBar* m_bar = nullptr;   ///< the page's
};

} // namespace snowmelt
