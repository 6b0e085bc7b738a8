// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/compare_fleets.h"

#include "models/comparison/part_facts.h"
#include "models/comparison/unite.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace snowmelt {

using namespace comparison;

namespace {

QList<ComparedChange> fieldsOfDifference(const PartFacts& before, const PartFacts& after)
{
    QList<ComparedChange> changes;
    for (auto it = after.fields.begin(); it != after.fields.end(); ++it) {
        const QString was = before.fields.value(it.key());
        if (!was.isEmpty() && was != it.value())
            changes << ComparedChange{it.key(), was, it.value()};
    }
    return changes;
}

QHash<QString, PartFacts> byPart(const QList<PartFacts>& all)
{
    QHash<QString, PartFacts> hash;
    for (const PartFacts& facts : all)
        hash.insert(facts.part, facts);
    return hash;
}

QList<PartChange> partChanges(const QList<PartFacts>& before, const QList<PartFacts>& after)
{
    const QHash<QString, PartFacts> was = byPart(before);
    QSet<QString> still;
    QList<PartChange> changes;
    for (const PartFacts& now : after) {
        still.insert(now.part);
        const auto old = was.find(now.part);
        if (old == was.end()) {
            changes << PartChange{now.part, now.group, Change::Added, {}};
            continue;
        }
        const QList<ComparedChange> fields = fieldsOfDifference(*old, now);
        if (!fields.isEmpty())
            changes << PartChange{now.part, now.group, Change::Changed, fields};
    }
    for (const PartFacts& old : before)
        if (!still.contains(old.part))
            changes << PartChange{old.part, old.group, Change::Removed, {}};
    return changes;
}

QList<LinkChange> linkChanges(const FleetMoment& before, const FleetMoment& after)
{
    const auto was = linksOf(before);
    const auto now = linksOf(after);
    QList<LinkChange> changes;
    for (const auto& link : now)
        if (!was.contains(link))
            changes << LinkChange{link.first, link.second, Change::Added};
    for (const auto& link : was)
        if (!now.contains(link))
            changes << LinkChange{link.first, link.second, Change::Removed};
    return changes;
}

} // namespace

FleetComparison compareFleets(const FleetMoment& before, const FleetMoment& after)
{
    return {unite(before, after), partChanges(factsOf(before), factsOf(after)), linkChanges(before, after)};
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
