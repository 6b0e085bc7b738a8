// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/layout/diagram.h"

#include <QHash>

namespace snowmelt::layout {

/// What there is to place, before anything has a position.

struct Member
{
    NodeFigure facts;
    bool planned = false;
};

/// One container: a whole group, or the nodes of one side of it.
struct Section
{
    QString group;
    Side side = Side::None;
    GroupFigure facts;
    QList<Member> members;
    bool planned = false; ///< not one of its nodes exists
};

struct BalancerPart
{
    BalancerFigure facts;
    bool planned = false;
};

struct DatabasePart
{
    DatabaseFigure facts;
    bool planned = false;
};

struct Parts
{
    QList<BalancerPart> balancers;
    QList<Section> sections; ///< those of one group one after the other
    QList<Cache> caches;
    QList<DatabasePart> databases;
    QHash<QString, QStringList> uses;  ///< group → databases, caches
    QHash<QString, QString> pairs;     ///< balancer → the one that stands in for it
    QHash<QString, QStringList> zones; ///< of a part
};

Parts partsOf(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt::layout
