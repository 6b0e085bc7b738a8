// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/group_drift.h"

#include "models/domain/drift/compare_tables.h"

#include <algorithm>

namespace snowmelt {

namespace {

int indexOf(const QString& name, const QList<FactSheet>& sheets)
{
    const auto named = std::ranges::find(sheets, name, &FactSheet::node);
    return named == sheets.end() ? -1 : int(named - sheets.begin());
}

} // namespace

bool GroupDrift::complete() const
{
    return !nodes.isEmpty() && std::ranges::all_of(nodes, [](const ComparedNode& node) {
        return node.seenAt.isValid() && !node.error && node.unseen.isEmpty();
    });
}

GroupDrift groupDrift(const QList<FactSheet>& sheets, const QString& baseline)
{
    GroupDrift drift;
    const int index = baseline.isEmpty() ? -1 : indexOf(baseline, sheets);
    const TableComparison found = baseline.isEmpty() || index >= 0 ? compareTables(sheets, index) : TableComparison();
    const QSet<DriftSection> sections = sectionsOf(sheets);
    for (int node = 0; node < sheets.size(); ++node) {
        const FactSheet& sheet = sheets[node];
        drift.nodes.append(
            {sheet.node, sheet.seenAt, {}, sheet.unseen + notLookedAt(sheet, sections) + found.unread.value(node)});
    }
    drift.baseline = baseline;
    drift.differences = found.differences;
    drift.causes = sharedCauses(drift.differences);
    return drift;
}

} // namespace snowmelt
