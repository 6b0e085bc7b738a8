// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"
#include "models/domain/store_note.h"

namespace snowmelt {

/// What could not be kept or read back, why, and what to do: in the person's language. What the other side said of it
/// is verbatim: who shows it escapes it.
QString storeNoteText(const StoreNote& note);

QString storeFaultText(StoreFault fault);
/// All of a check in a sentence or two: whole or not, how much was read, and what to do.
QString storeCheckText(const StoreCheck& check);
/// Why a build stays.
QString keepReasonText(const KeptImage& kept);
/// "2 builds would go, and 812 MB become free."; that nothing would.
QString pruningText(const Pruning& pruning);
QString removedText(const Pruning& pruning); ///< "2 builds were removed; 812 MB became free."
/// Which platforms did not say what their nodes run, and what follows; empty: all did.
QString notAskedText(const Pruning& pruning);

} // namespace snowmelt
