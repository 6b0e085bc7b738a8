// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/ties.h"

#include <QSet>

namespace snowmelt {

namespace {

using Why = EditRefusal::Why;

template <typename Parts>
QStringList namesIn(const Parts& parts)
{
    QStringList names;
    for (const auto& part : parts)
        names += part.name;
    return names;
}

QStringList partNames(const Blueprint& blueprint)
{
    return namesIn(blueprint.balancers) + namesIn(blueprint.groups) + namesIn(blueprint.caches) +
           namesIn(blueprint.databases);
}

constexpr Tie allTies[] = {Tie::Serves, Tie::Uses, Tie::Follows, Tie::Pairs};

/// Where ties that may not go round in a circle lead from a part.
QStringList onwardOf(const Blueprint& blueprint, Tie tie, const QString& part)
{
    const Balancer* balancer = blueprint.findBalancer(part);
    if (tie == Tie::Serves && balancer)
        return balancer->serves;
    const Database* database = blueprint.findDatabase(part);
    return tie == Tie::Follows && database && !database->replicaOf.isEmpty() ? QStringList{database->replicaOf}
                                                                             : QStringList();
}

bool leadsTo(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to)
{
    QStringList ahead{from};
    QSet<QString> seen{from};
    while (!ahead.isEmpty()) {
        const QString here = ahead.takeLast();
        if (here == to)
            return true;
        const QStringList onward = onwardOf(blueprint, tie, here);
        for (const QString& next : onward) {
            if (!seen.contains(next))
                ahead += next;
            seen.insert(next);
        }
    }
    return false;
}

std::optional<EditRefusal> whyNotPair(const Blueprint& blueprint, const Connect& edit)
{
    for (const QString& part : {edit.from, edit.to}) {
        const Balancer* balancer = blueprint.findBalancer(part);
        if (balancer && !balancer->pair.isEmpty())
            return EditRefusal{Why::Paired, {part, balancer->pair}};
    }
    return std::nullopt;
}

/// Of two different parts whose kinds belong together so.
std::optional<EditRefusal> whyNotOfKinds(const Blueprint& blueprint, const Connect& edit)
{
    if (areTied(blueprint, edit.tie, edit.from, edit.to))
        return EditRefusal{Why::NothingToDo};
    if (edit.tie == Tie::Pairs)
        return whyNotPair(blueprint, edit);
    if (leadsTo(blueprint, edit.tie, edit.to, edit.from))
        return EditRefusal{Why::Circle, {edit.from, edit.to}};
    return std::nullopt;
}

/// The first reason is kept: it is that of the tie a person thinks of first.
TieTarget targetOf(const Blueprint& blueprint, const QString& from, PartKind fromKind, const QString& to,
                   PartKind toKind)
{
    TieTarget target{to};
    for (const Tie tie : allTies) {
        if (!isPossible(tie, fromKind, toKind))
            continue;
        const Connect edit{tie, from, to};
        const std::optional<EditRefusal> refusal = whyNotOfKinds(blueprint, edit);
        if (!refusal)
            target.ways.append(edit);
        else if (!target.refusal)
            target.refusal = refusal;
    }
    if (!target.ways.isEmpty())
        target.refusal.reset();
    else if (!target.refusal)
        target.refusal = EditRefusal{Why::NotPossible, {from, to}};
    return target;
}

} // namespace

PartKind kindOf(const Blueprint& blueprint, const QString& part)
{
    if (blueprint.findBalancer(part))
        return PartKind::Balancer;
    if (blueprint.findGroup(part))
        return PartKind::Group;
    if (blueprint.findDatabase(part))
        return PartKind::Database;
    return blueprint.findCache(part) ? PartKind::Cache : PartKind::None;
}

bool isPossible(Tie tie, PartKind from, PartKind to)
{
    switch (tie) {
    case Tie::Serves:
        return from == PartKind::Balancer && to != PartKind::None && to != PartKind::Database;
    case Tie::Uses:
        return from == PartKind::Group && (to == PartKind::Database || to == PartKind::Cache);
    case Tie::Follows:
        return from == PartKind::Database && to == PartKind::Database;
    case Tie::Pairs:
        return from == PartKind::Balancer && to == PartKind::Balancer;
    }
    return false;
}

bool areTied(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to)
{
    const Balancer* balancer = blueprint.findBalancer(from);
    const Group* group = blueprint.findGroup(from);
    const Database* database = blueprint.findDatabase(from);
    switch (tie) {
    case Tie::Serves:
        return balancer && balancer->serves.contains(to);
    case Tie::Uses:
        return group && group->uses.contains(to);
    case Tie::Follows:
        return database && database->replicaOf == to;
    case Tie::Pairs:
        return balancer && balancer->pair == to;
    }
    return false;
}

std::optional<EditRefusal> whyNotEnds(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to)
{
    for (const QString& part : {from, to}) {
        if (kindOf(blueprint, part) == PartKind::None)
            return EditRefusal{Why::NoSuchPart, {part}};
    }
    if (from == to || !isPossible(tie, kindOf(blueprint, from), kindOf(blueprint, to)))
        return EditRefusal{Why::NotPossible, {from, to}};
    return std::nullopt;
}

std::optional<EditRefusal> whyNotTie(const Blueprint& blueprint, const Connect& edit)
{
    const std::optional<EditRefusal> ends = whyNotEnds(blueprint, edit.tie, edit.from, edit.to);
    return ends ? ends : whyNotOfKinds(blueprint, edit);
}

QList<TieTarget> tieTargets(const Blueprint& blueprint, const QString& from)
{
    const PartKind kind = kindOf(blueprint, from);
    QList<TieTarget> targets;
    if (kind == PartKind::None)
        return targets;
    const auto add = [&](const auto& parts, PartKind kindOfThese) {
        for (const auto& part : parts) {
            if (part.name != from)
                targets.append(targetOf(blueprint, from, kind, part.name, kindOfThese));
        }
    };
    add(blueprint.balancers, PartKind::Balancer);
    add(blueprint.groups, PartKind::Group);
    add(blueprint.caches, PartKind::Cache);
    add(blueprint.databases, PartKind::Database);
    return targets;
}

QList<Connect> possibleTies(const Blueprint& blueprint, const QString& from)
{
    QList<Connect> possible;
    for (const TieTarget& target : tieTargets(blueprint, from))
        possible += target.ways;
    return possible;
}

QList<Disconnect> tiesOf(const Blueprint& blueprint, const QString& part)
{
    QList<Disconnect> ties;
    for (const QString& other : partNames(blueprint)) {
        for (const Tie tie : allTies) {
            if (areTied(blueprint, tie, part, other))
                ties.append({tie, part, other});
            // A pair is one tie, whichever side it is seen from.
            if (tie != Tie::Pairs && areTied(blueprint, tie, other, part))
                ties.append({tie, other, part});
        }
    }
    return ties;
}

} // namespace snowmelt
