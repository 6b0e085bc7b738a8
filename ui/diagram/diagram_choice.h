// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/scene/scene.h"

#include <QStringList>

namespace snowmelt {

/// Selections as values: parts, of which the last is the one the keyboard is on.

/// With a part that was not selected, without one that was.
QStringList toggledParts(QStringList parts, const QString& part);
/// Walking on from the last to `next` with Shift: it is selected too. Walking back gives up what was left.
QStringList extendedParts(QStringList parts, const QString& next);
/// What a band over `area` catches, in the diagram's order: containers that are inside of it as a whole, and of
/// everything else what it touches. What is in a container that is caught is caught with it.
QStringList partsWithin(const Scene& scene, const QRectF& area);

} // namespace snowmelt
