// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/filter.h"

#include "models/domain/host_standing.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

bool isUnhealthy(const DiagramBox& box)
{
    return box.health() == Health::Down || box.health() == Health::Degraded;
}

/// What nobody has made yet could not be seen either, but nobody wonders.
bool isUnseen(const DiagramBox& box)
{
    const NodeState& node = *box.node();
    const bool unseen = node.health == Health::Unknown && !isStarting(node) && !isReached(node);
    return !box.planned && (unseen || !node.driftComplete);
}

bool isDrifted(const DiagramBox& box)
{
    return box.node()->driftCount.value_or(0) > 0;
}

class Filter
{
public:
    Filter(const Diagram& diagram, const DiagramFilter& wanted)
        : m_diagram(diagram), m_wanted(wanted), m_focus(wanted.focus.begin(), wanted.focus.end()),
          m_images(wanted.images.begin(), wanted.images.end())
    {
    }

    bool shows(const DiagramBox& box) const { return stateFits(box) && imageFits(box) && isInFocus(box); }

private:
    bool stateFits(const DiagramBox& box) const
    {
        if (!m_wanted.unhealthy && !m_wanted.drifted && !m_wanted.unseen)
            return true;
        return (m_wanted.unhealthy && isUnhealthy(box)) || (m_wanted.drifted && isDrifted(box)) ||
               (m_wanted.unseen && isUnseen(box));
    }

    bool imageFits(const DiagramBox& box) const { return m_images.isEmpty() || m_images.contains(box.node()->image); }

    bool isInFocus(const DiagramBox& box) const
    {
        if (m_focus.isEmpty() || m_focus.contains(box.part))
            return true;
        return box.container >= 0 && isInFocus(m_diagram.boxes[box.container]);
    }

    const Diagram& m_diagram;
    const DiagramFilter& m_wanted;
    QSet<QString> m_focus;
    QSet<ImageRef> m_images;
};

/// Clients are looked for with what they connect to.
void hideIdleClients(const Diagram& diagram, QList<bool>& hidden)
{
    QHash<int, bool> leadSomewhere;
    for (const DiagramEdge& edge : diagram.edges)
        if (edge.kind == EdgeKind::Clients)
            leadSomewhere[edge.from] |= !hidden[edge.to];
    for (auto it = leadSomewhere.cbegin(); it != leadSomewhere.cend(); ++it)
        hidden[it.key()] = !it.value();
}

} // namespace

FilteredDiagram filtered(const Diagram& diagram, const DiagramFilter& wanted)
{
    const Filter filter(diagram, wanted);
    FilteredDiagram result;
    result.hidden = QList<bool>(diagram.boxes.size(), false);
    // Containers come before what they contain: from the end, what is inside is known first.
    QList<int> inside(diagram.boxes.size(), 0);
    QList<int> shown(diagram.boxes.size(), 0);
    for (int i = int(diagram.boxes.size()) - 1; i >= 0; --i) {
        const DiagramBox& box = diagram.boxes[i];
        if (box.node()) {
            const bool fits = filter.shows(box);
            result.hidden[i] = !fits;
            ++(fits ? result.shownNodes : result.hiddenNodes);
        } else {
            result.hidden[i] = inside[i] > 0 && shown[i] == 0;
        }
        if (box.container >= 0) {
            ++inside[box.container];
            shown[box.container] += !result.hidden[i];
        }
    }
    hideIdleClients(diagram, result.hidden);
    return result;
}

FilterCounts countsOf(const Diagram& diagram)
{
    FilterCounts counts;
    for (const DiagramBox& box : diagram.boxes) {
        if (!box.node())
            continue;
        counts.unhealthy += isUnhealthy(box);
        counts.drifted += isDrifted(box);
        counts.unseen += isUnseen(box);
    }
    return counts;
}

QList<ImageRef> imagesIn(const Diagram& diagram)
{
    QSet<ImageRef> found;
    for (const DiagramBox& box : diagram.boxes)
        if (const NodeState* node = box.node(); node && !node->image.isNull())
            found.insert(node->image);
    QList<ImageRef> images(found.begin(), found.end());
    std::sort(images.begin(), images.end());
    return images;
}

} // namespace snowmelt
