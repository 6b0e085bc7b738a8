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
constexpr int numberLead = 20;
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

} // namespace

StepDelegate::StepDelegate(Lead leadKind, QObject* parent) : QStyledItemDelegate(parent), m_lead(leadKind) {}

void StepDelegate::paintLead(QPainter* painter, const QModelIndex& index, const Theme& theme) const
{
    const StepState state = stateOf(index);
    if (m_lead == Lead::Number) {
        painter->setFont(textFont(TextSize::Normal));
        painter->setPen(theme.faint);
        painter->drawText(QRect(0, 0, numberLead, rowLine), Qt::AlignVCenter | Qt::AlignLeft,
                          QString::number(index.row() + 1));
        return;
    }
    const QColor ink = state == StepState::Failed     ? theme.red
                       : state == StepState::NotBegun ? theme.control
                                                      : theme.sub;
    paintIcon(painter, iconOf(state), QRectF(0, 5, 16, 16), {ink, theme.panel});
}

void StepDelegate::paintTime(QPainter* painter, const QRect& place, const QModelIndex& index, const Theme& theme) const
{
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.faint);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, index.siblingAtColumn(1).data().toString());
}

void StepDelegate::paintTitle(QPainter* painter, const QRect& place, const QModelIndex& index, const Theme& theme) const
{
    const bool faint = stateOf(index) == StepState::NotBegun && m_lead == Lead::Glyph;
    painter->setFont(titleFont(index));
    painter->setPen(faint ? theme.faint : theme.text);
    painter->drawText(place, Qt::AlignVCenter | Qt::TextWordWrap, index.data().toString());
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const Places places = placesOf(option, index);
    painter->save();
    painter->translate(option.rect.topLeft());
    paintLead(painter, index, theme);
    paintTime(painter, places.title, index, theme);
    paintTitle(painter, places.title, index, theme);
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(theme.red);
    painter->drawText(places.warning, wrap, index.data(WarningRole).toString());
    painter->setFont(detailFont());
    painter->setPen(theme.sub);
    painter->drawText(places.detail, wrap, index.data(DetailRole).toString());
    painter->restore();
}

QFont StepDelegate::titleFont(const QModelIndex& index) const
{
    const StepState state = stateOf(index);
    const bool strong = state == StepState::Running || state == StepState::Failed || m_lead == Lead::Number;
    return textFont(TextSize::Normal, strong ? QFont::DemiBold : QFont::Normal);
}

QFont StepDelegate::detailFont() const
{
    return m_lead == Lead::Number ? monoFont(TextSize::Small) : textFont(TextSize::Small);
}

StepDelegate::Places StepDelegate::placesOf(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int left = m_lead == Lead::Number ? numberLead : glyphLead;
    const int width = viewWidth(option) - left;
    const auto below = [&](const QRect& above, const QFont& font, const QString& text) {
        const int top = above.bottom() + (above.isEmpty() ? 1 : 2);
        return QRect(left, top, width, text.isEmpty() ? 0 : heightOf(text, font, width));
    };
    Places places;
    places.title = QRect(left, 0, width, rowLine);
    // Names of steps are short; what a plan says of one may need a second line.
    if (m_lead == Lead::Number) {
        const QFont font = titleFont(index);
        const QString words = index.data().toString();
        const int over = heightOf(words, font, width) - lineHeight(words, font);
        places.title.setHeight(rowLine + qMax(0, over));
    }
    const QRect title = places.title.adjusted(0, 0, 0, -2);
    places.warning = below(title, textFont(TextSize::Small), index.data(WarningRole).toString());
    places.detail = below(places.warning, detailFont(), index.data(DetailRole).toString());
    return places;
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Places places = placesOf(option, index);
    const bool more = !places.warning.isEmpty() || !places.detail.isEmpty();
    return {160, more ? places.detail.bottom() + 1 + metric::unit : places.title.height()};
}

} // namespace snowmelt
