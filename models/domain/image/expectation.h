// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"

#include <QList>

namespace snowmelt {

/// How long a build will take, as far as earlier ones say.
struct Expectation
{
    qint64 ms = 0; ///< the middle one of them; 0: nobody knows
    int from = 0;  ///< how many builds say so
    bool operator==(const Expectation&) const = default;
};

/// From the last builds of this version, or, where there are none, of this image's other versions. `built` is in any
/// order; what has no time counts for nothing.
Expectation expectedBuild(const QList<ImageRecord>& built, const ImageRef& image);

} // namespace snowmelt
