// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QDateTime>

namespace snowmelt {

enum class OrphanKind { Node, Volume, Network, Image, Addresses };

/// Something Snowmelt made that nothing refers to.
struct Orphan
{
    OrphanKind kind = OrphanKind::Node;
    QString name;       ///< one of its own among all that are listed
    QString group;      ///< of a node
    QString deployment; ///< that made it; empty: `up`, or not known
    ImageRef image;
    QDateTime bornAt; ///< UTC; null: not known
    QString reason;   ///< "partGone", "noTraffic", "fleetGone", "imageUnused", "blueprintGone"
    qint64 size = -1; ///< bytes on disk that its removal frees; -1: not known
    bool operator==(const Orphan&) const = default;
};

} // namespace snowmelt
