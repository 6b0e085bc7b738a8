// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/layout/arrangement.h"
#include "ui/diagram/comparison_marks.h"
#include "ui/diagram/scene/scene.h"

#include <memory>

namespace snowmelt {

/// A comparison, and all that is needed to show it. Made on any thread.
struct ComparedPicture
{
    FleetComparison comparison;
    Scene scene;
    ComparisonMarks marks;
};

/// Null: given up.
std::shared_ptr<const ComparedPicture> pictureOf(FleetComparison comparison, const Arrangement& arrangement,
                                                 const ComparisonStop& stop = {});

} // namespace snowmelt
