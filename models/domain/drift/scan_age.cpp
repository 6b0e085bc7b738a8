// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/scan_age.h"

namespace snowmelt {

bool isOldScan(const QDateTime& scannedAt, const QDateTime& now, int scanSeconds)
{
    constexpr qint64 day = 24 * 3600;
    constexpr qint64 clocksDiffer = 300;
    const qint64 age = scannedAt.secsTo(now);
    return age < -clocksDiffer || age > (scanSeconds > 0 ? 2LL * scanSeconds : day);
}

} // namespace snowmelt
