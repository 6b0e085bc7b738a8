// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_mode.h"
#include "ui/diagram/scene/scene.h"
#include "ui/diagram/viewport.h"

#include <QImage>

namespace snowmelt {

/// All of `bounds` in the middle of `room`, however far away that is.
Viewport wholeIn(const QRectF& bounds, const QSizeF& room);

/// A whole diagram on a few pixels: containers and machines as rectangles, without words and edges. What is degraded or
/// down lies on top and keeps its least size, so it is seen among any number.
QImage minimapPicture(const Scene& scene, const DiagramLook& look, const Viewport& place, QSize size, double ratio);

} // namespace snowmelt
