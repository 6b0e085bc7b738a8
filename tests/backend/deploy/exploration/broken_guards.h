// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace snowmelt::test {

/// A guard of the engine and how it is taken away: in `file` the only occurrence of `guard` becomes `broken`. The
/// exploration's `family` then has to find the promise that does not hold any more.
struct BrokenGuard
{
    const char* name;
    const char* file; ///< below backend/deploy
    const char* guard;
    const char* broken;
    const char* family; ///< of tst_exploration, "function" or "function:row"
};

const QList<BrokenGuard>& brokenGuards();

} // namespace snowmelt::test
