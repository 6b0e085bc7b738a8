// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/store_writer.h"

namespace snowmelt {

/// Makes `folder` an OCI image layout of the last of `tiers`, which are built and not in the store; layers of tiers
/// below them are the store's. Its layers are links: nothing is copied, and it is of use only as long as both are where
/// they are. Blocking.
Result<Done> layOutCandidate(const QString& folder, const QString& store, const QList<BuiltTier>& tiers);

} // namespace snowmelt
