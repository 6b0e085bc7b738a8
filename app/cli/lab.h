// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// The bundled lab's blueprint: beside the installed program, else in the source tree this was built from.
QString labBlueprintPath();

} // namespace snowmelt
