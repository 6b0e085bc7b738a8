// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace snowmelt {

/// Gives everything below `folder` that changed since `touchedAfter` the time `constantTime` (both seconds since 1970),
/// as its layer will have it. A tier above copies folders up with the time they have here, and must not see when this
/// one was built. FileUnwritable. Blocking.
Result<Done> settleTimes(const QByteArray& folder, qint64 touchedAfter, qint64 constantTime);

} // namespace snowmelt
