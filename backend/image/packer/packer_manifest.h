// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/packer/packer_talk.h"

#include <optional>

namespace snowmelt {

/// Of what the post-processor "manifest" wrote, JSON to which every run appends, the builds of the last run.
/// nullopt: it is no such file.
std::optional<QByteArray> lastRunOf(const QByteArray& manifest, const SecretScrub& scrub);

/// The same of what Packer told, for a template without that post-processor.
QByteArray manifestOf(const QList<PackerArtifact>& artifacts);

} // namespace snowmelt
