// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/buildhost/host_calls.h"
#include "backend/image/layer_packer.h"

namespace snowmelt {

/// What goes to a build host and comes back besides layers, as tars. Blocking.

/// The packages of a locked tier, as its staged work folder has them.
QList<IndexedDeb> debsOf(const QString& work);

/// The work folder of a tier as it was staged; of packages only "debs.list", "HEX NAME" each: the host has them.
Result<Done> tarOfWork(const QString& work, const QString& archive, const StopFlag& stop);

/// Those of its packages that are `wanted` by hash, each called as its hash.
Result<Done> tarOfDebs(const QString& work, const QByteArrayList& wanted, const QString& archive, const StopFlag& stop);

/// Writes the regular files of a small tar, whatever else is in it, into a folder of their own, each by its last name.
/// FileUnreadable when it is none.
Result<Done> untarFacts(const QByteArray& tar, const QString& folder);

} // namespace snowmelt
