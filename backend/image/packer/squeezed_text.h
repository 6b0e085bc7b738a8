// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace snowmelt {

/// A text without white space, and where each of its bytes stood.
struct SqueezedText
{
    QByteArray bytes;
    QList<qsizetype> places;
};

/// Pure. From `from` on. A line end may also be spelt out, as Packer does.
SqueezedText squeezed(const QByteArray& text, qsizetype from = 0);

/// Pure. What a line of a dump has, from `from` on, without the offset that it begins with and the text that it repeats
/// at its end: "0000010: 6162 6364  abcd" is "61626364" (xxd, hexdump -C, od). Empty: it begins with no offset.
SqueezedText squeezedDump(const QByteArray& line, qsizetype from = 0);

} // namespace snowmelt
