// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"

#include <QHash>

namespace snowmelt::comparison {

struct FleetLink
{
    LinkKind kind = LinkKind::Serves;
    QString from;
    QString to;
    bool operator==(const FleetLink&) const = default;
};
inline size_t qHash(const FleetLink& link, size_t seed = 0)
{
    return qHashMulti(seed, int(link.kind), link.from, link.to);
}

/// Every line a blueprint says there is, each once.
QList<FleetLink> linksOf(const Blueprint& blueprint);

} // namespace snowmelt::comparison
