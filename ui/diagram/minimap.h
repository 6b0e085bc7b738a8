// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/minimap_corner.h"
#include "ui/diagram/viewport.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace snowmelt {

class DiagramView;

/// The whole diagram in a corner of its view, and in it a frame around what the view shows. A click brings a place to
/// the middle, dragging the frame moves the view. It hides while every box is in sight anyway, and goes to another
/// corner where it would lie on boxes.
///
/// The picture is kept: a pan or a zoom moves the frame alone, whatever the number of nodes.
class Minimap final : public QWidget
{
    Q_OBJECT
public:
    explicit Minimap(DiagramView* view);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    QRectF frameRect() const;                      ///< around what the view shows, in this widget
    QPointF toDiagram(const QPointF& here) const;  ///< what lies under a point of this widget
    int picturesPainted() const { return m_made; } ///< how often the whole diagram was looked at

Q_SIGNALS:
    void jumping(); ///< the view is about to be moved to another place

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(); ///< the view: shown or not, and where
    void noteBoxes();
    void chooseCorner();
    void followLook();
    void makePicture();
    void bringToMiddle(const QPointF& diagram);
    Viewport place() const; ///< diagram units → this widget

    DiagramView* m_view;
    QImage m_picture;
    QTimer m_later; ///< observations come every second, and change little
    DiagramLook m_look;
    QList<QRectF> m_boxes; ///< that stand by themselves: nodes are in theirs; diagram units
    QRectF m_all;          ///< around them
    MapCorner m_corner = MapCorner::BottomLeft;
    QPointF m_held; ///< of the middle of the view, diagram units: the hand is beside it by as much
    int m_made = 0;
    bool m_wanted = true;
    bool m_stale = true;
    bool m_dragging = false;
};

} // namespace snowmelt
