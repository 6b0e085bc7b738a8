// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace snowmelt {

/// One cut in a text: bytes that go and bytes that come in their place. It keeps both, so it can be taken back.
struct Splice
{
    qsizetype at = 0; ///< in bytes, of the text before any of a list's splices
    QByteArray removed;
    QByteArray inserted;
    bool operator==(const Splice&) const = default;
};

/// In the order of the text; empty when two of them touch the same bytes.
QList<Splice> inTextOrder(QList<Splice> splices);
/// The text with all of them, which are in its order.
QByteArray spliced(const QByteArray& text, const QList<Splice>& splices);
/// What makes the text before out of the text after.
QList<Splice> inverse(const QList<Splice>& splices);

} // namespace snowmelt
