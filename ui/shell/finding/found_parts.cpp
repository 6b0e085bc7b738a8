// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/found_parts.h"

#include "ui/shell/finding/opened_groups.h"

#include <utility>

namespace snowmelt {

FindIndex::FindIndex(const FindSource& source)
{
    const Diagram& diagram = *source.diagram;
    for (const DiagramBox& box : diagram.boxes)
        add(box, source.drift);
    const QList<DiagramBox> collapsed = collapsedNodes(diagram, source.fleet);
    for (const DiagramBox& node : collapsed) {
        add(node, source.drift);
        m_collapsedIn << diagram.boxes[node.container].part;
    }
}

void FindIndex::add(const DiagramBox& box, const QMap<QString, DriftReport>& drift)
{
    const int index = int(m_parts.size());
    m_boxes.add(box);
    m_parts << box.part;
    const auto report = box.node() ? drift.constFind(box.part) : drift.constEnd();
    if (report == drift.constEnd())
        return;
    for (const Difference& difference : report->differences)
        m_differing << Differing{index, m_keys.add(displayText(difference.key))};
}

FoundPart FindIndex::foundAt(int box, Fit fit) const
{
    const qsizetype shown = m_parts.size() - m_collapsedIn.size();
    return {m_parts[box], fit, box < shown ? QString() : m_collapsedIn[box - shown]};
}

QList<FoundPart> FindIndex::find(const QString& query) const
{
    QList<FoundPart> found;
    const QString words = query.simplified();
    if (words.isEmpty())
        return found;
    const SearchResult result = m_boxes.find(words, int(m_parts.size()));
    found.reserve(result.hits.size());
    QList<bool> known(m_parts.size(), false);
    for (const SearchHit& hit : result.hits) {
        known[hit.box] = true;
        found << foundAt(hit.box, hit.fit);
    }
    const QList<bool> keys = m_keys.containing(words.toCaseFolded());
    for (const Differing& differing : m_differing)
        if (keys[differing.key] && !std::exchange(known[differing.box], true))
            found << foundAt(differing.box, Fit::Fact);
    return found;
}

} // namespace snowmelt
