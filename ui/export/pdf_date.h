// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace snowmelt {

/// A PDF as Qt writes it (one cross-reference table at its end) with another date of creation: Qt stamps the clock's,
/// in the zone of the machine, and its length moves every offset behind it. Null: the first second of 1970. A file that
/// is not as expected is returned as it is.
QByteArray withCreationDate(const QByteArray& pdf, const QDateTime& date);

} // namespace snowmelt
