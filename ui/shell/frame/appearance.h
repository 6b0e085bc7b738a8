// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame/settings.h"

namespace snowmelt {

/// Gives the application Snowmelt's style, palette and font. "System" follows the
/// palette the platform has at the moment.
void applyAppearance(Appearance appearance);
/// Loads the texts; widgets that exist keep theirs until they are made again.
void applyLanguage(Language language);

} // namespace snowmelt
