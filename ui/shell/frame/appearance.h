// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame/desktop_look.h"
#include "ui/shell/frame/settings.h"

namespace snowmelt {

/// Gives the application Snowmelt's style, palette and font. "System" is what the desktop wishes; where it has not
/// said, the palette that the platform has at the moment decides.
void applyAppearance(Appearance appearance, const DesktopWish& wish = {});
/// Loads the texts; widgets that exist keep theirs until they are made again.
void applyLanguage(Language language);

} // namespace snowmelt
