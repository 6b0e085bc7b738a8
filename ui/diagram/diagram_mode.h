// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QBitArray>
#include <QDateTime>

namespace snowmelt {

/// What colours the nodes: their health, their drift, or their image version.
enum class DiagramMode { Health, Drift, Image };

/// How a diagram is to look, whatever it shows.
struct DiagramLook
{
    const Theme* theme = &Theme::light();
    DiagramMode mode = DiagramMode::Health;
    QDateTime now;      ///< for the age of what is unknown; null: ages are left out
    QBitArray dimmed{}; ///< by box: what somebody is not looking for just now; empty: none

    bool isDimmed(int box) const { return box >= 0 && box < dimmed.size() && dimmed.testBit(box); }
};

} // namespace snowmelt
