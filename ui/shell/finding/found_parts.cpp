// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/found_parts.h"

#include "models/document/fleet_document.h"
#include "ui/shell/finding/opened_groups.h"
#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

bool hasDifference(const DriftReport& report, const QString& query)
{
    return std::any_of(report.differences.begin(), report.differences.end(), [&](const Difference& difference) {
        return displayText(difference.key).contains(query, Qt::CaseInsensitive);
    });
}

/// Nodes in which a scan found it, besides those found already.
void addDrifted(QList<FoundPart>* found, const Diagram& whole, const FleetDocument& document, const QString& query,
                qsizetype shown)
{
    QSet<QString> known;
    for (const FoundPart& part : *found)
        known.insert(part.part);
    for (qsizetype i = 0; i < whole.boxes.size(); ++i) {
        const DiagramBox& box = whole.boxes[i];
        const DriftReport* report = box.node() ? document.drift(box.part) : nullptr;
        if (report && !known.contains(box.part) && hasDifference(*report, query))
            *found << FoundPart{box.part, Fit::Fact, i < shown ? QString() : whole.boxes[box.container].part};
    }
}

} // namespace

QList<FoundPart> findParts(const Diagram& diagram, const FleetDocument& document, const QString& query)
{
    QList<FoundPart> found;
    if (query.simplified().isEmpty())
        return found;
    const Diagram whole = withCollapsedNodes(diagram, document.fleet());
    const qsizetype shown = diagram.boxes.size();
    const SearchResult result = searchDiagram(whole, query, int(whole.boxes.size()));
    for (const SearchHit& hit : result.hits) {
        const DiagramBox& box = whole.boxes[hit.box];
        found << FoundPart{box.part, hit.fit, hit.box < shown ? QString() : whole.boxes[box.container].part};
    }
    addDrifted(&found, whole, document, query.simplified(), shown);
    return found;
}

} // namespace snowmelt
