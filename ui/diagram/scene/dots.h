// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/scene/scene_mark.h"

#include <QList>
#include <QRect>

#include <array>

class QPainter;

namespace snowmelt {

/// Nodes too small for a glyph, as flat rectangles on whole pixels, no antialiasing, no alpha. They may be a hundred
/// thousand: they are written into an image, where a painter would look each up in its clip.
/// States differ without hue: well is a light mark, degraded a dark frame, down a dark mark that grows into the gap
/// around it, draining a lower half, drifted a left half, unknown hollow. What is degraded or down keeps 3 pixels when
/// all else is dust, and lies on top.
class Dots
{
public:
    Dots(const Theme& theme, DiagramMode mode, double ratio);

    void add(const SceneMark& mark, const QRect& rect, bool dimmed);
    /// `region`: the device pixels that are seen. The painter has no scale.
    void paint(QPainter* painter, const QRect& region) const;

private:
    enum Ink { Paper, Well, Dimmed, Sub, Faint, Other, Drift, Amber, AmberTint, Red, InkCount };
    template <typename Visit>
    void each(Visit visit) const; ///< as they lie upon one another
    void put(Ink ink, const QRect& rect);
    void hollow(Ink ink, Ink inner, const QRect& rect, int line);
    QRect visible(const QRect& rect) const;
    void addIll(const SceneMark& mark, const QRect& rect);
    void addDrifted(const QRect& rect);

    DiagramMode m_mode;
    int m_line;  ///< device pixels of a border
    int m_least; ///< device pixels of what must be seen
    std::array<QColor, InkCount> m_colors;
    std::array<QList<QRect>, InkCount> m_below; ///< what borders surround
    std::array<QList<QRect>, InkCount> m_above;
};

} // namespace snowmelt
