// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/node_field.h"

#include "models/layout/metrics.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr double cellAspect = 1.6; ///< columns per row of a field of cells

QSizeF pitchOf(const NodeField& field)
{
    return field.cells ? QSizeF(cellSize.width() + cellGap, cellSize.height() + cellGap)
                       : QSizeF(cardSize.width() + cardGap, cardSize.height() + cardGap);
}

double gapOf(const NodeField& field)
{
    return field.cells ? cellGap : cardGap;
}

} // namespace

int cardColumns(int nodes, bool split)
{
    const int first = split ? 3 : fanLimit;
    const int second = split ? 8 : 16;
    return nodes <= first ? 1 : nodes <= second ? 2 : 3;
}

NodeField freshField(int nodes, bool split, int columns)
{
    NodeField field;
    field.cells = nodes >= cellsFrom;
    if (field.cells)
        field.columns = int(std::ceil(std::sqrt(nodes * cellAspect)));
    else
        field.columns = columns > 0 ? columns : cardColumns(nodes, split);
    return field;
}

int rowsOf(const NodeField& field, qsizetype cells)
{
    return std::max(1, int((cells + field.columns - 1) / field.columns));
}

int reserveRows(int rows)
{
    return std::max(1, int(std::ceil(rows * reserveShare)));
}

int rowsWithin(const NodeField& field, double height)
{
    return int(std::floor((height - header - padding + gapOf(field)) / pitchOf(field).height()));
}

QSizeF sizeOf(const NodeField& field, int rows)
{
    const QSizeF pitch = pitchOf(field);
    const double width = std::max(field.columns * pitch.width() - gapOf(field), cardSize.width());
    return {width + 2 * padding, header + rows * pitch.height() - gapOf(field) + padding};
}

QRectF cellAt(const NodeField& field, qsizetype cell)
{
    const QSizeF pitch = pitchOf(field);
    const QPointF corner(padding + double(cell % field.columns) * pitch.width(),
                         header + double(cell / field.columns) * pitch.height());
    return {corner, field.cells ? cellSize : cardSize};
}

Filled filled(NodeField field, const QList<int>& members, const QList<int>& numbers, qsizetype capacity)
{
    Filled result;
    QHash<int, qsizetype> remembered;
    const qsizetype known = std::min(field.numbers.size(), capacity);
    for (qsizetype cell = 0; cell < known; ++cell)
        if (field.numbers[cell] > 0 && !remembered.contains(field.numbers[cell]))
            remembered.insert(field.numbers[cell], cell);
    result.members.fill(-1, known);
    QList<int> newcomers;
    for (int member : members) {
        const auto cell = remembered.constFind(numbers[member]);
        if (numbers[member] > 0 && cell != remembered.cend() && result.members[*cell] < 0)
            result.members[*cell] = member;
        else
            newcomers << member;
    }
    qsizetype next = 0;
    for (int member : std::as_const(newcomers)) {
        while (next < result.members.size() && result.members[next] >= 0)
            ++next;
        if (next < result.members.size())
            result.members[next] = member;
        else if (result.members.size() < capacity)
            result.members << member;
        else
            result.overflow << member;
    }
    while (!result.members.isEmpty() && result.members.constLast() < 0)
        result.members.removeLast();
    field.numbers.clear();
    for (int member : std::as_const(result.members))
        field.numbers << (member < 0 ? 0 : numbers[member]);
    result.field = field;
    return result;
}

} // namespace snowmelt::layout
