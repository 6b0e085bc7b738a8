// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/prepared_drift.h"

#include "models/domain/drift/judge/severity.h"
#include "models/wording/wording.h"

#include <QSet>

namespace snowmelt {

namespace {

constexpr qsizetype atOnceDifferences = 4000; ///< of single nodes

/// Nodes often have the same otherwise: each value once.
QString searchedOf(const GroupDifference& row)
{
    QStringList lines{displayText(row.key)};
    QSet<QString> known;
    const auto add = [&](const QString& value) {
        if (known.contains(value))
            return;
        known.insert(value);
        lines << value;
    };
    for (const NodeDifference& one : row.differs) {
        for (const FieldChange& change : one.difference.fields) {
            add(change.actual);
            add(change.baseline);
        }
    }
    return lines.join(u'\n').toCaseFolded();
}

PreparedDrift::Row preparedRow(const GroupDifference& row)
{
    return {severityOf(row), searchedOf(row)};
}

} // namespace

PreparedDrift prepared(const GroupDrift& drift)
{
    PreparedDrift made{drift};
    made.rows.reserve(size_t(drift.differences.size()));
    for (const GroupDifference& row : drift.differences)
        made.rows.push_back(preparedRow(row));
    for (const HiddenGroupDifference& row : drift.hidden)
        made.hidden.push_back(preparedRow(row.difference));
    return made;
}

bool isLong(const GroupDrift& drift)
{
    qsizetype differences = 0;
    for (const GroupDifference& row : drift.differences) {
        differences += row.differs.size();
        if (differences > atOnceDifferences)
            return true;
    }
    for (const HiddenGroupDifference& row : drift.hidden)
        differences += row.difference.differs.size();
    return differences > atOnceDifferences;
}

} // namespace snowmelt
