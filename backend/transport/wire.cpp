// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/wire.h"

#include <QtEndian>

#include <openssl/crypto.h>

namespace snowmelt {

QByteArray WireReader::take(qsizetype count)
{
    m_ok = m_ok && count <= m_bytes.size() - m_at;
    if (!m_ok)
        return {};
    m_at += count;
    return m_bytes.mid(m_at - count, count);
}

quint32 WireReader::number()
{
    const QByteArray bytes = take(4);
    return m_ok ? qFromBigEndian<quint32>(bytes.constData()) : 0;
}

quint8 WireReader::byte()
{
    const QByteArray bytes = take(1);
    return m_ok ? quint8(bytes.at(0)) : 0;
}

QByteArray WireReader::text()
{
    const quint32 size = number();
    return take(qsizetype(size));
}

QByteArray wireNumber(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray wireText(const QByteArray& bytes)
{
    return wireNumber(quint32(bytes.size())) + bytes;
}

QByteArray wireInteger(QByteArray bytes)
{
    while (bytes.startsWith('\0'))
        bytes.remove(0, 1);
    if (!bytes.isEmpty() && (bytes.at(0) & 0x80))
        bytes.prepend('\0');
    return wireText(bytes);
}

void wipe(QByteArray& bytes)
{
    if (bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

} // namespace snowmelt
