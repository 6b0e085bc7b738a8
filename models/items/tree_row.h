// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace snowmelt {

/// Roles of the items room, beside Qt's own. What a role means is the same in every model.
enum ItemRole {
    PartRole = Qt::UserRole + 1, ///< QString: id of a part of the fleet, as FleetDocument::selection(); empty: none
    KindRole,                    ///< int: the model's own row kind
    HealthRole,                  ///< int(Health); absent: the row has no health
    ReachedRole,                 ///< bool: a host that was there before and answers, or a group of such alone
    SideRole,                    ///< int(Side)
    DriftRole,                   ///< int: number of differences; absent: never scanned
    BusyRole,                    ///< bool: something is under way here
    PausedRole,                  ///< bool: what is under way here stands still until a person says continue
    IdRole,                      ///< QString: operation id, image reference …
    FractionRole,                ///< double 0…1, -1: not known; absent: nothing to measure
    StartedAtRole,               ///< QDateTime
    StateRole,                   ///< int: the model's own state
    DetailRole,                  ///< QString: a second line
    BaselineRole,                ///< QString
    ActualRole,                  ///< QString
};

/// One row of a tree, as a value. `key` is unique among its siblings and stays when the row's content changes.
struct TreeRow
{
    QString key;
    QStringList texts; ///< by column
    QHash<int, QVariant> roles;
    QList<TreeRow> children;
};

} // namespace snowmelt
