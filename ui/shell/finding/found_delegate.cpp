// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/found_delegate.h"

#include "ui/shell/finding/found_model.h"
#include "ui/shell/style/look.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int foundGlyph = 16;
constexpr int foundRow = 28;
constexpr double detailShare = 0.5; ///< of the row, at most: the name comes first

void paintHealth(QPainter* painter, const QRectF& box, const QModelIndex& found, const Theme& theme)
{
    const QVariant health = found.data(FoundModel::HealthRole);
    const bool reached = found.data(FoundModel::ReachedRole).toBool();
    if (!health.isValid())
        return paintIcon(painter, QStringLiteral("pending"), box, {theme.control, theme.panel});
    const Health state = Health(health.toInt());
    paintIcon(painter, healthIcon(state, reached), box, healthIconInk(state, theme, reached));
}

QString elidedIn(const QPainter* painter, const QString& text, int width)
{
    return painter->fontMetrics().elidedText(text, Qt::ElideRight, width);
}

} // namespace

void FoundDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.selection);
        painter->drawRoundedRect(option.rect, metric::controlRadius, metric::controlRadius);
    }
    const QRect line = option.rect.adjusted(metric::unit, 0, -metric::unit, 0);
    paintHealth(painter, QRectF(line.left(), line.center().y() - foundGlyph / 2 + 1, foundGlyph, foundGlyph), index,
                theme);
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.sub);
    const QString detail =
        elidedIn(painter, index.data(FoundModel::DetailRole).toString(), int(line.width() * detailShare));
    const int detailWidth = painter->fontMetrics().horizontalAdvance(detail);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, detail);
    painter->setFont(textFont(TextSize::Normal));
    painter->setPen(theme.text);
    const QRect name = line.adjusted(foundGlyph + metric::unit, 0, -detailWidth - metric::unit, 0);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elidedIn(painter, index.data().toString(), name.width()));
    painter->restore();
}

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {160, foundRow};
}

} // namespace snowmelt
