// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/finding/found_parts.h"
#include "ui/shell/finding/side_worker.h"

#include <QPointer>
#include <QTimer>

namespace snowmelt {

class DiagramView;
class FleetDocument;
class FoundModel;
class HitsLayer;
class SearchField;
class SearchPanel;
class Travelling;

/// Finds while a person types, rings what was found, and flies to it. A large fleet is searched beside the GUI thread:
/// what a key asks of the list waits until it is there.
class Searching final : public QObject
{
    Q_OBJECT
public:
    Searching(const FleetDocument* document, DiagramView* view, SearchField* field, Travelling* travelling,
              QObject* parent);
    ~Searching() override;

    void begin();       ///< the focus goes into the field
    void step(int by);  ///< flies to the next hit, or the one before, wherever the focus is
    bool found() const; ///< there is something to step through

Q_SIGNALS:
    void changed();

private:
    struct AsideIndex;
    using Act = std::function<void()>;

    void watchFleet();
    void listenToField();
    void typed();
    void look(); ///< again, for what is typed now
    void lookAside(FindSource source);
    void show(const QList<FoundPart>& found, int fleet);
    void whenFound(Act act); ///< for what is typed now
    void moveTo(int row);
    void take(int step);
    void stepFrom(int row, int by);
    void flyTo(const FoundPart& part);
    void land();
    void close();
    void end();
    void ring();

    const FleetDocument* m_document;
    DiagramView* m_view;
    SearchField* m_field;
    Travelling* m_travelling;
    FoundModel* m_model;
    HitsLayer* m_rings;            ///< the view's
    QPointer<SearchPanel> m_panel; ///< the window's
    QPointer<QWidget> m_focusBefore;
    QTimer m_soon;          ///< a large fleet is searched when the fingers rest
    int m_fleet = 0;        ///< grows with every change of it
    int m_shown = -1;       ///< the one that the list is of
    QList<Act> m_whenFound; ///< what keys asked meanwhile
    int m_row = -1;
    QString m_flownTo; ///< Return again means the next one
    QString m_landing; ///< a part whose group is being expanded
    std::shared_ptr<AsideIndex> m_index;
    SideWorker m_aside;
};

} // namespace snowmelt
