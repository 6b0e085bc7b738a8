// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/connect_layer.h"
#include "ui/diagram/edge_pan.h"

#include <QKeySequence>
#include <QObject>

class QHelpEvent;
class QMouseEvent;

namespace snowmelt {

class ConnectGuide;
class DiagramView;

/// Connecting by hand: the part under the mouse, and the one that is selected, carry a handle when a connection may
/// begin there; dragged to another part, it asks for the connection. A view without this has no handles.
class ConnectGesture final : public QObject
{
    Q_OBJECT
public:
    /// A child of the view. `guide` stays as long; `keys` do the same by keyboard.
    ConnectGesture(DiagramView* view, const ConnectGuide& guide, const QKeySequence& keys);

    QRect handleOf(const QString& part) const; ///< in the view; null: it shows none
    const std::optional<ConnectLine>& line() const { return m_picture->line; }

Q_SIGNALS:
    /// On a part that it may end at; global position.
    void dropped(const QString& from, const QString& to, const QPoint& at);
    /// A handle that was not dragged.
    void clicked(const QString& part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QRect placeOf(const QString& key) const;
    QString keyAt(const QPointF& position) const;
    QString partUnder(const QPoint& position) const;
    bool press(const QMouseEvent& mouse);
    bool move(const QMouseEvent& mouse);
    bool release(const QMouseEvent& mouse);
    bool tell(const QHelpEvent& help) const;
    void point(int box);
    void showHandles();
    void begin(const QString& key, const QPointF& at);
    void drawTo(const QPointF& at);
    void end();
    void followScene();

    DiagramView* m_view;
    const ConnectGuide& m_guide;
    QKeySequence m_keys;
    std::shared_ptr<ConnectPicture> m_picture; ///< shared with what paints it
    EdgePan m_edge;
    QString m_pointed; ///< key of the box that the mouse is on, or a node of which
    QPointF m_pressedAt;
    bool m_moved = false; ///< far enough to be no click
};

} // namespace snowmelt
