// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/difference_delegate.h"

#include "models/items/comparison_model.h"
#include "models/items/tree_row.h"
#include "ui/diagram/comparison_marks.h"
#include "ui/shell/style/look.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr int listBadge = 14;
constexpr int listBadgeRoom = 18; ///< a diamond is wider than it is said to be

QPixmap badgeOf(Change change, const QWidget* widget)
{
    const double ratio = widget->devicePixelRatioF();
    QPixmap picture(QSize(listBadgeRoom, listBadgeRoom) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    ComparisonMarks::paintBadge(&painter, change, {listBadgeRoom / 2.0, listBadgeRoom / 2.0}, listBadge,
                                themeOf(widget));
    return picture;
}

} // namespace

void DifferenceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != ComparisonModel::Part || !option->widget)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {listBadgeRoom, listBadgeRoom};
    option->icon = QIcon(badgeOf(Change(index.data(StateRole).toInt()), option->widget));
}

} // namespace snowmelt
