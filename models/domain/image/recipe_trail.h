// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/image_diff.h"

#include <optional>

namespace snowmelt {

/// Arguments of git for trailFrom(): what touched these files, paths relative to `folder`, newest first.
QStringList trailArguments(const QString& folder, const QStringList& files);

/// Pure. The commits that made the recipe `to` out of `from`, or of one that is nullopt or in no commit, the last ones.
/// `log`: what git writes for trailArguments().
RecipeTrail trailFrom(const QByteArray& log, const std::optional<QByteArray>& from,
                      const std::optional<QByteArray>& to);

} // namespace snowmelt
