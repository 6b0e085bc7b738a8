// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/private_key.h"
#include "models/domain/secret.h"

#include <QString>

namespace snowmelt {

enum class KeyFileState {
    Missing,
    Unreadable,
    TooOpen, ///< others than its owner may use it; OpenSSH does not take it either
    NotAKey,
    Unsupported, ///< a type or cipher we do not know
    PublicOnly,  ///< names a key the agent may have
    Encrypted,
    Open,
};

/// A file that IdentityFile names.
struct KeyFile
{
    QString path;
    KeyFileState state = KeyFileState::Missing;
    QString detail; ///< the mode, the type or the cipher, when that is why
    /// As it goes over the wire. Empty for an encrypted PEM file without a .pub file beside it.
    QByteArray publicBlob;
    PrivateKey key;    ///< when Open
    QByteArray locked; ///< the file, when Encrypted
};

/// Reads it and what is beside it. Blocks.
KeyFile readKeyFile(const QString& path);

/// The key of an encrypted file; null when the passphrase is wrong. Blocks, and takes its time.
PrivateKey unlocked(const KeyFile& file, const Secret& passphrase);

} // namespace snowmelt
