// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/part_facts.h"

#include <QSet>

#include <algorithm>

namespace snowmelt::comparison {

namespace {

template <typename Known>
const Known* knownOf(const QList<Known>& all, ComparedField field)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const Known& known) { return known.field == field; });
    return it == all.end() ? nullptr : &*it;
}

QString onlyIn(const QStringList& names, const QStringList& others)
{
    const QSet<QString> there(others.begin(), others.end());
    QStringList only;
    for (const QString& name : names)
        if (!there.contains(name))
            only << name;
    return only.join(QStringLiteral(", "));
}

} // namespace

QList<ComparedChange> changesBetween(const PartFacts& before, const PartFacts& after)
{
    QList<ComparedChange> changes;
    for (const ComparedFact& now : after.facts) {
        const ComparedFact* was = knownOf(before.facts, now.field);
        if (was && was->value != now.value)
            changes << ComparedChange{now.field, was->value, now.value};
    }
    for (const NamesFact& now : after.names) {
        const NamesFact* was = knownOf(before.names, now.field);
        if (!was || was->names == now.names)
            continue;
        // Another order is no difference.
        const ComparedChange change{now.field, onlyIn(was->names, now.names), onlyIn(now.names, was->names)};
        if (!change.before.isEmpty() || !change.after.isEmpty())
            changes << change;
    }
    return changes;
}

} // namespace snowmelt::comparison
