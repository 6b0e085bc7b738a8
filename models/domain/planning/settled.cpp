// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/settled.h"

namespace snowmelt {

bool settles(Safety safety)
{
    switch (safety) {
    case Safety::BlueServesGreenKept:
    case Safety::GreenServes:
    case Safety::Uncertain:
        return false;
    case Safety::NothingTouched:
    case Safety::Unchanged:
    case Safety::AsWanted:
    case Safety::BlueServes:
    case Safety::GreenServesAlone:
    case Safety::PartlyUp:
    case Safety::PartlyDown:
    case Safety::StoreAsBefore:
        break;
    }
    return true;
}

} // namespace snowmelt
