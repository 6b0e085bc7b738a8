// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

#include <QCoreApplication>

#include <memory>

namespace snowmelt {

/// A diagram read as a table, for who cannot see it: a row for each part that the keyboard walks to, in its order.
class DiagramTable
{
    Q_DECLARE_TR_FUNCTIONS(DiagramTable)

public:
    enum Column { Name, Kind, State, Image, Traffic, Drift, Group, Zone };
    static constexpr int columns = Zone + 1;

    /// Looks at all boxes only where the diagram is another one than the last time.
    void follow(const std::shared_ptr<const Diagram>& diagram);

    int rows() const { return int(m_boxes.size()); }
    int boxOf(int row) const { return m_boxes.value(row, -1); } ///< -1: no such row
    int rowOf(int box) const;                                   ///< -1: it has none
    QString text(int row, int column) const;
    static QString title(int column);

private:
    QString groupOf(const DiagramBox& box) const;
    QString zonesOf(const DiagramBox& box) const;

    std::shared_ptr<const Diagram> m_diagram;
    QList<int> m_boxes; ///< by row, ascending
};

} // namespace snowmelt
