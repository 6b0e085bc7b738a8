// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/placing.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace snowmelt {

class BlueprintEditor;
class DiagramView;
class FleetDocument;

/// Where the parts of the open fleet stand: in the diagram, in the order of what can be undone, and in the sidecar
/// beside the blueprint. It outlives the views that show it.
class PlaceKeeper final : public QObject
{
    Q_OBJECT
public:
    PlaceKeeper(FleetDocument* document, BlueprintEditor* editor, QObject* parent);
    ~PlaceKeeper() override;

    /// Before the document opens the blueprint: what the last one has to say goes to disk, and its own is read.
    void open(const QString& blueprintPath);
    /// From now on the places are those of this view, until it goes.
    void show(DiagramView* view);
    const Arrangement& arrangement() const { return m_kept; }

    void move(const Places& places, bool byKey);
    void arrange(const QStringList& parts); ///< lays them out afresh
    void arrangeAll();
    void rename(const QString& from, const QString& to); ///< not undone by itself: who undoes the edit renames back
    void flush();                                        ///< to disk now, if something has changed

Q_SIGNALS:
    void said(const QString& text);

private:
    friend class PlaceStep;
    void tell(const QString& text);
    void readAnew();
    void follow();
    void observed();
    void put(const Arrangement& arrangement);
    void hold(const Arrangement& arrangement);
    void noteChange();
    void write();
    void complain(const QString& reason);
    bool mergeTheirs();
    bool isWorthKeeping() const;

    FleetDocument* m_document;
    BlueprintEditor* m_editor;
    QPointer<DiagramView> m_view;
    QString m_path;                     ///< of the sidecar; empty: it has no place
    Arrangement m_kept;                 ///< what is to be remembered
    Arrangement m_base;                 ///< what is in the file, as far as we know
    std::optional<QByteArray> m_onDisk; ///< its bytes; nullopt: there is none
    Arrangement m_unseen;               ///< what was decided before the fleet was seen
    bool m_seen = false;                ///< the fleet has been observed since it was opened
    bool m_complained = false;          ///< that the file cannot be written: once is enough
    QTimer m_due;
};

} // namespace snowmelt
