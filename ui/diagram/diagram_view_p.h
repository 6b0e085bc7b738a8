// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/walk.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/frame_cache.h"

#include <QPointer>
#include <QTimer>

namespace snowmelt {

/// State of the view; diagram_view.cpp shows, diagram_input.cpp listens to mouse and keys.
class DiagramView::Private
{
public:
    Private(DiagramView* view, FleetDocument* document);

    void relayout();
    void lookChanged();
    void follow(); ///< the document's selection
    void setViewport(const Viewport& next, bool hurried);
    void fit();
    void zoomBy(double factor, const QPointF& anchor);
    void pan(const QPointF& by);
    void select(const QString& part);
    void walkTo(int box);
    int current() const;
    int boxAt(const QPointF& viewPosition) const;
    void setHovered(int box);
    void tick();

    DiagramLook look() const;
    void paintOverlay(QPainter* painter);
    void paintStatus(QPainter* painter);
    void paintHint(QPainter* painter);
    QString hint() const;
    QRect statusRect() const;
    QString statusText() const;

    DiagramView* q;
    QPointer<FleetDocument> document;
    Diagram diagram;
    DiagramMode mode = DiagramMode::Health;
    Viewport viewport;
    FrameCache frame;
    TextPainter text;
    QString box;     ///< key of the box the keyboard is on: two sides of a group are one part
    QString hovered; ///< part
    bool statusShown = true;
    bool fitted = true; ///< nobody has moved it: keep everything in sight
    bool hurried = false;
    bool dragging = false;
    bool dragged = false;
    bool spaceHeld = false;
    bool keyboard = false; ///< focus came by the keyboard: show where it is
    QPointF lastPosition;
    QPointF pressedAt;
    QTimer rest;   ///< the hand rests: paint sharply
    QTimer second; ///< the age of the observation grows
};

} // namespace snowmelt
