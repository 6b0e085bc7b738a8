// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/image_signature.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace snowmelt {

namespace {

constexpr qsizetype countSize = 4;

std::optional<QByteArray> fromBase64(const QByteArray& base64)
{
    const auto bytes = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return bytes && !(*bytes).isEmpty() ? std::optional(*bytes) : std::nullopt;
}

/// A string with its length in front, at `from`.
std::optional<QByteArray> stringWithin(const QByteArray& bytes, qsizetype from)
{
    if (bytes.size() < from + countSize)
        return std::nullopt;
    const qsizetype size = qFromBigEndian<quint32>(bytes.constData() + from);
    if (size == 0 || bytes.size() - from - countSize < size)
        return std::nullopt;
    return bytes.mid(from + countSize, size);
}

/// The base64 between the two lines that frame a signature.
std::optional<QByteArray> insideArmour(const QByteArray& armored)
{
    static const QByteArray begin = QByteArrayLiteral("-----BEGIN SSH SIGNATURE-----\n");
    static const QByteArray end = QByteArrayLiteral("-----END SSH SIGNATURE-----");
    const qsizetype stop = armored.indexOf(end);
    if (!armored.startsWith(begin) || stop < 0)
        return std::nullopt;
    QByteArray base64 = armored.mid(begin.size(), stop - begin.size());
    base64.replace('\n', "");
    return fromBase64(base64);
}

QByteArray keySum(const QByteArray& blob)
{
    return QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
}

} // namespace

QByteArray signedText(const ImageRef& image, const Digest& digest)
{
    return "snowmelt image signature 1\nimage " + image.text().toUtf8() + "\ndigest " + digest.text().toLatin1() + '\n';
}

QString SignerKey::fingerprint() const
{
    return QStringLiteral("SHA256:") + QString::fromLatin1(keySum(blob).toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray SignerKey::hex() const
{
    return keySum(blob).toHex();
}

std::optional<SignerKey> signerOf(const QByteArray& armored)
{
    const auto bytes = insideArmour(armored);
    const QByteArray head = QByteArrayLiteral("SSHSIG") + QByteArray("\0\0\0\1", countSize);
    if (!bytes || !bytes->startsWith(head))
        return std::nullopt;
    const auto key = stringWithin(*bytes, head.size());
    return key ? std::optional(SignerKey{*key}) : std::nullopt;
}

std::optional<PublicKeyLine> parsePublicKey(const QByteArray& text)
{
    const QByteArray line = text.left(text.indexOf('\n')).simplified();
    const QList<QByteArray> words = line.split(' ');
    const auto blob = words.size() < 2 ? std::nullopt : fromBase64(words.at(1));
    if (!blob || stringWithin(*blob, 0) != words.at(0))
        return std::nullopt;
    return PublicKeyLine{{*blob}, QString::fromUtf8(words.mid(2).join(' '))};
}

} // namespace snowmelt
