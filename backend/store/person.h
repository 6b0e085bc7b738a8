// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// Who acts, for the history: "mina@laptop". Behind sudo the person who typed it, not root.
QString personAtHost();

} // namespace snowmelt
