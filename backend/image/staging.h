// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/recipe_chain.h"

namespace snowmelt {

/// The script that builds a tier, from the program's resources.
QByteArray builderScript();

/// Writes what the builder script reads: WORK/in. `lower` names the unpacked layers below, topmost first, as an overlay
/// mount wants them; empty for the OS tier.
Result<Done> stage(const LoadedRecipe& recipe, const QStringList& lower, const QString& work);

/// "/etc/snowmelt/services/40-haproxy": services of lower tiers start first and stop last.
QString serviceFile(Tier tier, int position, const QString& name);

/// The command that a step of the script ("before 03", "commands 00", "packages") stands for, for people.
QString commandOf(const Recipe& recipe, const QString& step);

} // namespace snowmelt
