// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/image_store.h"
#include "models/domain/image/papers/bill.h"

namespace snowmelt {

/// What a bill of materials of a stored image is made from, but for Snowmelt's version. ImageNotBuilt, ImageCorrupt.
/// Blocking.
Result<Bill> billOf(const ImageStore& store, const ImageRecord& image);

} // namespace snowmelt
