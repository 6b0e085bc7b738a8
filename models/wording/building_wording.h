// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

namespace snowmelt {

/// What comes after the image's name, without a full stop.
QString builtText(const ImageBuilt& built); ///< "was built in 4.2 s", "is built already"
/// That it is not what its lock promised; empty when it is, or nothing was promised.
QString promiseText(const ImageBuilt& built);
QString provedText(const ImageProved& proved); ///< "came out as the same bytes twice"
QString triedText(const ImageTried& tried);    ///< "served after 1.2 s, 3 tests passed"

/// Both sides of a member of a layer that came out otherwise: "12 B sha256:0123456789ab → not there". Control
/// characters are shown, not obeyed.
QString memberText(const ImageDifference& difference);
/// Of all images that were built twice: "3 images came out as the same bytes twice".
QString proofText(int images, int different);

} // namespace snowmelt
