// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QCoreApplication>

namespace snowmelt {

/// What the window says about scans that are made by themselves. Functions of values.
class ScanWords
{
    Q_DECLARE_TR_FUNCTIONS(ScanWords)

public:
    static QString interval(int seconds); ///< "every 15 min"
    /// "Scans every 15 min · next 14:05"; what is not known yet is left out.
    static QString schedule(int seconds, const QList<ScanDue>& scans, const QDateTime& now);
    /// "2 nodes not reached, tried again at 14:20"; empty: all are.
    static QString unreached(const QList<ScanDue>& scans, const QDateTime& now);
    static QString unreachedNames(const QList<ScanDue>& scans);
};

} // namespace snowmelt
