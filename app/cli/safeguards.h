// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "models/domain/intent.h"

#include <optional>

namespace snowmelt {

/// What every deployment may be told beyond its target: deadlines, gates, which warnings are accepted.
QList<Option> safeguardOptions();
/// nullopt: the person has been told what is wrong with them (exit 64).
std::optional<DeployOptions> readSafeguards(const Call& call, const QString& verb);
/// "--verbose" of those that act on a deployment.
Option verboseActOption();

} // namespace snowmelt
