// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace snowmelt {

/// What was kept under a time more than a day ahead of `now` was kept by a wrong clock: it must not silence everything
/// until then.
inline bool isOfWrongClock(const QDateTime& kept, const QDateTime& now)
{
    constexpr qint64 day = 24 * 3600;
    return now.secsTo(kept) > day;
}

} // namespace snowmelt
