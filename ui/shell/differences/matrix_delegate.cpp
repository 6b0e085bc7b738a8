// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/matrix_delegate.h"

#include "models/items/group_drift_model.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QPainter>
#include <QPainterPath>

namespace snowmelt {

namespace {

constexpr int matrixRow = 40;
constexpr int chipHeight = 22;
constexpr int chipGap = 3; ///< at each side
constexpr int widestChip = 120;

void paintMatrixText(QPainter* painter, const QRect& rect, const QString& text, const QFont& font, const QColor& ink,
                     int alignment, Qt::TextElideMode elide)
{
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(rect, alignment | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elide, rect.width()));
}

/// Two lines: what it is, and what of it.
void paintThing(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const QRect inside = rect.adjusted(2, 3, -metric::unit, -3);
    const QRect top(inside.left(), inside.top(), inside.width(), inside.height() / 2);
    const QRect bottom(inside.left(), top.bottom() + 1, inside.width(), inside.height() - top.height());
    const bool isHidden = GroupCell(index.data(StateRole).toInt()) == GroupCell::Hidden;
    const QFont font = textFont(TextSize::Normal, isHidden ? QFont::Normal : QFont::DemiBold);
    paintMatrixText(painter, top, index.data().toString(), font, isHidden ? theme.sub : theme.text, Qt::AlignVCenter,
                    Qt::ElideMiddle);
    paintMatrixText(painter, bottom, index.data(DetailRole).toString(), textFont(TextSize::Small), theme.sub,
                    Qt::AlignVCenter, Qt::ElideRight);
}

void paintBaseline(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    paintMatrixText(painter, rect.adjusted(2, 0, -metric::unit, 0), index.data().toString(), monoFont(TextSize::Small),
                    theme.sub, Qt::AlignVCenter, Qt::ElideRight);
}

QRect chipPlace(const QRect& cell)
{
    const int width = qMin(cell.width() - 2 * chipGap, widestChip);
    return {cell.left() + chipGap, cell.center().y() - chipHeight / 2, width, chipHeight};
}

void paintChip(QPainter* painter, const QRect& chip, const QString& text, const QColor& ink, const QColor& fill,
               Qt::PenStyle border)
{
    painter->setPen(border == Qt::NoPen ? QPen(Qt::NoPen) : QPen(ink, 1.2, border));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), chipHeight / 2.0, chipHeight / 2.0);
    paintMatrixText(painter, chip.adjusted(6, 0, -6, 0), text, textFont(TextSize::Small, QFont::DemiBold), ink,
                    Qt::AlignCenter, Qt::ElideRight);
}

void paintCell(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const QString text = index.data().toString();
    const QRect chip = chipPlace(rect);
    switch (GroupCell(index.data(StateRole).toInt())) {
    case GroupCell::None:
        return;
    case GroupCell::Count:
    case GroupCell::Same:
        return paintMatrixText(painter, chip, text, textFont(TextSize::Small), theme.faint, Qt::AlignCenter,
                               Qt::ElideRight);
    case GroupCell::Differs:
        return paintChip(painter, chip, text, theme.drift, theme.driftTint,
                         theme.highContrast ? Qt::SolidLine : Qt::NoPen);
    case GroupCell::Hidden:
        return paintChip(painter, chip, text, theme.sub, theme.group, theme.highContrast ? Qt::DashLine : Qt::NoPen);
    case GroupCell::Unseen:
        return paintChip(painter, chip, text, theme.amber, theme.amberTint, Qt::DotLine);
    }
}

} // namespace

int MatrixDelegate::rowHeight()
{
    return matrixRow;
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.grid);
    if (!index.data(PartRole).toString().isEmpty())
        paintCell(painter, option.rect, index, theme);
    else if (index.column() == GroupDriftModel::thingColumn)
        paintThing(painter, option.rect, index, theme);
    else
        paintBaseline(painter, option.rect, index, theme);
    if (option.state.testFlag(QStyle::State_HasFocus))
        face::frame(painter, option.rect.adjusted(0, 2, -1, -3), theme.ink, QColor(), 4);
    painter->restore();
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {48, matrixRow};
}

} // namespace snowmelt
