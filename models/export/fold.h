// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// How many nodes a file may list one by one. A group beyond it is one box that counts them, or, in a picture, a field
/// of bare cells: nobody reads 5,000 cards, and few programs open them.
struct FoldLimits
{
    int perGroup = 300;
    int total = 3000; ///< of the file; the largest groups give way first
};

/// Which boxes are drawn and which stand for others.
class Fold
{
public:
    Fold(const Diagram& diagram, const FoldLimits& limits);

    bool isFolded(int box) const { return m_folded.value(box); } ///< a group whose nodes are not listed
    bool isDrawn(int box) const { return drawnAs(box) == box; }
    int drawnAs(int box) const { return m_drawnAs.value(box, -1); } ///< the box, or the folded group around it
    int listed() const { return m_listed; }                         ///< nodes one by one

private:
    QList<bool> m_folded;
    QList<int> m_drawnAs;
    int m_listed = 0;
};

} // namespace snowmelt
