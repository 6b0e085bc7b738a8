// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"
#include "backend/image/image_store.h"

namespace snowmelt {

/// ImageStore::birthTemplates(), read in the pool.
Task<QList<BirthTemplate>> readBirthTemplates(ImageStore images, Digest digest);

} // namespace snowmelt
