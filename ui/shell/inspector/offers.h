// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame/availability.h"

#include <QList>

namespace snowmelt {

/// What a page of the inspector is about.
enum class Inspected {
    Fleet,
    Group,
    Host,  ///< a node that was there before
    Absent ///< a part that the blueprint has and nobody has seen
};

/// What is worth a button there, the first the most; only what the platform can do, see isOffered().
QList<WindowAct> offersOf(Inspected what, const Situation& now);

} // namespace snowmelt
