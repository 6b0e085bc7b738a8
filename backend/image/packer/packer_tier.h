// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/tier_build.h"

namespace snowmelt {

/// Builds a tier whose recipe has a Packer template, in WORK/NUMBER. Its root is the artifact that the recipe names;
/// its papers have the manifest of the run. Besides what buildTier() says: SecretUnavailable and, for a build
/// host, HostCannotBuild {host, "packer"} before anything runs,
/// PackerPluginMissing, PackerInvalid, PackerFailed, ArtifactInvalid. No secret reaches an event, an error, a paper, an
/// argument or a file that stays; one that stands in the root is ArtifactInvalid.
Task<BuiltTier> buildWithPacker(TierJob job, CallContext context);

} // namespace snowmelt
