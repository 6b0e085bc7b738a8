// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace snowmelt {

/// Lets a screen reader hear a diagram: its name, how to walk it, and the selected part in one sentence. Once is
/// enough.
void installDiagramAccessibility();

} // namespace snowmelt
