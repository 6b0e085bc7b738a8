// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/scene/scene.h"
#include "ui/diagram/text_painter.h"
#include "ui/diagram/viewport.h"

#include <QPainterPath>
#include <QPen>
#include <QSet>

class QPainter;

namespace snowmelt {

/// What a view shows at the moment.
struct DiagramStage
{
    const Scene& scene;
    const Theme& theme;
    const Viewport& viewport;
    TextPainter& text;
    QSize size;             ///< of the view, pixels
    QSet<QString> selected; ///< parts
    QString hovered;        ///< part
    bool focused = false;
    bool held = false; ///< a hand pans, moves something or draws a band
};

/// As wide at every zoom, whatever the painter's transform; a cosmetic width counts the screen's own pixels.
QPen screenPen(const QPainter* painter, const QColor& color, double width, Qt::PenStyle style = Qt::SolidLine);
/// How a connection looks while a hand holds it: it leaves and arrives level.
QPainterPath heldThread(const QPointF& from, const QPointF& to);

/// Something drawn over the frame, in pixels of the view: it costs the diagram no new frame. The view asks for it each
/// time it is shown, so it must be quick.
class DiagramLayer
{
public:
    virtual ~DiagramLayer() = default;
    virtual void paint(QPainter* painter, const DiagramStage& stage) = 0;
};

/// Rings around what is selected and what the mouse is over.
class SelectionLayer final : public DiagramLayer
{
public:
    void paint(QPainter* painter, const DiagramStage& stage) override;
};

} // namespace snowmelt
