// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/compare_fleets.h"

#include "models/comparison/fleet_links.h"
#include "models/comparison/part_facts.h"
#include "models/comparison/unite.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace snowmelt {

using namespace comparison;

namespace {

QHash<PartKey, const PartFacts*> byPart(const QList<PartFacts>& all)
{
    QHash<PartKey, const PartFacts*> hash;
    hash.reserve(all.size());
    for (const PartFacts& facts : all)
        hash.insert(facts.key, &facts);
    return hash;
}

PartChange changeOf(const PartFacts& facts, Change change, const QList<ComparedChange>& fields = {})
{
    return {facts.key.kind, facts.key.part, facts.group, change, fields};
}

QList<PartChange> partChanges(const QList<PartFacts>& before, const QList<PartFacts>& after)
{
    auto was = byPart(before);
    QList<PartChange> changes;
    for (const PartFacts& now : after) {
        const PartFacts* old = was.take(now.key);
        if (!old) {
            changes << changeOf(now, Change::Added);
            continue;
        }
        const QList<ComparedChange> fields = changesBetween(*old, now);
        if (!fields.isEmpty())
            changes << changeOf(now, Change::Changed, fields);
    }
    for (const PartFacts& old : before)
        if (was.contains(old.key))
            changes << changeOf(old, Change::Removed);
    return changes;
}

void noteMissing(QList<LinkChange>& changes, const QList<FleetLink>& links, const QList<FleetLink>& others,
                 Change change)
{
    const QSet<FleetLink> there(others.begin(), others.end());
    for (const FleetLink& link : links)
        if (!there.contains(link))
            changes << LinkChange{link.kind, link.from, link.to, change};
}

QList<LinkChange> linkChanges(const Blueprint& before, const Blueprint& after)
{
    const QList<FleetLink> was = linksOf(before);
    const QList<FleetLink> now = linksOf(after);
    QList<LinkChange> changes;
    noteMissing(changes, now, was, Change::Added);
    noteMissing(changes, was, now, Change::Removed);
    return changes;
}

} // namespace

FleetComparison compareFleets(const FleetMoment& before, const FleetMoment& after, const ComparisonStop& stop)
{
    const auto stopped = [&stop] { return stop && stop(); };
    FleetComparison comparison;
    const QList<PartFacts> was = factsOf(before);
    if (stopped())
        return comparison;
    const QList<PartFacts> now = factsOf(after);
    if (stopped())
        return comparison;
    comparison.parts = partChanges(was, now);
    if (stopped())
        return comparison;
    comparison.links = linkChanges(before.blueprint, after.blueprint);
    comparison.both = unite(before, after);
    return comparison;
}

const PartChange* FleetComparison::find(const QString& part) const
{
    const auto it =
        std::find_if(parts.begin(), parts.end(), [&](const PartChange& change) { return change.part == part; });
    return it == parts.end() ? nullptr : &*it;
}

Change FleetComparison::of(const QString& part) const
{
    const PartChange* change = find(part);
    return change ? change->change : Change::Same;
}

Change FleetComparison::of(const QString& from, const QString& to) const
{
    const auto it = std::find_if(links.begin(), links.end(),
                                 [&](const LinkChange& link) { return link.from == from && link.to == to; });
    return it == links.end() ? Change::Same : it->change;
}

int FleetComparison::count(Change change) const
{
    return int(
        std::count_if(parts.begin(), parts.end(), [&](const PartChange& part) { return part.change == change; }));
}

} // namespace snowmelt
