// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"

#include <functional>

namespace snowmelt {

/// What is done with a look so that a later one can be compared with it.
struct LookKeeping
{
    QByteArray salt;                          ///< ProbeRequest::salt
    std::function<void(FactSheet seen)> keep; ///< called in the pool; unset: nothing is kept
};

} // namespace snowmelt
