// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPen>

namespace snowmelt {

/// Health as glyph, border and fill, told apart without colour: healthy thin; degraded thick; down double and filled;
/// draining dashed and hatched; unknown dotted.
struct HealthStyle
{
    QString icon;
    IconInk ink;
    QPen border;
    QColor fill;
    bool doubled = false;
    bool hatched = false;
};

HealthStyle healthStyle(Health health, const Theme& theme);
/// What the blueprint wants and nobody has created: a dotted ghost without a fill.
HealthStyle plannedStyle(const Theme& theme);
/// A host that was there before and answers: calm, and not what a healthy one is.
HealthStyle reachedStyle(const Theme& theme);
QIcon healthIcon(Health health, const Theme& theme);
QColor sideColor(Side side, const Theme& theme); ///< sub for Side::None
QColor sideTint(Side side, const Theme& theme);  ///< group for Side::None

} // namespace snowmelt
