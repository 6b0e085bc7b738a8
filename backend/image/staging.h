// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/recipe_chain.h"

namespace snowmelt {

/// The script that builds a tier, from the program's resources, and the one that resolves a lock.
QByteArray builderScript();
/// What builds a tier of this recipe: that script, or the one that runs Packer.
QByteArray builderOf(const Recipe& recipe);
QByteArray resolverScript();

/// One line for each.
QByteArray joined(const QStringList& lines);

/// Writes what the builder script reads: WORK/in. `lower` names the unpacked layers below, topmost first, as an overlay
/// mount wants them; empty for the OS tier.
Result<Done> stage(const LoadedRecipe& recipe, const QStringList& lower, const QString& work);

/// Copies a script of the program's resources into a work folder: "elsewhere.sh".
Result<Done> stageResource(const QString& name, const QString& work);

/// Writes the recipe's own package sources as apt has them, with their keys, into FOLDER; they say that the keys are in
/// `keyrings`. `depth`: tiers below, so that no tier takes a name of another.
Result<Done> stageSources(const LoadedRecipe& recipe, qsizetype depth, const QString& folder, const QString& keyrings);

/// "/etc/snowmelt/services/40-haproxy": services of lower tiers start first and stop last.
QString serviceFile(Tier tier, int position, const QString& name);

/// "/etc/snowmelt/start/01-000": one command of a node's first start, those of lower tiers first.
QString startFile(qsizetype depth, qsizetype position);

/// The command that a step of the script ("before 03", "commands 00", "packages") stands for, for people.
QString commandOf(const Recipe& recipe, const QString& step);

} // namespace snowmelt
