// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/blueprint/problem.h"

#include <QMap>

namespace snowmelt {

/// Where the text mentions a name, remembered while the blueprint is read, to be looked up when all of it is known.
struct Mention
{
    QString key; ///< "image", "serves", "uses", "pair", "replica-of", "groups"
    QString name;
    QString owner; ///< the part that mentions it
    int line = 1;
    int column = 1;
};

/// All mentions of a blueprint's text by what they must name, and where each part got its name.
struct Mentions
{
    QList<Mention> images;
    QList<Mention> served;    ///< groups, caches, balancers
    QList<Mention> used;      ///< databases, caches
    QList<Mention> pairs;     ///< balancers
    QList<Mention> primaries; ///< databases
    QList<Mention> ruled;     ///< any part: whose nodes a rule about drift is for
    QList<Mention> partNames; ///< key: "balancers", "groups", "databases", "caches"
};

/// References that name nothing, names given twice, parts named twice in one list, balancers and replicas that lead
/// back to themselves, pairs of more or less than two.
QList<Problem> checkReferences(const Blueprint& blueprint, const Mentions& mentions);

} // namespace snowmelt
