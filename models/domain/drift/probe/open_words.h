// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace snowmelt {

/// The words of a command up to the first that may be a secret, or stand before one: with "=", "://", "@", "%", "-p",
/// "-u", pass, token, key … in it.
QList<QByteArray> openWords(const QList<QByteArray>& words);

} // namespace snowmelt
