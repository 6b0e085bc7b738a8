// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace snowmelt {

void printHelp(Console& console);
void printHelp(Console& console, const Verb& verb);

} // namespace snowmelt
