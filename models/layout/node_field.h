// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/arrangement.h"

#include <QSizeF>

namespace snowmelt::layout {

/// How one container arranges its nodes, and which is in which cell.

/// For so many nodes, none in a cell yet. `columns`: of cards; 0: as suits their number.
NodeField freshField(int nodes, bool split, int columns = 0);
/// Columns of cards that suit this many nodes.
int cardColumns(int nodes, bool split);

int rowsOf(const NodeField& field, qsizetype cells);
/// Rows that are kept free below so many.
int reserveRows(int rows);
/// Rows that fit into a container of this height, header included.
int rowsWithin(const NodeField& field, double height);
QSizeF sizeOf(const NodeField& field, int rows);
/// Relative to the container's corner; row by row, so that a node more moves none of the others.
QRectF cellAt(const NodeField& field, qsizetype cell);

/// Who sits where.
struct Filled
{
    NodeField field;
    QList<int> members;  ///< index of the member in each cell; -1: free
    QList<int> overflow; ///< members without a cell
};

/// Members keep the cell that the field remembers for their number; others take the next free one, and then cells up to
/// `capacity`. `numbers`: of the members, in order; 0: none.
Filled filled(NodeField field, const QList<int>& members, const QList<int>& numbers, qsizetype capacity);

} // namespace snowmelt::layout
