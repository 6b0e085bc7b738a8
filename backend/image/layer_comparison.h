// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_members.h"
#include "models/domain/image/image_diff.h"

namespace snowmelt {

/// The members of two layers that are meant to be the same bytes, one by one; by path. `was` and `is` name only what
/// differs: "0644", "12 B sha256:0123456789ab",
/// "2026-11-03T14:02:11Z". Members that are in another order and
/// otherwise alike are told once, with the two members that stand at the first such place.
QList<ImageDifference> compareMembers(const QList<LayerMember>& was, const QList<LayerMember>& is);

} // namespace snowmelt
