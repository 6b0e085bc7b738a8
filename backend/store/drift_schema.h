// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

/// Migration n (from 0) of drift.sqlite leads from format n to format n + 1. One that was released is never edited.
QList<QStringList> driftMigrations();

} // namespace snowmelt
