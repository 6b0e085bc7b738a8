// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

/// Where a person had images built.
struct BuildPlaces
{
    QString last;      ///< build host; empty: this machine
    QStringList hosts; ///< used before, the last one first

    static BuildPlaces remembered();
    /// The place is the last one from now on.
    static void remember(const QString& host);
};

} // namespace snowmelt
