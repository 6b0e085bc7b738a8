// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

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

enum class Change { Same, Added, Removed, Changed };

enum class ComparedField { Image, Digest, Health, Side, Lifecycle, Version, Size, Port, Check, Listen, Schema, Driver };

/// A field both states know and do not agree on. Values as they are written in a blueprint, or codeName() of an enum.
struct ComparedChange
{
    ComparedField field;
    QString before;
    QString after;
    bool operator==(const ComparedChange&) const = default;
};

struct PartChange
{
    QString part;  ///< name of a node, group, balancer or database
    QString group; ///< of a node; else empty
    Change change = Change::Same;
    QList<ComparedChange> fields; ///< of Changed only, at least one
    bool operator==(const PartChange&) const = default;
};

/// Who serves or uses whom. Never Changed.
struct LinkChange
{
    QString from;
    QString to;
    Change change = Change::Same;
    bool operator==(const LinkChange&) const = default;
};

struct FleetComparison
{
    /// Everything that is in either, as it is after; what is gone, as it was before but without traffic.
    FleetMoment both;
    QList<PartChange> parts; ///< those that differ: balancers, groups with their nodes, databases
    QList<LinkChange> links; ///< those that differ

    bool same() const { return parts.isEmpty() && links.isEmpty(); }
    Change of(const QString& part) const;
    Change of(const QString& from, const QString& to) const;
    const PartChange* find(const QString& part) const; ///< null: the same
    int count(Change change) const;                    ///< parts
};

FleetComparison compareFleets(const FleetMoment& before, const FleetMoment& after);

} // namespace snowmelt
