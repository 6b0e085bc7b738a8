// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/walk.h"
#include "ui/diagram/diagram_hand.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/edge_pan.h"
#include "ui/diagram/flight.h"
#include "ui/diagram/frame_cache.h"
#include "ui/diagram/scene/layout_worker.h"

#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>

#include <vector>

namespace snowmelt {

class HoverCard;

/// State of the view. diagram_view.cpp is its face, diagram_content.cpp keeps up with the document, diagram_motion.cpp
/// moves, diagram_input.cpp listens to mouse and keys, diagram_grip.cpp selects several and moves boxes.
class DiagramView::Private
{
public:
    Private(DiagramView* view, FleetDocument* document);

    // content
    void opened();
    void relayout();
    void adopt(LayoutOutcome outcome);
    void lookChanged();
    void tick();
    void follow(); ///< the document's selection
    void select(const QString& part);
    void setParts(const QStringList& parts);
    void setHovered(int box);
    int current() const;
    DiagramLook look() const;
    QString hint() const;
    QString statusText() const;
    QRect statusRect() const;

    // motion
    void show(const Viewport& next, bool hurried);
    void fit();
    void zoomBy(double factor, const QPointF& anchor);
    void pan(const QPointF& by);
    void walkTo(int box);
    void revealBox(int box);
    void fly(const Viewport& to);
    int boxAt(const QPointF& viewPosition) const;

    // hand
    void press(const QMouseEvent& event);
    void drag(const QPointF& at);
    void release(const QMouseEvent& event);
    void click(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void drop();
    void chooseBand();
    bool letGo(); ///< of what was being moved, or the band; false: there was nothing
    void restHand();
    void keepHold();         ///< what is moved stays under the mouse, wherever the view goes
    bool isHandBusy() const; ///< with more than a press that may be a click
    bool isMovableAt(const QPointF& viewPosition) const;
    void followCursor(const QPointF& viewPosition);
    void pressArrow(Direction direction, Qt::KeyboardModifiers modifiers);
    void extendTo(int box);
    void nudge(Direction direction);

    // painting
    void paint(QPainter* painter);
    void paintStatus(QPainter* painter);
    void paintHint(QPainter* painter);

    DiagramView* q;
    QPointer<FleetDocument> document;
    Scene scene;
    Arrangement arrangement;
    LayoutWays ways; ///< of the edges in the scene
    LayoutWorker worker;
    DiagramMode mode = DiagramMode::Health;
    QBitArray dimmed;
    QString age; ///< as the frame prints it
    Viewport viewport;
    FrameCache frame;
    TextPainter text;
    SelectionLayer rings;
    std::vector<std::unique_ptr<DiagramLayer>> layers;
    QString box;       ///< key of the box the keyboard is on: two sides of a group are one part
    QString hovered;   ///< part
    QStringList parts; ///< selected, the document's last
    bool statusShown = true;
    bool fitted = true; ///< nobody has moved it: keep everything in sight
    bool hurried = false;
    bool sharp = false;
    bool placing = false; ///< boxes may be moved
    bool spaceHeld = false;
    bool keyboard = false; ///< focus came by the keyboard: show where it is
    DiagramHand hand;
    HandLayer handLayer{hand};
    EdgePan edge;
    QTimer rest;   ///< the hand rests: paint sharply
    QTimer ahead;  ///< the next bands of a sharp frame
    QTimer second; ///< the age of the observation grows
    QVariantAnimation flight;
    HoverCard* card = nullptr; ///< a child of the view
    Viewport bound;            ///< where it ends
};

} // namespace snowmelt
