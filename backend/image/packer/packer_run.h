// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/packer/packer_talk.h"
#include "backend/image/tier_build.h"

#include <memory>

namespace snowmelt {

/// Runs Packer on the job's template in `work`, where its folder is placed as WORK/run: its version, then validates,
/// then builds. `talk` hears all of it. A cancel interrupts Packer, which then cleans up for half a minute at most.
/// PackerPluginMissing, PackerInvalid, PackerFailed, DiskFull.
Task<Done> runPacker(TierJob job, QString work, QList<PackerSecret> secrets, std::shared_ptr<PackerTalk> talk,
                     CallContext context);

} // namespace snowmelt
