// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/image/image_diff.h"

namespace snowmelt {

enum class PackageFileRows { Counted, Listed };

/// Both images with their sizes, what differs part by part, what is not known of recipes, who changed them.
void printImageDiff(Console& console, const ImageDiff& diff, const QDateTime& now, PackageFileRows files);

} // namespace snowmelt
