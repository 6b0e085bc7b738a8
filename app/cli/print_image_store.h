// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

namespace snowmelt {

/// What was found in the image store, and what was done with it, for people.
void printStoreCheck(Console& console, const StoreCheck& check);
void printPruning(Console& console, const Pruning& pruning);
void printExported(Console& console, const ImageExported& exported);
void printImported(Console& console, const ImageRecord& image);

} // namespace snowmelt
