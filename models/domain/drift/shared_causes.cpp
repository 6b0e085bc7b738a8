// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_tables.h"
#include "models/domain/drift/version_order.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace snowmelt {

namespace {

// What a scan puts behind the version of a package that is half installed is not part of the version.
QString plainVersion(const QString& version)
{
    return version.section(u" ("_qs, 0, 0);
}

CauseKind kindOfUpdate(const Difference& difference)
{
    for (const FieldChange& change : difference.fields) {
        const bool both = !change.baseline.isEmpty() && !change.actual.isEmpty();
        if (change.field != u"version" || !both)
            continue;
        const auto order = versionOrder(plainVersion(change.actual), plainVersion(change.baseline));
        return order < 0 ? CauseKind::MissedUpdate : order > 0 ? CauseKind::AheadUpdate : CauseKind::Changed;
    }
    return CauseKind::Changed;
}

CauseKind kindOf(const Difference& difference)
{
    switch (difference.kind) {
    case DifferenceKind::Added:
        return CauseKind::Added;
    case DifferenceKind::Removed:
        return CauseKind::Removed;
    case DifferenceKind::Changed:
        break;
    }
    return difference.section == DriftSection::Packages ? kindOfUpdate(difference) : CauseKind::Changed;
}

QMap<CauseKind, QList<int>> nodesByKind(const GroupDifference& row)
{
    QMap<CauseKind, QList<int>> nodes;
    for (const NodeDifference& one : row.differs)
        nodes[kindOf(one.difference)].append(one.node);
    return nodes;
}

} // namespace

QList<SharedCause> sharedCauses(const QList<GroupDifference>& differences)
{
    std::map<std::tuple<DriftSection, CauseKind, QList<int>>, QList<int>> rowsOf;
    for (int index = 0; index < differences.size(); ++index) {
        const GroupDifference& row = differences[index];
        const auto kinds = nodesByKind(row);
        for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind)
            rowsOf[{row.section, kind.key(), *kind}].append(index);
    }
    QList<SharedCause> causes;
    for (const auto& [who, rows] : rowsOf) {
        const auto& [section, kind, nodes] = who;
        if (rows.size() > 1)
            causes.append({kind, section, nodes, rows});
    }
    std::ranges::sort(causes, {}, [](const SharedCause& cause) {
        return std::make_tuple(-cause.rows.size(), cause.section, cause.rows.first(), cause.kind);
    });
    return causes;
}

} // namespace snowmelt
