// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"

#include <QThreadPool>

#include <functional>
#include <type_traits>

namespace snowmelt {

/// The pool for blocking work: hashing, tar, SQLite.
QThreadPool& blockingPool();

/// Runs `work` in the pool and resumes on the calling thread. `work` owns everything it touches. It cannot be
/// cancelled from outside; long work looks at a flag of its own.
template <typename T>
Task<T> runBlocking(std::function<Result<T>()> work);

} // namespace snowmelt

#include "backend/execution/blocking_impl.h"
