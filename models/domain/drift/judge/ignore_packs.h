// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

namespace snowmelt {

/// Names of the packs: what software is known to change by itself while it runs. docs/DRIFT.md lists them.
QStringList ignorePacks();

/// The rules of a pack; none for a name that is no pack.
QList<IgnoreRule> rulesOfPack(const QString& pack);

} // namespace snowmelt
