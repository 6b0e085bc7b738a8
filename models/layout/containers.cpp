// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/containers.h"

#include "models/domain/node_number.h"
#include "models/layout/metrics.h"
#include "models/layout/node_field.h"

#include <QSet>

#include <cmath>
#include <limits>
#include <numeric>

namespace snowmelt::layout {

namespace {

constexpr qsizetype unlimited = std::numeric_limits<int>::max();
constexpr int mostColumns = 4096; ///< a field of 100,000 nodes has 400
constexpr int mostContinuations = 64;
const QSizeF collapsedSize{cardSize.width() + 2 * padding, header + padding};

bool isSane(const NodeField& field, qsizetype members)
{
    return field.columns >= 1 && field.columns <= mostColumns && field.numbers.size() <= 2 * members + mostColumns;
}

QList<int> numbersOf(const Section& section)
{
    QList<int> numbers;
    numbers.reserve(section.members.size());
    for (const Member& member : section.members)
        numbers << nodeNumber(member.facts.state.name);
    return numbers;
}

QString continuationSeat(const QString& seat, int number)
{
    return seat + u'+' + QString::number(number + 1);
}

class Filler
{
public:
    Filler(Chart& chart, const Parts& parts, const Arrangement& arrangement)
        : m_chart(chart), m_parts(parts), m_arrangement(arrangement)
    {
    }

    void run()
    {
        // Blocks added on the way are of groups that have been seen.
        const int blocks = int(m_chart.blocks.size());
        shareShapes();
        for (int i = 0; i < blocks; ++i)
            if (m_chart.blocks[i].kind == BoxKind::Group)
                fill(i);
    }

private:
    void shareShapes();
    NodeField fieldOf(const Block& block) const;
    qsizetype capacityOf(const Block& block, const NodeField& field) const;
    QList<int> restored(int main, QList<int> members, const QList<int>& numbers);
    void fill(int index);

    Chart& m_chart;
    const Parts& m_parts;
    const Arrangement& m_arrangement;
    QHash<QString, int> m_columns; ///< of cards, for all sides of a group
    QHash<QString, int> m_sides;
};

/// Sides of one group have as many columns each.
void Filler::shareShapes()
{
    for (const Section& section : m_parts.sections)
        ++m_sides[section.group];
    for (const Section& section : m_parts.sections)
        if (section.members.size() < cellsFrom)
            m_columns[section.group] = std::max(m_columns.value(section.group),
                                                cardColumns(int(section.members.size()), m_sides[section.group] > 1));
}

NodeField Filler::fieldOf(const Block& block) const
{
    const qsizetype members = m_parts.sections[block.part].members.size();
    const auto known = m_arrangement.fields.constFind(block.seat);
    if (known != m_arrangement.fields.cend() && isSane(*known, members))
        return *known;
    return freshField(int(members), m_sides.value(block.name) > 1, m_columns.value(block.name));
}

/// What a person placed may grow as it likes, and so may what has no room yet.
qsizetype Filler::capacityOf(const Block& block, const NodeField& field) const
{
    const QRectF room = m_arrangement.seats.value(block.seat);
    if (room.isEmpty() || m_arrangement.placed.contains(block.seat) || !std::isfinite(room.height()))
        return unlimited;
    const QSizeF needed = sizeOf(field, 1);
    if (room.width() < needed.width())
        return 0;
    return std::max<qsizetype>(0, qsizetype(rowsWithin(field, std::min(room.height(), 1e6))) * field.columns);
}

/// Continuations that still hold one of their nodes; what is left of the members.
QList<int> Filler::restored(int main, QList<int> members, const QList<int>& numbers)
{
    const QString seat = m_chart.blocks[main].seat;
    for (int number = 1; number < mostContinuations; ++number) {
        const QString own = continuationSeat(seat, number);
        const auto known = m_arrangement.fields.constFind(own);
        if (known == m_arrangement.fields.cend() || !isSane(*known, numbers.size()))
            continue;
        const QSet<int> held(known->numbers.begin(), known->numbers.end());
        QList<int> theirs, others;
        for (int member : std::as_const(members))
            (numbers[member] > 0 && held.contains(numbers[member]) ? theirs : others) << member;
        if (theirs.isEmpty())
            continue;
        Block block = m_chart.blocks[main];
        block.seat = own;
        block.continues = number;
        const Filled filling = filled(*known, theirs, numbers, unlimited);
        block.field = filling.field;
        block.members = filling.members;
        measure(block);
        m_chart.stacks << Stack{{int(m_chart.blocks.size())}, rowGap};
        m_chart.blocks << block;
        members = others;
    }
    return members;
}

void Filler::fill(int index)
{
    const Section& section = m_parts.sections[m_chart.blocks[index].part];
    m_chart.blocks[index].collapsed = m_arrangement.collapsed.contains(section.group);
    m_chart.blocks[index].field = fieldOf(m_chart.blocks[index]);
    if (m_chart.blocks[index].collapsed) {
        m_chart.blocks[index].size = collapsedSize;
        m_chart.blocks[index].room = collapsedSize;
        return;
    }
    const QList<int> numbers = numbersOf(section);
    QList<int> all(section.members.size());
    std::iota(all.begin(), all.end(), 0);
    const QList<int> own = restored(index, all, numbers);
    Block& block = m_chart.blocks[index];
    const Filled filling = filled(block.field, own, numbers, capacityOf(block, block.field));
    block.field = filling.field;
    block.members = filling.members;
    block.overflow = filling.overflow;
    measure(block);
}

} // namespace

void measure(Block& block)
{
    const int rows = rowsOf(block.field, block.members.size());
    block.size = sizeOf(block.field, rows);
    block.room = sizeOf(block.field, rows + reserveRows(rows));
}

void fillContainers(Chart& chart, const Parts& parts, const Arrangement& arrangement)
{
    Filler(chart, parts, arrangement).run();
}

void absorb(Block& into, Block& from, const Parts& parts)
{
    const QList<int> numbers = numbersOf(parts.sections[into.part]);
    QList<int> members = from.overflow;
    for (int member : std::as_const(into.members))
        if (member >= 0)
            members << member;
    std::sort(members.begin(), members.end());
    const qsizetype capacity = qsizetype(rowsWithin(into.field, into.territory().height())) * into.field.columns;
    const Filled filling = filled(into.field, members, numbers, capacity);
    into.field = filling.field;
    into.members = filling.members;
    const QSizeF room = into.room;
    measure(into);
    into.room = room;
    from.overflow = filling.overflow;
}

int addContinuation(Chart& chart, const Parts& parts, int full)
{
    Block block = chart.blocks[full];
    const QString seat = block.seat;
    QSet<QString> taken;
    for (const Block& other : std::as_const(chart.blocks))
        taken << other.seat;
    while (taken.contains(block.seat))
        block.seat = continuationSeat(seat, ++block.continues);
    block.placed = false;
    const QList<int> numbers = numbersOf(parts.sections[block.part]);
    NodeField field = block.field;
    field.numbers.clear();
    if (field.cells) // as wide as suits what it holds, not as what it continues
        field.columns =
            std::min(field.columns, std::max(4, freshField(int(block.overflow.size()) + cellsFrom, false).columns));
    const Filled filling = filled(field, block.overflow, numbers, unlimited);
    block.field = filling.field;
    block.members = filling.members;
    block.overflow.clear();
    measure(block);
    chart.blocks[full].overflow.clear();
    chart.stacks << Stack{{int(chart.blocks.size())}, rowGap};
    chart.blocks << block;
    return int(chart.blocks.size()) - 1;
}

void fillWithoutLimit(Block& block, const Parts& parts)
{
    if (!block.isContainer())
        return;
    const QList<int> numbers = numbersOf(parts.sections[block.part]);
    QList<int> own = block.overflow;
    for (int member : std::as_const(block.members))
        if (member >= 0)
            own << member;
    std::sort(own.begin(), own.end());
    const Filled filling = filled(block.field, own, numbers, unlimited);
    block.field = filling.field;
    block.members = filling.members;
    block.overflow.clear();
    measure(block);
}

} // namespace snowmelt::layout
