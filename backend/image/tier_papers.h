// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/recipe_chain.h"
#include "backend/image/store_writer.h"
#include "models/domain/image/papers/provenance.h"

namespace snowmelt {

/// What is known of a tier's building besides what it was built from.
struct BuildWitness
{
    QString person;
    QDateTime startedAt;
    Digest parent; ///< null: it has none
    RecipeOrigin origin;
    QString packer{};        ///< version of the Packer that made it
    QStringList artifacts{}; ///< all that Packer told of
    QString host{};          ///< that builds it over SSH; empty: this machine
};

/// What lies beside a tier that was just built: its recipe's text and how it was built, by annotation.
QMap<QString, QByteArray> papersOfTier(const LoadedRecipe& recipe, const ImageRecord& image,
                                       const BuildWitness& witness);

} // namespace snowmelt
