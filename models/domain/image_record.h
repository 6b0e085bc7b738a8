// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"
#include "models/domain/ids.h"

#include <QDateTime>

namespace snowmelt {

/// An image version as the store knows it.
struct ImageRecord
{
    ImageRef ref;
    Digest digest; ///< null: has a recipe, was never built
    ImageRef parent;
    Tier tier = Tier::Os;
    QDateTime builtAt;  ///< UTC
    qint64 size = 0;    ///< bytes of all layers
    qint64 ownSize = 0; ///< bytes of its own layer
    int packages = 0;
    qint64 buildMs = 0;
    bool stale = false; ///< recipe, files or parent changed since it was built
    int nodes = 0;      ///< how many nodes run it now, filled by the service
    qint64 serveMs = 0; ///< from the start of a node of it until it served, when it was tried; 0: not measured
    bool operator==(const ImageRecord&) const = default;
};

} // namespace snowmelt
