// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace snowmelt {

/// One framed section: "\nNONCE begin NAME\n" body "\nNONCE end NAME STATUS\n".
struct ProbeFrame
{
    QByteArray body;
    int status = 0;
};

/// The whole frames of a stream. A frame without an end, or a name that comes twice, is not among them.
QMap<QByteArray, ProbeFrame> readFrames(const QByteArray& stream, const QByteArray& nonce);

/// Shell functions "begin NAME" and "end NAME", which frame both outputs. `end` reads the status of what ran before.
QByteArray frameFunctions(const QByteArray& nonce);

QByteArray shellQuoted(const QByteArray& text);

} // namespace snowmelt
