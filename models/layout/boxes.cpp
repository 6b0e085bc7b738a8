// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/boxes.h"

#include "models/layout/node_field.h"
#include "models/layout/zones.h"

#include <algorithm>
#include <numeric>

namespace snowmelt::layout {

namespace {

class BoxMaker
{
public:
    BoxMaker(const Chart& chart, const Parts& parts) : m_chart(chart), m_parts(parts) {}

    Boxes run()
    {
        m_made.ofBlock.fill(-1, chart().blocks.size());
        m_made.nodesOf.resize(chart().blocks.size());
        m_zoneBox.fill(-1, chart().blocks.size());
        addZones();
        for (int block : readingOrder())
            add(block);
        return m_made;
    }

private:
    const Chart& chart() const { return m_chart; }
    QList<int> readingOrder() const;
    void addZones();
    void add(int index);
    void describe(DiagramBox& box, const Block& block) const;
    void addNodes(int index);

    const Chart& m_chart;
    const Parts& m_parts;
    Boxes m_made;
    QList<int> m_zoneBox; ///< of each block
};

/// As the chart has them, but a container more right after the one it continues.
QList<int> BoxMaker::readingOrder() const
{
    QList<int> order(chart().blocks.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [this](int i) {
        const Block& block = chart().blocks[i];
        const int kind = block.kind == BoxKind::Clients    ? 0
                         : block.kind == BoxKind::Balancer ? 1
                         : block.kind == BoxKind::Group    ? 2
                         : block.kind == BoxKind::Cache    ? 3
                                                           : 4;
        return std::tuple(kind, block.part, block.continues);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return order;
}

void BoxMaker::addZones()
{
    const QList<ZoneArea> zones = zonesOf(m_chart);
    for (const ZoneArea& zone : zones) {
        DiagramBox box;
        box.key = box.part = QStringLiteral("zone:") + zone.name;
        box.kind = BoxKind::Zone;
        box.rect = zone.rect;
        box.facts = ZoneFigure{zone.name, int(zone.blocks.size())};
        for (int block : zone.blocks)
            m_zoneBox[block] = int(m_made.boxes.size());
        m_made.boxes << box;
    }
}

void BoxMaker::describe(DiagramBox& box, const Block& block) const
{
    switch (block.kind) {
    case BoxKind::Clients: {
        double rate = 0;
        box.planned = true;
        // What a balancer behind another one answers has been counted by that one.
        for (const Link& link : m_chart.links) {
            if (link.kind != EdgeKind::Clients)
                continue;
            const BalancerPart& part = m_parts.balancers[m_chart.blocks[link.to].part];
            rate += part.facts.state.requestRate;
            box.planned &= part.planned;
        }
        box.facts = ClientsFigure{rate};
        break;
    }
    case BoxKind::Balancer:
        box.planned = m_parts.balancers[block.part].planned;
        box.facts = m_parts.balancers[block.part].facts;
        break;
    case BoxKind::Database:
        box.planned = m_parts.databases[block.part].planned;
        box.facts = m_parts.databases[block.part].facts;
        break;
    case BoxKind::Cache:
        box.planned = true;
        box.facts = CacheFigure{m_parts.caches[block.part].engine, m_parts.caches[block.part].image};
        break;
    case BoxKind::Group:
        box.side = m_parts.sections[block.part].side;
        box.planned = m_parts.sections[block.part].planned;
        box.facts = m_parts.sections[block.part].facts;
        break;
    case BoxKind::Node:
    case BoxKind::Cell:
    case BoxKind::Zone:
        break;
    }
}

void BoxMaker::add(int index)
{
    const Block& block = chart().blocks[index];
    DiagramBox box;
    box.kind = block.kind;
    box.part = block.name;
    box.seat = block.seat;
    box.key = block.name;
    box.rect = block.rect();
    box.placed = block.placed;
    box.collapsed = block.collapsed;
    box.continues = block.continues;
    box.container = m_zoneBox[index];
    if (box.container < 0)
        box.zones = block.zones;
    describe(box, block);
    if (box.side != Side::None)
        box.key += box.side == Side::Blue ? QStringLiteral(":blue") : QStringLiteral(":green");
    if (block.continues > 0)
        box.key += u'+' + QString::number(block.continues + 1);
    m_made.ofBlock[index] = int(m_made.boxes.size());
    m_made.boxes << box;
    if (block.isContainer())
        addNodes(index);
}

void BoxMaker::addNodes(int index)
{
    const Block& block = chart().blocks[index];
    const int container = m_made.ofBlock[index];
    const Section& section = m_parts.sections[block.part];
    int unnamed = 0;
    for (qsizetype cell = 0; cell < block.members.size(); ++cell) {
        if (block.members[cell] < 0)
            continue;
        const Member& member = section.members[block.members[cell]];
        DiagramBox node;
        node.part = member.facts.state.name;
        node.key = node.part.isEmpty() ? m_made.boxes[container].key + u'/' + QString::number(unnamed++) : node.part;
        node.kind = block.field.cells ? BoxKind::Cell : BoxKind::Node;
        node.side = section.side;
        node.planned = member.planned;
        node.container = container;
        node.rect = cellAt(block.field, cell).translated(block.at);
        node.facts = member.facts;
        m_made.nodesOf[index] << int(m_made.boxes.size());
        m_made.boxes << node;
    }
}

} // namespace

Boxes boxesOf(const Chart& chart, const Parts& parts)
{
    return BoxMaker(chart, parts).run();
}

} // namespace snowmelt::layout
