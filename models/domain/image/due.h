// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

/// Why a tier has to be built. Braces list args.
enum class Due {
    NeverBuilt,     ///< {}
    RecipeChanged,  ///< {}
    FileChanged,    ///< {source of the recipe's file}
    ParentChanged,  ///< {parent's image@version}
    ParentDue,      ///< {parent's image@version}: it is built anew; should it come out as it was, this one stays
    LockChanged,    ///< {how many packages differ}
    BuilderChanged, ///< {}: this Snowmelt builds in another way
    Damaged,        ///< {}: the store no longer has all of it
    Asked,          ///< {}: a person wants it from zero
};

struct DueReason
{
    Due due = Due::NeverBuilt;
    QStringList args;
    bool operator==(const DueReason&) const = default;
};

} // namespace snowmelt
