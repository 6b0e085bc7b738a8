// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "models/domain/orphan.h"

namespace snowmelt {

/// One thing the platform keeps for Snowmelt, of whatever fleet.
struct Possession
{
    OrphanKind kind = OrphanKind::Node;
    QString id;       ///< by which the platform knows it
    QString name;     ///< in words of the platform: "snowmelt-shop-3f2a1b2c-orders"
    FleetKey fleet{}; ///< of an image: none; the name is known of nodes only
    QString part;     ///< of the fleet: a node, or whose volume it is
    ImageRef image{};
    QDateTime madeAt;   ///< null: not known
    qint64 size = -1;   ///< bytes; -1: not known
    bool inUse = false; ///< something on the platform holds it: a container its image, network or volume
    bool operator==(const Possession&) const = default;
};

/// Capability: see and remove whatever Snowmelt made there, by its labels. What is not Snowmelt's is not listed.
class Possessions
{
public:
    virtual ~Possessions() = default;
    virtual Task<QList<Possession>> list(CallContext context) = 0;
    /// By its identity, never by force: EngineRefused when something holds it by now. What is gone is removed.
    virtual Task<Done> remove(Possession possession, CallContext context) = 0;
};

} // namespace snowmelt
