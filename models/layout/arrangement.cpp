// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/arrangement.h"

namespace snowmelt {

Arrangement withoutPlaces(Arrangement arrangement, const QSet<QString>& seats)
{
    for (const QString& seat : seats) {
        arrangement.placed.remove(seat);
        arrangement.seats.remove(seat);
        arrangement.fields.remove(seat);
    }
    return arrangement;
}

Arrangement withoutPlaces(const Arrangement& arrangement)
{
    Arrangement fresh;
    fresh.collapsed = arrangement.collapsed;
    return fresh;
}

Arrangement onlyPlaced(const Arrangement& arrangement)
{
    Arrangement placed;
    placed.placed = arrangement.placed;
    return placed;
}

} // namespace snowmelt
