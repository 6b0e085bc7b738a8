// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/blueprint/problem.h"

#include <QMap>

namespace snowmelt {

/// Where the text mentions a name, remembered while the blueprint is read, to be looked up when all of it is known.
struct Mention
{
    QString key; ///< "image", "serves", "uses"
    QString name;
    int line = 1;
    int column = 1;
};

/// All mentions of a blueprint's text by what they must name, and where each part got its name.
struct Mentions
{
    QList<Mention> images;
    QList<Mention> groups;
    QList<Mention> databases;
    QList<Mention> partNames; ///< key: "balancers", "groups", "databases"
};

/// References that name nothing, names given twice, groups served twice.
QList<Problem> checkReferences(const Blueprint& blueprint, const Mentions& mentions);

} // namespace snowmelt
