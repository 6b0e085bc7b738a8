// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVariant>

namespace snowmelt {

/// A time as stores have it: UTC, of fixed width, so that the text sorts as the time does. NULL for none.
inline QVariant stamped(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'")))
                          : QVariant(QMetaType::fromType<QString>());
}

inline QDateTime timeOfStamp(const QVariant& stamp)
{
    return QDateTime::fromString(stamp.toString(), Qt::ISODateWithMs);
}

} // namespace snowmelt
