// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"
#include "models/domain/result.h"

namespace snowmelt {

/// Whether a text can mean an image: "shop@1.0.0", or six hex digits or more of a digest, with or without "sha256:".
bool canMeanImage(const QString& text);

/// Pure. The build a person means among all of a store: the last one in the list of a version, or the one whose digest
/// begins so. ImageNotBuilt, ImageAmbiguous.
Result<ImageRecord> meantImage(const QList<ImageRecord>& builds, const QString& text);

} // namespace snowmelt
