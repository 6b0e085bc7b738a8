// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/host_key.h"

#include <QCryptographicHash>
#include <QList>
#include <QtEndian>

namespace snowmelt {

std::optional<HostKey> parseHostKey(const QString& line)
{
    const QList<QByteArray> words = line.toLatin1().simplified().split(' ');
    if (words.size() < 2)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(words.at(1), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || keyType(*decoded) != words.at(0))
        return std::nullopt;
    return HostKey{words.at(0), *decoded};
}

QByteArray keyType(const QByteArray& blob)
{
    if (blob.size() < 4)
        return {};
    const auto length = qFromBigEndian<quint32>(blob.constData());
    if (length == 0 || qsizetype(length) > blob.size() - 4)
        return {};
    return blob.mid(4, length);
}

QString fingerprint(const QByteArray& blob)
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return u"SHA256:" + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray hostKeyPreference(const QByteArray& pinnedType)
{
    QList<QByteArray> types{"ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
                            "ssh-rsa"};
    if (types.removeOne(pinnedType))
        types.prepend(pinnedType);
    return types.join(',');
}

} // namespace snowmelt
