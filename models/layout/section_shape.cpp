// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/section_shape.h"

#include "models/layout/metrics.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr double cellAspect = 1.6; ///< columns per row of a field of cells

int cardColumns(int nodes, bool split)
{
    const int first = split ? 3 : fanLimit;
    const int second = split ? 8 : 16;
    return nodes <= first ? 1 : nodes <= second ? 2 : 3;
}

int cellColumns(int nodes)
{
    return int(std::ceil(std::sqrt(nodes * cellAspect)));
}

QSizeF pitch(bool cells)
{
    return cells ? QSizeF(cellSize.width() + cellGap, cellSize.height() + cellGap)
                 : QSizeF(cardSize.width() + cardGap, cardSize.height() + cardGap);
}

QSizeF sizeOf(const SectionShape& shape, int nodes)
{
    const QSizeF step = pitch(shape.cells);
    const double gap = shape.cells ? cellGap : cardGap;
    const int rows = std::max(1, (nodes + shape.columns - 1) / shape.columns);
    const double width = std::max(shape.columns * step.width() - gap, cardSize.width());
    return {width + 2 * padding, header + rows * step.height() - gap + padding};
}

/// All sections of a group: [first, last).
void shapeGroup(const QList<Section>& sections, qsizetype first, qsizetype last, QList<SectionShape>& shapes)
{
    const bool split = last - first > 1;
    int columns = 1;
    for (qsizetype i = first; i < last; ++i)
        if (sections[i].members.size() < cellsFrom)
            columns = std::max(columns, cardColumns(int(sections[i].members.size()), split));
    double width = 0;
    for (qsizetype i = first; i < last; ++i) {
        const int nodes = int(sections[i].members.size());
        SectionShape shape{nodes >= cellsFrom, columns, {}};
        if (shape.cells)
            shape.columns = cellColumns(nodes);
        shape.size = sizeOf(shape, nodes);
        width = std::max(width, shape.size.width());
        shapes << shape;
    }
    for (qsizetype i = first; i < last; ++i)
        shapes[i].size.setWidth(width);
}

} // namespace

QRectF SectionShape::member(int index) const
{
    const QSizeF step = pitch(cells);
    const QPointF corner(padding + (index % columns) * step.width(), header + (index / columns) * step.height());
    return {corner, cells ? cellSize : cardSize};
}

QList<SectionShape> shapesOf(const QList<Section>& sections)
{
    QList<SectionShape> shapes;
    for (qsizetype first = 0; first < sections.size();) {
        qsizetype last = first;
        while (last < sections.size() && sections[last].group == sections[first].group)
            ++last;
        shapeGroup(sections, first, last, shapes);
        first = last;
    }
    return shapes;
}

} // namespace snowmelt::layout
