// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace snowmelt {

/// An ed25519, ecdsa or RSA key one can sign with. Copies share it; OpenSSL wipes it with the last one.
class PrivateKey
{
public:
    PrivateKey() = default;
    explicit PrivateKey(evp_pkey_st* owned);

    bool isNull() const { return !m_key; }
    /// As it goes over the wire (RFC 4253, 6.6); empty for a type SSH does not have.
    QByteArray publicBlob() const;
    /// The signature without its algorithm's name, for "ssh-ed25519", "ecdsa-sha2-…", "rsa-sha2-256" or "-512". Nothing
    /// for others: ssh-rsa would be SHA-1.
    std::optional<QByteArray> sign(const QByteArray& algorithm, const QByteArray& data) const;

private:
    std::shared_ptr<evp_pkey_st> m_key;
};

/// A key out of the private section of OpenSSH's format, behind the check numbers. Null when it is none we know.
PrivateKey privateKeyOfSection(const QByteArray& section);

/// A key out of PEM text; null when it cannot be read, or not with this passphrase.
PrivateKey privateKeyOfPem(const QByteArray& text, const QByteArray& passphrase);

} // namespace snowmelt
