// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace snowmelt {

/// runCommandLine() with the streams given, so that tests hear what a person would.
int runCli(const QStringList& arguments, Console& console, const MakeOperations& makeOperations);

} // namespace snowmelt
