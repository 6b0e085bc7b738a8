// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_layer.h"
#include "ui/diagram/pencil.h"

namespace snowmelt {

class DiagramView;

/// What a figure, a mark or a shape in a cell means, in one line; empty: cells of that size say nothing in that mode
/// that needs a word.
QString modeKey(DiagramMode mode, Level level, bool given = false);

/// Where a line of so wide a text stands: in the corner where the zoom is told, `row` lines above that. Null where it
/// would take most of the view's width: a small one needs the room for the diagram.
QRectF keyPlace(const QSizeF& view, double textWidth, int row);
void paintKey(QPainter* painter, const DiagramStage& stage, const QString& line, int row);

/// That line above the one that tells the zoom, while there are cells in the diagram: cards have words of their own.
class ModeKeyLayer final : public DiagramLayer
{
public:
    explicit ModeKeyLayer(const DiagramView* view) : m_view(view) {}

    void paint(QPainter* painter, const DiagramStage& stage) override;
    static QString textFor(const DiagramStage& stage, DiagramMode mode);

private:
    const DiagramView* m_view; ///< has this layer
};

} // namespace snowmelt
