// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/scene/scene.h"

#include <QRect>

namespace snowmelt {

/// The box that is connected when `box` is pointed at: a node stands for its group. -1: nothing that has connections of
/// its own.
int connectedBox(const Scene& scene, int box);

/// Where the handle of a part is, by where the part is: on the middle of its right side, or of what is seen of it. Null
/// where too little is seen to carry one. Whole pixels of a view of this size.
QRect handlePlace(const QRectF& part, const QSize& view);
/// Where a mouse takes hold of it: a little more than what is painted.
QRect handleReach(const QRect& handle);

} // namespace snowmelt
