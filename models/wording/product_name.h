// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// What a driver or an engine calls itself: "HAProxy" of "haproxy". One we do not know stays as it is written.
QString productName(const QString& written);
/// "HAProxy 2.6.12"; without a version its name alone.
QString productName(const QString& written, const QString& version);

} // namespace snowmelt
