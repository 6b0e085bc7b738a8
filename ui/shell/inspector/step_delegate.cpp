// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/step_delegate.h"

#include "models/items/step_model.h"
#include "ui/shell/style/look.h"

#include <QListView>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr int rowLine = 25;
constexpr int glyphLead = 26;
constexpr int wrap = Qt::TextWordWrap | Qt::TextWrapAnywhere;

StepState stateOf(const QModelIndex& index)
{
    return StepState(index.data(StateRole).toInt());
}

QString iconOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Paused:
        return QStringLiteral("paused");
    case StepState::Done:
        return QStringLiteral("health-healthy");
    case StepState::Failed:
        return QStringLiteral("health-down");
    case StepState::CutShort:
        return QStringLiteral("cancel");
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

int heightOf(const QString& text, const QFont& font, int width)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 4000), wrap, text).height();
}

/// Where the parts of a step stand, from its top left corner. Without a text: empty.
struct StepPlaces
{
    QRect title;
    QRect detail;
};

StepPlaces placesOf(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QString text = index.data(DetailRole).toString();
    const int width = viewWidth(option) - glyphLead;
    const int height = text.isEmpty() ? 0 : heightOf(text, textFont(TextSize::Small), width);
    return {QRect(glyphLead, 0, width, rowLine), QRect(glyphLead, rowLine, width, height)};
}

void paintLead(QPainter* painter, StepState state, const Theme& theme)
{
    const QColor ink = state == StepState::Failed     ? theme.red
                       : state == StepState::NotBegun ? theme.control
                                                      : theme.sub;
    paintIcon(painter, iconOf(state), QRectF(0, 5, 16, 16), {ink, theme.panel});
}

void paintTime(QPainter* painter, const QRect& place, const QModelIndex& index, const Theme& theme)
{
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.faint);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, index.siblingAtColumn(1).data().toString());
}

void paintStepTitle(QPainter* painter, const QRect& place, const QModelIndex& index, const Theme& theme)
{
    const StepState state = stateOf(index);
    const bool strong = state == StepState::Running || state == StepState::Paused || state == StepState::Failed;
    painter->setFont(textFont(TextSize::Normal, strong ? QFont::DemiBold : QFont::Normal));
    painter->setPen(state == StepState::NotBegun ? theme.faint : theme.text);
    painter->drawText(place, Qt::AlignVCenter | Qt::TextWordWrap, index.data().toString());
}

} // namespace

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const StepPlaces places = placesOf(option, index);
    painter->save();
    painter->translate(option.rect.topLeft());
    paintLead(painter, stateOf(index), theme);
    paintTime(painter, places.title, index, theme);
    paintStepTitle(painter, places.title, index, theme);
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.sub);
    painter->drawText(places.detail, wrap, index.data(DetailRole).toString());
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const StepPlaces places = placesOf(option, index);
    return {160, places.detail.isEmpty() ? rowLine : places.detail.bottom() + 1 + metric::unit};
}

} // namespace snowmelt
