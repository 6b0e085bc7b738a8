// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/ssh_key.h"

#include <QtEndian>

#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace snowmelt {

namespace {

constexpr auto algorithm = "ssh-ed25519";
constexpr qsizetype keyBytes = 32;

Error noRandom(const char* what)
{
    return Error{ErrorCode::Unexpected, {QString::fromLatin1(what)}, {}};
}

/// RFC 4251, section 5: a length of four bytes, then the bytes.
QByteArray sshString(const QByteArray& bytes)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), length.data());
    return length + bytes;
}

QByteArray sshNumber(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// The private half: OpenSSH's PROTOCOL.key, cipher "none", padded with 1, 2, 3 … to blocks of eight.
QByteArray privateSection(const QByteArray& seed, const QByteArray& open, const QByteArray& comment, quint32 check)
{
    QByteArray section = sshNumber(check) + sshNumber(check) + sshString(algorithm) + sshString(open) +
                         sshString(seed + open) + sshString(comment);
    for (char pad = 1; section.size() % 8 != 0; ++pad)
        section.append(pad);
    return section;
}

QByteArray armoured(const QByteArray& bytes)
{
    constexpr qsizetype width = 70;
    const QByteArray text = bytes.toBase64();
    QByteArray lines = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
    for (qsizetype at = 0; at < text.size(); at += width)
        lines += text.mid(at, width) + '\n';
    return lines + "-----END OPENSSH PRIVATE KEY-----\n";
}

SshKey encoded(const QByteArray& seed, const QByteArray& open, const QByteArray& comment, quint32 check)
{
    const QByteArray publicBlob = sshString(algorithm) + sshString(open);
    const QByteArray file = QByteArray("openssh-key-v1\0", 15) + sshString("none") + sshString("none") +
                            sshString(QByteArray()) + sshNumber(1) + sshString(publicBlob) +
                            sshString(privateSection(seed, open, comment, check));
    return {armoured(file), QByteArray(algorithm) + ' ' + publicBlob.toBase64() + ' ' + comment};
}

bool fillRandom(QByteArray& bytes)
{
    return RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size())) == 1;
}

} // namespace

Result<SshKey> makeSshKey(const QByteArray& comment)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"),
                                                                  &EVP_PKEY_free);
    QByteArray seed(keyBytes, '\0');
    QByteArray open(keyBytes, '\0');
    QByteArray check(4, '\0');
    size_t seedSize = keyBytes;
    size_t openSize = keyBytes;
    if (!key ||
        EVP_PKEY_get_raw_private_key(key.get(), reinterpret_cast<unsigned char*>(seed.data()), &seedSize) != 1 ||
        EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(open.data()), &openSize) != 1 ||
        !fillRandom(check))
        return noRandom("ed25519");
    return encoded(seed, open, comment, qFromBigEndian<quint32>(check.constData()));
}

Result<QByteArray> makePassword(int length)
{
    // 64 signs: every byte gives one without a bias.
    static constexpr char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    QByteArray bytes(length, '\0');
    if (!fillRandom(bytes))
        return noRandom("password");
    for (char& byte : bytes)
        byte = signs[static_cast<unsigned char>(byte) % 64];
    return bytes;
}

} // namespace snowmelt
