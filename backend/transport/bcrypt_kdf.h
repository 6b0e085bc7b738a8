// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace snowmelt {

/// bcrypt_pbkdf of OpenBSD, which OpenSSH encrypts private keys with and no library we have offers. Slow on purpose: a
/// tenth of a second and more.
QByteArray bcryptKdf(const QByteArray& passphrase, const QByteArray& salt, int size, quint32 rounds);

} // namespace snowmelt
