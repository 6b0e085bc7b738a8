// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// web-2 before web-10, in every locale.
bool beforeByName(const QString& a, const QString& b);

} // namespace snowmelt
