// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace snowmelt {

/// Reads fields as SSH writes them (RFC 4251, 5). Once something is missing all that follows is empty, and ok() false.
class WireReader
{
public:
    explicit WireReader(const QByteArray& bytes) : m_bytes(bytes) {}

    quint32 number();
    quint8 byte();
    QByteArray text(); ///< a "string": its length and its bytes
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_bytes.size(); }
    QByteArray rest() const { return m_bytes.mid(m_at); }

private:
    QByteArray take(qsizetype count);

    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

QByteArray wireNumber(quint32 value);
QByteArray wireText(const QByteArray& bytes);
/// A positive number ("mpint") of big-endian bytes.
QByteArray wireInteger(QByteArray bytes);

/// Overwrites what others may not find in memory. Copies that share the bytes have theirs kept.
void wipe(QByteArray& bytes);

} // namespace snowmelt
