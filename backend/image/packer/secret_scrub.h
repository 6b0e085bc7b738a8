// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <utility>

namespace snowmelt {

using ByteRange = std::pair<qsizetype, qsizetype>; ///< the first, and behind the last

/// Pure. ••• in place of each; they may overlap.
QByteArray concealedIn(const QByteArray& text, QList<ByteRange> ranges);

/// Puts ••• in place of secrets, however they are written: as they are, as JSON, URL, base64 (also from within a longer
/// text) and hex have them, and each of their lines alone. White space and line ends in between do not hide one.
class SecretScrub
{
public:
    explicit SecretScrub(const QList<Secret>& secrets);

    /// Where secrets stand.
    QList<ByteRange> find(const QByteArray& text) const;
    QByteArray scrub(const QByteArray& text) const;
    QString scrub(const QString& text) const;
    QStringList scrub(const QStringList& texts) const;
    QJsonValue scrub(const QJsonValue& value) const; ///< every text in it, names too

    /// All ways to write them, without white space.
    const QList<QByteArray>& spellings() const { return m_forms; }

    /// Whether a secret stands in the bytes as it is; `size` of longest() tells how much of two pieces must overlap.
    bool standsIn(const QByteArray& bytes) const;
    qsizetype longest() const;

private:
    QList<QByteArray> m_plain;
    QList<QByteArray> m_forms; ///< without white space, the longest first
};

} // namespace snowmelt
