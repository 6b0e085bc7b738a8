// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/inventory.h"

#include <optional>

namespace snowmelt {

/// What a comparison knows of one image.
struct ImageContents
{
    ImageRecord record;
    Inventory inventory;
    std::optional<QByteArray> recipe{};   ///< its text; nullopt: it is not kept with the image
    QMap<QByteArray, QByteArray> texts{}; ///< of the files that textsWanted() names
};

/// Files of `mine` whose text compareImages() needs: those of its services, and dpkg's lists of what the packages
/// brought that `other` has otherwise.
QList<QByteArray> textsWanted(const Inventory& mine, const Inventory& other);

/// Pure. Everything of a comparison but who changed the recipe. Lines of recipes are without what may be a secret.
/// A text that is missing makes its service a plain file, and its package's files nobody's.
ImageDiff compareImages(const ImageContents& from, const ImageContents& to);

/// Differences, or none; what is not known of a recipe is never the same, but in one and the same image.
OutcomeKind outcomeOf(const ImageDiff& diff);

} // namespace snowmelt
