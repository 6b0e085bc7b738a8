// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/scene/pixel_map.h"
#include "ui/diagram/scene/ribbons.h"
#include "ui/diagram/scene/scene.h"
#include "ui/diagram/scene/sprites.h"

namespace snowmelt {

/// Paints a scene onto the pixels of a screen, at the level of detail the pixels allow.
///
/// What a pixel gets depends on where it is in the diagram and on nothing else: neither on the region asked for nor on
/// the origin. So a frame may be moved and mended, and is the one that would have been painted afresh.
class ScenePainter
{
public:
    /// `painter` has no transform and its device one unit a pixel; only `region` (device pixels) is touched.
    void paint(QPainter* painter, const Scene& scene, const DiagramLook& look, const PixelMap& map,
               const QRect& region);
    /// Device pixels around a box that painting it may touch: captions, badges, shadows.
    static int reach(const PixelMap& map);
    TextPainter& text() { return m_text; }

private:
    struct Found;
    void paintContainers(const Pencil& pencil, const Scene& scene, const DiagramLook& look, const PixelMap& map,
                         const QList<int>& containers) const;
    void paintEdges(const Pencil& pencil, const Scene& scene, const DiagramLook& look, const PixelMap& map,
                    const QRectF& area);
    void paintLeaves(const Pencil& pencil, const Scene& scene, const DiagramLook& look, const PixelMap& map,
                     const QList<int>& leaves, const QRect& region) const;

    TextPainter m_text;
    Sprites m_sprites;
    Ribbons m_ribbons;
};

} // namespace snowmelt
