// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/drift/probe.h"

#include <QSet>

namespace snowmelt {

/// What a node should be.
struct Baseline
{
    Inventory inventory;
    BirthParameters birth;
    QSet<int> ports; ///< TCP ports that may be listened on besides the inventory's: 22, the group's, the balancer's
    QMap<QByteArray, QByteArray> accountFiles; ///< path → content, as the image has them
    QMap<QString, PackageFiles> packageFiles;  ///< of packages that left or changed, as the image lists them
};

/// Packages whose file lists, as the image has them, compareWithBirth() needs in Baseline::packageFiles.
QStringList packagesToExplain(const Inventory& inventory, const ProbeFacts& facts);

/// Pure. Node, scannedAt are the caller's. A section that was not seen yields no difference and stays in `unseen`.
DriftReport compareWithBirth(const Baseline& baseline, const ProbeFacts& facts);

} // namespace snowmelt
