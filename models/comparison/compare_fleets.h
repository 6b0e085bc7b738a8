// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

#include <functional>

namespace snowmelt {

/// Two states of a fleet as one: what was added, removed and changed, part by part. Pure.

/// A fleet at some time: what it should be and what it is.
struct FleetMoment
{
    Blueprint blueprint;
    FleetState fleet;
    bool seen = true; ///< false: nobody looked, it is what a blueprint says
};

/// What a blueprint says, as if it ran. Where `running` has nodes, they lend their names: after a swap a group has
/// other numbers than at its birth, and that alone is no difference.
FleetMoment declaredMoment(const Blueprint& blueprint, const FleetState& running = {});
/// What runs. No platform makes a cache, so there is none, whatever the blueprint says.
FleetMoment runningMoment(const Blueprint& blueprint, const FleetState& fleet);
/// What ran once. A look keeps what the blueprint of its time said of groups, balancers and databases; of the rest
/// `today` is all there is to know.
FleetMoment recordedMoment(const Blueprint& today, const FleetState& fleet);

enum class Change { Same, Added, Removed, Changed };

enum class ComparedKind { Fleet, Image, Balancer, Group, Node, Cache, Database, Zone };

/// What is measured (traffic, checks, use, ages and the reasons of a health) is no property of a fleet and is not
/// compared.
enum class ComparedField {
    Image,
    Digest,
    Health,
    Side,
    Lifecycle,
    Version,
    Size,
    Port,
    Check,
    Listen,
    Schema,
    Driver,
    Slot,
    Drift,   ///< number of differences from its birth image
    Address, ///< inside the fleet's network
    Service,
    Ssh,
    Born,
    Entry,     ///< where clients connect
    Serves,    ///< a balancer; only who came and who went, as in Uses
    Uses,      ///< a group
    Pair,      ///< the balancer that stands in for it
    ReplicaOf, ///< the database it follows
    Zones,
    Volume,
    Name, ///< of the fleet
    Platform,
    Currency,
    NodeHour,
    Recipe,
    Host, ///< the machine that is there already; those of a group are its nodes
};

/// A field both states know and do not agree on. Values as they are written in a blueprint, or codeName() of an enum;
/// a moment of time in ISO 8601; empty: said to be none.
struct ComparedChange
{
    ComparedField field;
    QString before;
    QString after;
    bool operator==(const ComparedChange&) const = default;
};

struct PartChange
{
    ComparedKind kind = ComparedKind::Node;
    QString part;  ///< its name; of an image "shop@1.1.0", of a zone "zone:a" as in a Diagram, of the fleet empty
    QString group; ///< of a node; else empty
    Change change = Change::Same;
    QList<ComparedChange> fields; ///< of Changed only, at least one
    bool operator==(const PartChange&) const = default;
};

/// Pair: without a direction, in the order of their names. Replica: from a database to the one that follows it.
enum class LinkKind { Serves, Uses, Pair, Replica };

/// A line between two parts. Never Changed: the part it belongs to is.
struct LinkChange
{
    LinkKind kind = LinkKind::Serves;
    QString from;
    QString to;
    Change change = Change::Same;
    bool operator==(const LinkChange&) const = default;
};

struct FleetComparison
{
    /// Everything that is in either, as it is after; what is gone, as it was before but without traffic.
    FleetMoment both;
    /// Those that differ: the fleet, images, balancers, groups with their nodes, caches, databases, zones.
    QList<PartChange> parts;
    QList<LinkChange> links; ///< those that differ

    bool same() const { return parts.isEmpty() && links.isEmpty(); }
    Change of(const QString& part) const;
    Change of(const QString& from, const QString& to) const;
    const PartChange* find(const QString& part) const; ///< null: the same
    int count(Change change) const;                    ///< parts
};

/// Asked now and then, on the thread that compares: true makes it give up, and what comes back is of no use.
using ComparisonStop = std::function<bool()>;

FleetComparison compareFleets(const FleetMoment& before, const FleetMoment& after, const ComparisonStop& stop = {});

} // namespace snowmelt
