// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace snowmelt {

/// The salt in "|1|salt|hash"; empty when the text is something else.
QByteArray hostNameSalt(const QByteArray& hashed);

/// "|1|salt|hash" of a name: HMAC-SHA1 under the salt, both in base64.
QByteArray hashedHostName(const QByteArray& name, const QByteArray& salt);

} // namespace snowmelt
