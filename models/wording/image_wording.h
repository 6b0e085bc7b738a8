// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/image_diff.h"

namespace snowmelt {

QString imagePartText(ImagePart part); ///< as a heading: "Packages"
QString imageChangeText(ImageChange change);
/// "+", "−", "▲", "▼", "~": for where a word has no room; the word stands beside it or in a hint.
QString imageChangeMark(ImageChange change);
/// What of it differs and how: "3.0.11-1 → 3.0.13-1", "mode, content: 0644 root root 12 B → 0755 root root 14 B".
/// Control characters are shown, not obeyed.
QString imageDifferenceText(const ImageDifference& difference);
/// "+3.9 MB", "−12 kB", "the same size"
QString sizeDifferenceText(qint64 from, qint64 to);
/// "340 files of packages that differ"; empty for none.
QString packageFilesText(int count);
/// Why nothing is said of recipes; empty when both are known.
QString recipeUnknownText(const ImageDiff& diff);
/// What the commits of a trail are, or why there are none; empty when nobody asked.
QString sentence(const RecipeTrail& trail);
QString imageDifferenceCount(int count); ///< "12 differences", "no difference"

} // namespace snowmelt
