// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease.h"

namespace snowmelt {

/// Where a process id means something: this boot of this kernel, and our process namespace in it. Host names and
/// machine ids are no proof, two machines may have the same. Empty when it cannot be told.
QString processSpace();

/// The holder is a process of ours to see, by `LeaseHolder::host` as processSpace() gave it, and is not there any more.
/// False for one of another machine, whatever became of it.
bool hasDied(const LeaseHolder& holder);

} // namespace snowmelt
