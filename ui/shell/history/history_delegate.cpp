// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/history_delegate.h"

#include "models/items/history_model.h"
#include "ui/shell/style/look.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr int rowHeight = 32;

void paintEnding(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const int outcome = index.data(StateRole).toInt();
    const bool ended = outcome != HistoryModel::noEnd;
    const QString icon = ended ? outcomeIcon(OutcomeKind(outcome)) : QStringLiteral("health-unknown");
    const QColor ink = ended ? outcomeInk(OutcomeKind(outcome), theme) : theme.amber;
    paintIcon(painter, icon, QRectF(rect.left(), rect.center().y() - 7, 16, 16), {ink, theme.panel});
}

} // namespace

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    QRect rect = option.rect.adjusted(metric::unit, 0, -metric::unit, 0);
    if (index.column() == HistoryModel::Outcome) {
        paintEnding(painter, rect, index, theme);
        rect.setLeft(rect.left() + 3 * metric::unit);
    }
    const bool strong = index.column() == HistoryModel::What;
    painter->setFont(textFont(TextSize::Normal, strong ? QFont::DemiBold : QFont::Normal));
    painter->setPen(strong ? theme.text : theme.sub);
    const QVariant side = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment alignment = side.isValid() ? Qt::Alignment(side.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    painter->drawText(rect, int(alignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, rowHeight};
}

} // namespace snowmelt
