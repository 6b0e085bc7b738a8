// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/happening_delegate.h"

#include "ui/shell/style/look.h"
#include "ui/theme/wrapping.h"

#include <QPainter>
#include <QTreeView>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int happeningGlyphSize = 16;
constexpr int aboveWords = metric::unit / 2;
constexpr int roomForever = 4000; ///< higher than any words

QFontMetrics wordsMetrics()
{
    return QFontMetrics(textFont(TextSize::Normal));
}

/// What the words of a cell may fill.
QRect wordsRoom(const QRect& cell, int column)
{
    const int left = column == HappeningDelegate::What ? happeningGlyphSize + metric::unit : 0;
    return cell.adjusted(metric::unit + left, aboveWords, -metric::unit, -aboveWords);
}

int wordsHeight(const QString& text, int width)
{
    const QFontMetrics metrics = wordsMetrics();
    return metrics.boundingRect(QRect(0, 0, width, roomForever), wrapFlags(metrics, text, width), text).height();
}

void paintHow(QPainter* painter, const QRect& cell, const HappeningGlyph& glyph, const Theme& theme)
{
    if (glyph.icon.isEmpty())
        return;
    const int middle = cell.top() + aboveWords + wordsMetrics().height() / 2; // of the first line
    const QRectF box(cell.left() + metric::unit, middle - happeningGlyphSize / 2, happeningGlyphSize,
                     happeningGlyphSize);
    paintIcon(painter, glyph.icon, box, {theme.*glyph.ink, theme.panel});
}

} // namespace

void HappeningDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const QString text = index.data().toString();
    const QRect room = wordsRoom(option.rect, index.column());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    painter->setFont(textFont(TextSize::Normal));
    if (index.column() == When) {
        painter->setPen(theme.sub);
        painter->drawText(room, Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine, text);
    } else {
        paintHow(painter, option.rect, m_glyphs.value(index.row()), theme);
        painter->setPen(theme.text);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop | wrapFlags(painter->fontMetrics(), text, room.width()),
                          text);
    }
    painter->restore();
}

/// A tree asks for the height of a row without saying how wide its columns are.
QSize HappeningDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data().toString();
    if (index.column() == When)
        return {wordsMetrics().horizontalAdvance(text) + 2 * metric::unit,
                wordsHeight(text, roomForever) + metric::unit};
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    const int width = tree ? tree->columnWidth(index.column()) : option.rect.width();
    const int room = wordsRoom(QRect(0, 0, width, 0), index.column()).width();
    return {room, wordsHeight(text, std::max(room, 5 * metric::unit)) + 2 * aboveWords};
}

} // namespace snowmelt
