// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// "2 lines may hold a secret: …", of lines of a node's text; empty for none.
QString withheldText(int lines);

} // namespace snowmelt
