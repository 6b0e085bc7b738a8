// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace snowmelt {

/// An ed25519 key as OpenSSH keeps it.
struct SshKey
{
    QByteArray privateFile; ///< "-----BEGIN OPENSSH PRIVATE KEY-----…", without a passphrase
    QByteArray publicLine;  ///< "ssh-ed25519 AAAA… comment", no newline
};

Result<SshKey> makeSshKey(const QByteArray& comment);

/// Random text of letters and digits, `length` long, from the system's generator.
Result<QByteArray> makePassword(int length);

} // namespace snowmelt
