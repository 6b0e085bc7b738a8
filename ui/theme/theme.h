// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace snowmelt {

/// The colour tokens of one appearance. Hue always means something: blue and green are the sides of a deployment, amber
/// degraded, red down or failed, violet drift; all else is ink on paper. In high contrast paper is white or black,
/// every border is a full line, and no text is grey enough to fall below 7 : 1 (WCAG 2, AAA).
struct Theme
{
    bool dark = false;
    bool highContrast = false;
    QColor window, panel, canvas;
    QColor group, selection, grid;
    QColor line, control;
    QColor text, sub, faint;
    QColor ink, onInk;
    QColor blue, blueTint, green, greenTint, amber, amberTint, red, redTint, drift, driftTint;

    static const Theme& light();
    static const Theme& darkTheme();
    static const Theme& of(bool dark, bool highContrast = false);
    /// The theme a palette belongs to, by its windows. One of black and white alone asks for high contrast.
    static const Theme& of(const QPalette& palette);
    QPalette palette() const;
};

/// Text sizes in points at 96 dpi pixels: 11 / 12.5 / 14 / 17 px; weights 400 / 600 / 700. Inter, then the system's;
/// Noto Sans CJK KR for Hangul; a monospace for values.
enum class TextSize { Small, Normal, Large, Title };
QFont textFont(TextSize size, int weight = QFont::Normal);
QFont monoFont(TextSize size);
/// The size in pixels at 96 dpi.
qreal textPixels(TextSize size);

/// The 8 px grid and the radii.
namespace metric {
inline constexpr int unit = 8;
inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int groupRadius = 12;
} // namespace metric

/// WCAG 2 contrast of two opaque colours, 1 … 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace snowmelt
