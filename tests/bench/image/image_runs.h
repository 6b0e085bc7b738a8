// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/image_builder.h"
#include "models/domain/blueprint/recipe.h"

namespace snowmelt::bench {

/// A run that failed says why in `failure`.
struct TimedRun
{
    qint64 wallMs = 0;
    QString failure;
};

/// mmdebstrap alone, as a person would call it: the recipe's suite and packages, into one tar.
TimedRun runBare(const Recipe& os, const QString& mirror, const QString& folder);
/// By Snowmelt, with everything it does besides; `home` decides what is there already.
TimedRun runOurs(const Blueprint& blueprint, const ImageRef& image, const QString& home);
/// The mirror this machine's apt has for a suite; empty: none.
QString mirrorOf(const QString& suite);

} // namespace snowmelt::bench
