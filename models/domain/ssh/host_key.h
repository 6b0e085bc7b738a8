// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace snowmelt {

/// A host key as an authorized_keys or known_hosts line carries it: "ssh-ed25519 AAAA… comment".
struct HostKey
{
    QByteArray type; ///< "ssh-ed25519"
    QByteArray blob; ///< the key as it goes over the wire (RFC 4253, 6.6)
    bool operator==(const HostKey&) const = default;
};

/// Nothing when the line is empty, is no base64, or names another type than its blob.
std::optional<HostKey> parseHostKey(const QString& line);

/// The type written at the head of a key blob; empty when it has none.
QByteArray keyType(const QByteArray& blob);

/// As ssh-keygen -l prints it: "SHA256:" and base64 without padding.
QString fingerprint(const QByteArray& blob);

/// Host key algorithms to offer, the pinned one first, so that a server with several keys shows the one we know.
QByteArray hostKeyPreference(const QByteArray& pinnedType);

} // namespace snowmelt
