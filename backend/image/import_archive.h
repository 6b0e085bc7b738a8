// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "models/domain/image_record.h"

namespace snowmelt {

/// Takes the image of an OCI archive that Snowmelt wrote into the store of `home`, with its papers: all of it, or
/// nothing. Before anything enters the store, the archive is unpacked into a work folder and held against itself: one
/// image; only regular files with the names a layout has, none twice, none beyond what the image names; sizes and
/// hashes as they are said; configuration, inventory and entry agree; layers are whole tars whose names stay inside.
/// What does not hold: ImageFileInvalid {file}, detail: where and what. FileUnreadable, FileUnwritable, DiskFull,
/// StoreUnusable. An archive is untrusted until here; from here on the image counts as built from what its entry says.
/// Blocking.
Result<ImageRecord> importArchive(const QString& home, const QString& file, const StopFlag& stop);

} // namespace snowmelt
