// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"

namespace snowmelt {

QThreadPool& blockingPool()
{
    // Not the global pool: what Qt or a view runs there must not wait behind a tar.
    static QThreadPool pool;
    return pool;
}

} // namespace snowmelt
