// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"

#include <QThread>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int fewestThreads = 8;

} // namespace

QThreadPool& blockingPool()
{
    // Not the global pool: what Qt or a view runs there must not wait behind a tar.
    static QThreadPool& pool = []() -> QThreadPool& {
        static QThreadPool made;
        // Work here waits more than it computes, and one piece may need another to end: never as few as the cores.
        made.setMaxThreadCount(std::max(fewestThreads, QThread::idealThreadCount()));
        return made;
    }();
    return pool;
}

} // namespace snowmelt
