// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_layer.h"

#include <memory>
#include <optional>

namespace snowmelt {

/// A connection that is being drawn.
struct ConnectLine
{
    QString from;          ///< part
    QPointF start;         ///< diagram units
    QPointF end;           ///< the mouse, pixels of the view
    QSet<QString> targets; ///< parts it may end at
    QString over;          ///< part under the mouse; empty: none, or the one it comes from
    QString words;         ///< what connecting those two would be, or why it cannot be

    bool isLegal() const { return targets.contains(over); }
};

/// What is seen of connecting by hand.
struct ConnectPicture
{
    QStringList handles; ///< keys of the boxes that carry one
    QString under;       ///< key of the one whose handle the mouse is on; empty: none
    std::optional<ConnectLine> line;
};

/// Handles while the hand is free; the line, the parts it may end at and what it would mean while one is drawn.
class ConnectLayer final : public DiagramLayer
{
public:
    explicit ConnectLayer(std::shared_ptr<const ConnectPicture> picture) : m_picture(std::move(picture)) {}
    void paint(QPainter* painter, const DiagramStage& stage) override;

private:
    std::shared_ptr<const ConnectPicture> m_picture;
};

} // namespace snowmelt
