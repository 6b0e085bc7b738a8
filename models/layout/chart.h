// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/arrangement.h"
#include "models/layout/parts.h"

namespace snowmelt::layout {

/// The fleet as blocks that each need a place, and links between them: what the placing works on. A container with all
/// its nodes is one block.

struct Block
{
    BoxKind kind = BoxKind::Group;
    int part = -1; ///< index into the parts of its kind: Parts::balancers, sections, caches, databases
    QString name;  ///< of the part
    QString seat;  ///< its key in an Arrangement; empty: it never has a place of its own
    QStringList zones;
    int tier = 0; ///< 0: clients
    QSizeF size;  ///< of the box
    QSizeF room;  ///< with what is kept free for it to grow into
    QPointF at;   ///< top left
    bool placed = false;
    int continues = 0;   ///< n: the nth container more of a group
    NodeField field;     ///< Group
    QList<int> members;  ///< Group: index of the section's member in each cell; -1: free
    QList<int> overflow; ///< Group: members for which its room is too small
    bool collapsed = false;

    bool isContainer() const { return kind == BoxKind::Group && !collapsed; }
    QRectF rect() const { return {at, size}; }
    QRectF territory() const { return {at, size.expandedTo(room)}; }
};

struct Link
{
    int from = -1; ///< indices into Chart::blocks
    int to = -1;
    EdgeKind kind = EdgeKind::Traffic;
};

/// Blocks that stand together, one above the other: the sides of a group, a pair of balancers.
struct Stack
{
    QList<int> blocks;
    double gap = 0;
};

struct Chart
{
    QList<Block> blocks;
    QList<Link> links;
    QList<Stack> stacks; ///< every block is in one
    int tiers = 0;
};

/// Blocks in the order of the blueprint, containers without members yet; tiers by the longest way from the clients.
Chart chartOf(const Parts& parts);

} // namespace snowmelt::layout
