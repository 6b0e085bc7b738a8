// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/drift_delegate.h"

#include "models/domain/line_diff.h"
#include "models/items/drift_rows.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr int valueLine = 18;
constexpr int leastValueWidth = 44; ///< of the names of both values

DriftRow driftRowOf(const QModelIndex& index)
{
    return DriftRow(index.data(KindRole).toInt());
}

bool isTitle(DriftRow kind)
{
    return kind == DriftRow::Section || kind == DriftRow::CausesTitle || kind == DriftRow::UnseenTitle ||
           kind == DriftRow::RulesTitle || kind == DriftRow::ExpiredRule || kind == DriftRow::HiddenTitle;
}

void paintDriftText(QPainter* painter, const QRect& rect, const QString& text, const QFont& font, const QColor& ink,
                    Qt::TextElideMode elide = Qt::ElideMiddle)
{
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elide, rect.width()));
}

/// The row's detail at the right; returns what is left of it.
QRect paintDetail(QPainter* painter, const QRect& rect, const QString& detail, const Theme& theme)
{
    painter->setFont(textFont(TextSize::Small));
    const int width = qMin(painter->fontMetrics().horizontalAdvance(detail) + 2, rect.width() * 3 / 5);
    const QRect right(rect.right() - width, rect.top(), width, rect.height());
    paintDriftText(painter, right, detail, textFont(TextSize::Small), theme.sub, Qt::ElideRight);
    return rect.adjusted(0, 0, -(width + metric::unit), 0);
}

void paintDriftTitle(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const DriftRow kind = driftRowOf(index);
    const QRect left = paintDetail(painter, rect, index.data(DetailRole).toString(), theme);
    const bool strong = kind == DriftRow::Section;
    paintDriftText(painter, left, index.data().toString(),
                   textFont(TextSize::Normal, strong ? QFont::DemiBold : QFont::Normal),
                   strong ? theme.text : theme.sub);
}

void paintDifference(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const QRect left = paintDetail(painter, rect, index.data(DetailRole).toString(), theme);
    paintDriftText(painter, left, index.data().toString(), textFont(TextSize::Normal), theme.text);
}

void paintDiffLine(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const auto kind = DiffLine::Kind(index.data(StateRole).toInt());
    const bool changed = kind == DiffLine::Kind::Added || kind == DiffLine::Kind::Removed;
    if (changed)
        painter->fillRect(rect, kind == DiffLine::Kind::Added ? theme.driftTint : theme.group);
    const QColor ink = kind == DiffLine::Kind::Added ? theme.drift : changed ? theme.sub : theme.faint;
    paintDriftText(painter, rect.adjusted(4, 0, 0, 0), index.data().toString(), monoFont(TextSize::Small), ink,
                   Qt::ElideRight);
}

} // namespace

void DriftDelegate::setSides(const QString& baseline, const QString& actual)
{
    m_baseline = baseline;
    m_actual = actual;
}

void DriftDelegate::paintField(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme) const
{
    const QRect top(rect.left(), rect.top() + 1, rect.width(), valueLine);
    const QRect bottom = top.translated(0, valueLine);
    constexpr int name = 72;
    const QFontMetrics small(textFont(TextSize::Small));
    const int longest = qMax(small.horizontalAdvance(m_baseline), small.horizontalAdvance(m_actual));
    const int side = qBound(leastValueWidth, longest + metric::unit, rect.width() / 3);
    paintDriftText(painter, QRect(top.left(), top.top(), name, valueLine), index.data().toString(),
                   textFont(TextSize::Small), theme.sub, Qt::ElideRight);
    const auto line = [&](const QRect& where, const QString& label, const QString& value, const QColor& ink) {
        paintDriftText(painter, QRect(where.left() + name, where.top(), side - 4, valueLine), label,
                       textFont(TextSize::Small), theme.faint);
        paintDriftText(painter, where.adjusted(name + side, 0, 0, 0), value, monoFont(TextSize::Small), ink);
    };
    line(top, m_baseline, index.data(BaselineRole).toString(), theme.sub);
    line(bottom, m_actual, index.data(ActualRole).toString(), theme.text);
}

void DriftDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        face::frame(painter, option.rect, QColor(), theme.selection, 4);
    const QRect rect = option.rect.adjusted(2, 0, -metric::unit, 0);
    const DriftRow kind = driftRowOf(index);
    if (isTitle(kind))
        paintDriftTitle(painter, rect, index, theme);
    else if (kind == DriftRow::Field)
        paintField(painter, rect, index, theme);
    else if (kind == DriftRow::DiffLine)
        paintDiffLine(painter, rect, index, theme);
    else
        paintDifference(painter, rect, index, theme);
    painter->restore();
}

QSize DriftDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    switch (driftRowOf(index)) {
    case DriftRow::Section:
        return {160, 30};
    case DriftRow::Field:
        return {160, 2 * valueLine + 4};
    case DriftRow::DiffLine:
        return {160, valueLine};
    default:
        return {160, 25};
    }
}

} // namespace snowmelt
