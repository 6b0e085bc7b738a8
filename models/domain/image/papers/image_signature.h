// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QByteArray>

#include <optional>

namespace snowmelt {

/// What is signed of an image: three lines, docs/IMAGES.md.
QByteArray signedText(const ImageRef& image, const Digest& digest);

/// Namespace of the signatures: ssh-keygen -Y sign -n.
inline const QString signatureNamespace = QStringLiteral("snowmelt-image");

/// A public key, as OpenSSH writes it into signatures and files (RFC 4253, 6.6).
struct SignerKey
{
    QByteArray blob;
    QString fingerprint() const; ///< "SHA256:…", as ssh-keygen -l shows it
    QByteArray hex() const;      ///< of the same sum
    bool operator==(const SignerKey&) const = default;
};

/// The key that made a signature (PROTOCOL.sshsig of OpenSSH), not checked; nullopt: it is no signature.
std::optional<SignerKey> signerOf(const QByteArray& armored);

/// "ssh-ed25519 AAAA… mina@laptop", the first line of a .pub file.
struct PublicKeyLine
{
    SignerKey key;
    QString comment;
};
std::optional<PublicKeyLine> parsePublicKey(const QByteArray& text);

} // namespace snowmelt
