// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/items/tree_row.h"

#include <QAbstractTableModel>

#include <memory>

namespace snowmelt {

/// What a comparison found, one row a difference: a part that came or went, or a field that changed; a line is a field
/// of the part it belongs to. Texts are made when somebody looks: there may be a row for each of 100,000 nodes.
/// Columns: part, what, before, after. Roles: PartRole is the part (none for an image and the
/// fleet), StateRole int(Change).
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Part, What, Before, After, ColumnCount };

    explicit ComparisonModel(QObject* parent = nullptr);
    /// Rows that stay at the beginning and the end of the list stay what they are to a view: chosen, in sight.
    void setComparison(std::shared_ptr<const FleetComparison> comparison);
    QModelIndex find(const QString& part) const; ///< its first row; invalid: none
    /// "2 added, 1 removed, 3 changed"; or that nothing differs.
    static QString summary(const FleetComparison& comparison);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int part = 0;
        int field = -1; ///< -1: the part came or went
    };
    static QList<Row> rowsOf(const FleetComparison& comparison);
    bool isSame(const Row& mine, const FleetComparison& other, const Row& theirs) const;
    QString text(const Row& row, int column) const;

    std::shared_ptr<const FleetComparison> m_comparison;
    QList<Row> m_rows;
};

QString changeText(Change change); ///< "added"; empty for Same
/// Whose change it is: "web-1", "shop 1.1.0", "zone seoul-a".
QString comparedPartText(const PartChange& part);
QString comparedFieldText(ComparedField field);
/// As a person reads it: an image "shop 1.1.0", a health "down".
QString comparedValueText(ComparedField field, const QString& value);

} // namespace snowmelt
