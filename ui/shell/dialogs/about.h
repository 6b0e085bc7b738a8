// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace snowmelt {

/// Opens "About Snowmelt" and returns at once.
void showAbout(QWidget* window);

} // namespace snowmelt
