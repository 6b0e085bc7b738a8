// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/step_delegate.h"

#include "models/items/step_model.h"
#include "ui/shell/style/look.h"

#include <QListView>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr int line = 25;
constexpr int lead = 26;

StepState stateOf(const QModelIndex& index)
{
    return StepState(index.data(StateRole).toInt());
}

QString iconOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Done:
        return QStringLiteral("health-healthy");
    case StepState::Failed:
        return QStringLiteral("health-down");
    case StepState::NotBegun:
        break;
    }
    return QStringLiteral("pending");
}

int viewWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

StepDelegate::StepDelegate(Lead leadKind, QObject* parent) : QStyledItemDelegate(parent), m_lead(leadKind) {}

void StepDelegate::paintLead(QPainter* painter, const QRect& top, const QModelIndex& index, const Theme& theme) const
{
    const StepState state = stateOf(index);
    if (m_lead == Lead::Number) {
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(theme.faint);
        painter->drawText(QRect(top.left(), top.top(), 16, line), Qt::AlignVCenter | Qt::AlignRight,
                          QString::number(index.row() + 1));
        return;
    }
    const QColor ink = state == StepState::Failed     ? theme.red
                       : state == StepState::NotBegun ? theme.control
                                                      : theme.sub;
    paintIcon(painter, iconOf(state), QRectF(top.left(), top.top() + 5, 16, 16), {ink, theme.panel});
}

void StepDelegate::paintTitle(QPainter* painter, const QRect& top, const QModelIndex& index, const Theme& theme) const
{
    const StepState state = stateOf(index);
    const QString time = index.siblingAtColumn(1).data().toString();
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.faint);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, time);
    const int timeWidth = painter->fontMetrics().horizontalAdvance(time) + metric::unit;
    const bool strong = state == StepState::Running || state == StepState::Failed || m_lead == Lead::Number;
    const bool faint = state == StepState::NotBegun && m_lead == Lead::Glyph;
    painter->setFont(textFont(TextSize::Normal, strong ? QFont::DemiBold : QFont::Normal));
    painter->setPen(faint ? theme.faint : theme.text);
    const QRect title = top.adjusted(lead, 0, -timeWidth, 0);
    painter->drawText(title, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const QRect top(option.rect.left(), option.rect.top(), option.rect.width(), line);
    painter->save();
    paintLead(painter, top, index, theme);
    paintTitle(painter, top, index, theme);
    painter->setFont(detailFont());
    painter->setPen(index.data(KindRole).toBool() ? theme.red : theme.sub);
    painter->drawText(detailRect(option, index).translated(option.rect.topLeft()),
                      Qt::TextWordWrap | Qt::TextWrapAnywhere, index.data(DetailRole).toString());
    painter->restore();
}

QFont StepDelegate::detailFont() const
{
    return m_lead == Lead::Number ? monoFont(TextSize::Small) : textFont(TextSize::Small);
}

QRect StepDelegate::detailRect(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString detail = index.data(DetailRole).toString();
    if (detail.isEmpty())
        return {};
    const QRect space(lead, line - 2, viewWidth(option) - lead, 4000);
    return QFontMetrics(detailFont()).boundingRect(space, Qt::TextWordWrap | Qt::TextWrapAnywhere, detail);
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect detail = detailRect(option, index);
    return {160, detail.isEmpty() ? line : detail.bottom() + 7};
}

} // namespace snowmelt
