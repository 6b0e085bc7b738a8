// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"

namespace snowmelt {

/// In the order in which a tier is built.
enum class RecipePart {
    Suite,
    Packer,
    BeforePackages,
    Source,
    Package,
    User,
    File,
    Template,
    Command,
    Start,
    Service,
    Port,
    Health,
    Test,
    Schema,
    Label
};

/// One thing an image gets, and from which of its tiers.
struct EffectiveLine
{
    RecipePart part = RecipePart::Suite;
    QString name;        ///< package, path, user, command, port …
    QString value{};     ///< what is said of it: "0755 root:root  ../app/shop.py", a service's command, a label's text
    ImageRef from{};     ///< the tier that says it
    ImageRef undoneBy{}; ///< a tier above that says otherwise of the same thing; null: it holds
    bool operator==(const EffectiveLine&) const = default;
};

struct RecipeOfTier
{
    ImageRef ref;
    Recipe recipe;
};

/// An image's recipe with all its parents', OS tier first: what is in effect, each with where it comes from. Tier by
/// tier, in the order in which it is done. Labels and tests are of one image alone, those of its parents are left out.
QList<EffectiveLine> effectiveRecipe(const QList<RecipeOfTier>& chain);

/// What holds of an image with these recipes, OS tier first: its own, or that of the nearest parent that has one.
std::optional<RecipeHealth> effectiveHealth(const QList<Recipe>& chain);
SchemaWindow effectiveSchema(const QList<Recipe>& chain);

} // namespace snowmelt
