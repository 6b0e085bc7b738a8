// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// What a node costs; perNodeHour 0: the blueprint does not say.
struct Prices
{
    QString currency{}; ///< written before the number: "₩"
    double perNodeHour = 0;
    bool operator==(const Prices&) const = default;
};

} // namespace snowmelt
