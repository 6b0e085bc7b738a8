// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/papers/bill.h"

#include <QUuid>

namespace snowmelt {

/// What both kinds of bill say alike.

/// Seconds, as SPDX wants them. An image that does not say when it was built: 1970, never the time of asking.
inline QString billTime(const Bill& bill)
{
    const QDateTime at = bill.image.builtAt;
    return (at.isValid() ? at.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC))
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

/// Of this bill and no other, and the same whenever it is written: "urn:uuid:…".
inline QString billUrn(const Bill& bill, const QString& kind)
{
    static const QUuid space(QStringLiteral("{0d6c1c0e-6f57-4a4b-8a5e-2f6d9c1b7e31}"));
    const QString what = kind + u'\n' + bill.image.ref.text() + u'\n' + bill.image.digest.text() + u'\n' +
                         billTime(bill) + u'\n' + bill.snowmelt;
    return QStringLiteral("urn:uuid:") + QUuid::createUuidV5(space, what).toString(QUuid::WithoutBraces);
}

inline const QString digestNote = QStringLiteral("The digest is the sha256 of the image's OCI configuration.");
inline const QString packagesNote =
    QStringLiteral("Packages are what dpkg has as installed. Files are those that recipes put there; what commands of "
                   "recipes leave behind is in neither. Licences were not looked at.");
inline const QString filesUnknownNote = QStringLiteral("Which files recipes put there is not known of this image.");

} // namespace snowmelt
