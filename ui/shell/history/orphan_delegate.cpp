// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/orphan_delegate.h"

#include "models/items/orphan_model.h"
#include "ui/shell/style/look.h"
#include "ui/theme/wrapping.h"

#include <QPainter>
#include <QTreeView>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int orphanHeight = 4 * metric::unit; ///< of one line
constexpr int narrowestTrouble = 10 * metric::unit;

/// Why an orphan could not be removed, in the cell that says it; empty: it says something else.
QString troubleIn(const QModelIndex& index)
{
    return index.column() == OrphanModel::Why ? index.data(DetailRole).toString() : QString();
}

int troubleWidth(int cell)
{
    return std::max(cell - 2 * metric::unit, narrowestTrouble);
}

int troubleHeight(const QString& trouble, int width)
{
    const QFontMetrics metrics(textFont(TextSize::Normal));
    const QRect room(0, 0, width, QWIDGETSIZE_MAX);
    const QRect words = metrics.boundingRect(room, wrapFlags(metrics, trouble, width), trouble);
    return orphanHeight + std::max(0, words.height() - metrics.height());
}

} // namespace

void OrphanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString trouble = troubleIn(index);
    if (trouble.isEmpty())
        return;
    QRect room(0, option.rect.top(), troubleWidth(option.rect.width()), option.rect.height());
    room.moveLeft(option.rect.left() + metric::unit);
    painter->save();
    painter->setFont(textFont(TextSize::Normal));
    painter->setPen(themeOf(option.palette).red);
    const int wrap = wrapFlags(painter->fontMetrics(), trouble, room.width());
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | wrap, trouble);
    painter->restore();
}

/// A tree asks for the height of a row without saying how wide its columns are.
QSize OrphanDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString trouble = troubleIn(index);
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    if (trouble.isEmpty() || !tree)
        return {60, orphanHeight};
    return {60, troubleHeight(trouble, troubleWidth(tree->columnWidth(index.column())))};
}

void OrphanDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme& theme = themeOf(option->palette);
    if (!troubleIn(index).isEmpty())
        option->text.clear(); // painted with all its lines
    const bool name = index.column() == OrphanModel::Name;
    const QColor ink = name ? theme.text : theme.sub;
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
    option->font = textFont(TextSize::Normal, name ? QFont::DemiBold : QFont::Normal);
}

} // namespace snowmelt
