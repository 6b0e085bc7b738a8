// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/packer/packer_folder.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/blueprint/recipe.h"
#include "models/domain/image/lock.h"
#include "models/domain/result.h"

#include <optional>

namespace snowmelt {

/// A recipe with everything it refers to: all that decides what will be built.
struct LoadedRecipe
{
    ImageRef ref;
    Recipe recipe;
    QByteArray text;
    QList<QByteArray> contents;       ///< of recipe.files, same order
    QList<QByteArray> keys{};         ///< of recipe.sources, same order; empty where there is none
    QList<QByteArray> templates{};    ///< of recipe.templates, same order
    QList<PackerFile> packerFolder{}; ///< of the recipe's Packer template
    SchemaWindow schema{};            ///< its own, or the nearest parent's
    QString file{};                   ///< the recipe's own, absolute
    std::optional<Lock> lock{};       ///< beside it; nullopt: its packages are the mirror's of the day
};

/// Reads an image's recipe and its parents' with their files, OS tier first. Touches nothing.
/// ImageUnknown, RecipeInvalid {file, line, column, problem's code, its args…}, FileUnreadable, FileTooLarge. Blocking.
Result<QList<LoadedRecipe>> loadRecipes(const Blueprint& blueprint, const ImageRef& image);
/// The same with their locks: also LockInvalid {file, line, column}.
Result<QList<LoadedRecipe>> loadChain(const Blueprint& blueprint, const ImageRef& image);

/// What the image's configuration is labelled with besides its name and tier.
QMap<QString, QString> labelsOf(const LoadedRecipe& recipe);

/// LockTooOld {image@version, package} when the recipe asks for what its lock was not made for; Unsupported {"lock",
/// image@version} when Packer makes it.
Result<Done> lockFits(const LoadedRecipe& recipe);

/// What an image is built from, as one hash: it is current while this is as it was.
QString buildKey(const LoadedRecipe& recipe, const Digest& parent, const QByteArray& builder);

} // namespace snowmelt
