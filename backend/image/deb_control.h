// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace snowmelt {

/// What a .deb says of itself: its control file, one paragraph (deb(5), deb-control(5)). FileUnreadable. Blocking.
Result<QByteArray> controlOf(const QString& debFile);

} // namespace snowmelt
