// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/pencil.h"
#include "ui/diagram/scene/scene.h"

namespace snowmelt {

/// A stroked curve as its two sides. An edge may be hundreds of screens long: only the parts that are seen are painted,
/// and they look the same whichever they are.
struct Ribbon
{
    QColor color;
    QList<QPointF> left, right; ///< of the line, pixels; as many of one as of the other
    QList<qsizetype> ends;      ///< of its dashes, as many points from the start; a solid line is one
};

/// `path` is a start and three points for each cubic piece, in pixels.
Ribbon ribbonOf(const QList<QPointF>& path, const QPen& pen);

/// The ribbons of a scene's edges at one scale, made once.
class Ribbons
{
public:
    /// Forgets those of another scene or appearance.
    void prepare(const Pencil& pencil, const Scene& scene, double scale);
    void paint(const Pencil& pencil, int edge, const QRectF& area);

private:
    std::shared_ptr<const Diagram> m_diagram;
    const Theme* m_theme = nullptr;
    double m_scale = 0;
    double m_ratio = 0;
    QHash<int, Ribbon> m_ribbons;
};

} // namespace snowmelt
