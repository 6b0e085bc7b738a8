// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/pencil.h"

#include <functional>

namespace snowmelt {

struct LegendEntry
{
    QString text;
    std::function<void(const Pencil&, const QRectF&)> mark; ///< draws into a rectangle of 24 × 16
};

/// Only what the picture shows in this mode: a quiet fleet has a short legend.
QList<LegendEntry> legendOf(const Diagram& diagram, DiagramMode mode);

} // namespace snowmelt
