// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHelpEvent;
class QWidget;

namespace snowmelt {

struct Diagram;
struct Viewport;

/// The tip of the part under the mouse; away when there is none.
void showPartTip(const QHelpEvent& help, const Diagram& diagram, const Viewport& viewport, QWidget* widget);

} // namespace snowmelt
