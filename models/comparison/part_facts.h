// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"

#include <QMap>

namespace snowmelt::comparison {

/// What is known of one part at one moment. A field that is not there is not known: nothing differs from it.
struct PartFacts
{
    QString part;
    QString group; ///< of a node
    QMap<ComparedField, QString> fields;
};

/// Balancers, each group and then its nodes, databases: those that are there at that moment.
QList<PartFacts> factsOf(const FleetMoment& moment);

/// Who serves and uses whom, as {from, to}.
QList<std::pair<QString, QString>> linksOf(const FleetMoment& moment);

} // namespace snowmelt::comparison
