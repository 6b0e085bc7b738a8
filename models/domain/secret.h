// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QJsonValue>

#include <utility>

namespace snowmelt {

/// A password or key. It prints as ••• wherever it is printed; who needs the bytes says reveal().
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    /// `size` random bytes from the system, as URL-safe text.
    static Secret random(int size = 24);

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray& reveal() const { return m_bytes; }
    bool operator==(const Secret&) const = default;

private:
    QByteArray m_bytes;
};

QString concealed(); ///< "•••"
QDebug operator<<(QDebug debug, const Secret& secret);
QJsonValue toJson(const Secret& secret);

} // namespace snowmelt
