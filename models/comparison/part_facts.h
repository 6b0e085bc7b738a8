// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"

#include <QHash>

namespace snowmelt::comparison {

/// Which part is meant. A name that is a cache's before and a database's after is two parts.
struct PartKey
{
    ComparedKind kind = ComparedKind::Node;
    QString part;
    bool operator==(const PartKey&) const = default;
};
inline size_t qHash(const PartKey& key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.kind), key.part);
}

struct ComparedFact
{
    ComparedField field;
    QString value;
};

/// Names of which only those that came and went are of interest.
struct NamesFact
{
    ComparedField field;
    QStringList names;
};

/// What is known of one part at one moment. A field that is not there is not known: nothing differs from it.
struct PartFacts
{
    PartKey key;
    QString group; ///< of a node
    QList<ComparedFact> facts;
    QList<NamesFact> names;
};

/// The fleet, images, balancers, each group and then its nodes, caches, databases, zones: those that are there at that
/// moment.
QList<PartFacts> factsOf(const FleetMoment& moment);

/// What differs between two looks at one part.
QList<ComparedChange> changesBetween(const PartFacts& before, const PartFacts& after);

} // namespace snowmelt::comparison
