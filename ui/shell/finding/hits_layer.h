// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_layer.h"

namespace snowmelt {

/// Rings around what a search has found, dashed; the one at hand has a solid one.
class HitsLayer final : public DiagramLayer
{
public:
    static constexpr qsizetype atMost = 1000; ///< more rings would be no help to an eye

    void setHits(const QList<QRectF>& hits) { m_hits = hits; } ///< in diagram units
    void setCurrent(const QRectF& hit) { m_current = hit; }    ///< null: none
    void paint(QPainter* painter, const DiagramStage& stage) override;

private:
    QList<QRectF> m_hits;
    QRectF m_current;
};

} // namespace snowmelt
