// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "backend/image/packer/secret_scrub.h"

namespace snowmelt {

/// Makes `upper`, a folder that is not there yet, the root that an artifact has: a folder, which moves there, or a tar,
/// also one of gzip, xz, zstd or bzip2. Of unknown origin, so it is checked before anything is written: names are
/// relative, without "..", none twice; no device, no whiteout; nothing lies below what is no folder; a hard link names
/// an earlier file; all of it is at most 64 GiB. What is below /dev, /proc, /sys, /run and /tmp is left out. What does
/// not hold is ArtifactInvalid {"", file} with the member in the detail. FileUnwritable, DiskFull, Cancelled. Blocking.
Result<Done> takeRoot(const QString& artifact, const QByteArray& upper, const StopFlag& stop);

/// The first path of a root that has a secret in its name, its extended attributes, its target or its content; empty:
/// none. Those that could be there by chance, being short, are not looked for. FileUnreadable, Cancelled. Blocking.
Result<QByteArray> pathWithSecret(const QByteArray& root, const SecretScrub& scrub, const StopFlag& stop);

} // namespace snowmelt
