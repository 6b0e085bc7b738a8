// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wording/wording.h"

namespace snowmelt {

/// Of errors about images and how they are built, kept and checked; empty for others.
Sentence buildSentence(const Error& error);

} // namespace snowmelt
