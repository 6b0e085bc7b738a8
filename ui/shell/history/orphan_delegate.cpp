// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/orphan_delegate.h"

#include "models/items/orphan_model.h"
#include "ui/shell/style/look.h"

namespace snowmelt {

QSize OrphanDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, 4 * metric::unit};
}

void OrphanDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme& theme = themeOf(option->palette);
    const QString trouble = index.data(DetailRole).toString();
    const bool failed = index.column() == OrphanModel::Why && !trouble.isEmpty();
    const bool name = index.column() == OrphanModel::Name;
    if (failed)
        option->text = trouble;
    const QColor ink = failed ? theme.red : name ? theme.text : theme.sub;
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
    option->font = textFont(TextSize::Normal, name ? QFont::DemiBold : QFont::Normal);
}

} // namespace snowmelt
