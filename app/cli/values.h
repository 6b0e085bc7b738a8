// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "models/domain/result.h"

#include <optional>

namespace snowmelt {

/// Values of options and words. nullopt: it was no such value, and the person has been told (exit 64).
std::optional<ImageRef> imageValue(const Call& call, const QString& verb, const QString& text);
/// A whole number of the option, `fallback` when it was not given.
std::optional<int> numberValue(const Call& call, const QString& verb, const QString& option, int lowest, int highest,
                               int fallback);

} // namespace snowmelt
