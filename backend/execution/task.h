// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QCoro/QCoroTask>

namespace snowmelt {

/// Backend sequences are written as coroutines. The rules (docs/ARCHITECTURE.md, "Coroutines"):
/// parameters by value; never a capturing lambda as a coroutine; one co_await per statement, its result in a named
/// variable (GCC 12 destroys temporaries of nested awaits twice); objects that own coroutines outlive them.
template <typename T>
using Task = QCoro::Task<Result<T>>;

} // namespace snowmelt
