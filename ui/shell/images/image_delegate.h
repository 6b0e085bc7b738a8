// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace snowmelt {

/// Rows of images, of what differs between them, of what becomes of them and of what their recipes say: titles are
/// bold, what changed has the ink of its change, what nothing can be said of is faint, what does not hold is struck
/// out.
class ImageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Rows { Lineage, Differences, Pruning, Damage, Recipe };
    ImageDelegate(Rows rows, QWidget* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    Rows m_rows;
};

} // namespace snowmelt
