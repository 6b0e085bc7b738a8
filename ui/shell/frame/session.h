// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "models/editing/blueprint_editor.h"
#include "models/ports/operations.h"

#include <QPointer>
#include <QSet>

namespace snowmelt {

class PlaceKeeper;

/// The open fleet and the port behind one face: starts operations for the document's blueprint, folds their events into
/// the document, and keeps looking. Nothing here waits.
class Session final : public QObject
{
    Q_OBJECT
public:
    explicit Session(Operations* operations, QObject* parent = nullptr);
    ~Session() override;

    FleetDocument* document() const { return m_document; }
    BlueprintEditor* editor() const { return m_editor; }
    PlaceKeeper* places() const { return m_places; }

    /// Leaves the last fleet (its operations' events are dropped from now on) and begins to watch this one. `text` is
    /// what is on disk.
    void open(const QByteArray& text, const Blueprint& blueprint);
    /// Another text of the open blueprint is on disk now: the fleet stays, whoever acts from now on acts by it.
    void noteSaved(const QByteArray& text, const Blueprint& blueprint);
    void discardEdits(); ///< back to what is on disk; not to be undone
    /// By the blueprint that is on disk: what is edited is nobody's order yet.
    OperationId start(const Intent& intent);
    void cancel(const OperationId& id);
    /// To a question of the document; it goes to the port and leaves no trace here.
    void answer(const OperationId& id, const AccessAnswer& answer);
    /// How often the watch scans each node by itself; 0: never.
    void setScanSeconds(int seconds);
    /// Watch (again, when it ended), read images and history.
    void look();
    bool isLive() const { return !m_watch.isEmpty(); }
    /// Operations of the person that still run, oldest first.
    QList<const OperationState*> underWay() const;

Q_SIGNALS:
    void liveChanged(bool live);
    void underWayChanged();

private:
    void take(const Event& event);
    void settle(const Event& event, const Finished& finished);
    void readAgain();
    void watchAnew();

    QPointer<Operations> m_operations;
    FleetDocument* m_document;
    BlueprintEditor* m_editor;
    PlaceKeeper* m_places;
    Blueprint m_saved;
    OperationId m_watch;
    QSet<OperationId> m_running; ///< begun for the open fleet, not finished
    QSet<OperationId> m_left;    ///< begun for a fleet that was open before
};

} // namespace snowmelt
