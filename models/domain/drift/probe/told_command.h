// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace snowmelt {

/// A logged command as it may be shown: the program's name, and of a few programs whose operands are files, packages,
/// services or users the words up to the first that is not known to be harmless. "…" stands for what is left out.
QByteArray toldCommand(const QByteArray& command);

} // namespace snowmelt
