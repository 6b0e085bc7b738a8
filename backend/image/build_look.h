// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/recipe_chain.h"
#include "backend/image/store_index.h"
#include "models/domain/event.h"
#include "models/domain/image/expectation.h"

namespace snowmelt {

/// What the store has of an image that is to be built.
struct BuildLook
{
    QString key;
    StoredImage image;        ///< its newest build; null when there is none
    QList<DueReason> reasons; ///< why it is not what would be built now; empty: it is
    Expectation expected;     ///< of building it
};

/// Blocking. StoreUnusable.
Result<BuildLook> lookForBuild(const QString& store, const LoadedRecipe& recipe, const Digest& parent);

/// Each tier of a chain, lowest first, before any of them is built. Blocking. StoreUnusable.
Result<QList<ImageDue>> foreseenBuild(const QString& store, const QList<LoadedRecipe>& chain, bool fromScratch);

} // namespace snowmelt
