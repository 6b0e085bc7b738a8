// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace snowmelt {

/// Whether a key is what a pattern says: "*" stands for any bytes but "/", "**" for any bytes, "**/" between slashes
/// for any folders or none. Everything else stands for itself. Time grows with key times pattern, never faster.
bool globMatches(const QByteArray& pattern, const QByteArray& key);

} // namespace snowmelt
