// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/activity_delegate.h"

#include "models/items/activity_model.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QDateTime>
#include <QPainter>
#include <QTreeView>

namespace snowmelt {

namespace {

struct StateGlyph
{
    QString icon;
    QColor ink;
};

StateGlyph glyphOf(OutcomeKind outcome, const Theme& theme)
{
    return {outcomeIcon(outcome), outcomeInk(outcome, theme)};
}

StateGlyph glyphOf(ActivityState state, const Theme& theme)
{
    switch (state) {
    case ActivityState::Running:
    case ActivityState::Cancelling:
        return {QStringLiteral("running"), theme.ink};
    case ActivityState::Failed:
        return glyphOf(OutcomeKind::Failed, theme);
    case ActivityState::Cancelled:
        return glyphOf(OutcomeKind::Cancelled, theme);
    case ActivityState::Done:
    case ActivityState::Differences:
        break;
    }
    return glyphOf(OutcomeKind::Done, theme);
}

void paintText(QPainter* painter, const QRect& rect, const QString& text, const QFont& font, const QColor& ink,
               Qt::Alignment side = Qt::AlignLeft)
{
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(rect, side | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void paintTitle(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const StateGlyph glyph = glyphOf(ActivityState(index.data(StateRole).toInt()), theme);
    const QRectF box(rect.left() + 2 * metric::unit, rect.center().y() - 7, 16, 16);
    paintIcon(painter, glyph.icon, box, {glyph.ink, theme.panel});
    paintText(painter, rect.adjusted(5 * metric::unit, 0, 0, 0), index.data().toString(),
              textFont(TextSize::Normal, QFont::DemiBold), theme.text);
}

void paintProgress(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const QVariant fraction = index.data(FractionRole);
    if (!fraction.isValid() || fraction.toDouble() < 0)
        return;
    QStyleOptionProgressBar bar;
    bar.rect = rect.adjusted(0, 0, -44, 0);
    bar.maximum = 1000;
    bar.progress = int(fraction.toDouble() * 1000);
    face::progressBar(painter, bar, theme);
    paintText(painter, rect, index.data().toString(), textFont(TextSize::Small), theme.sub, Qt::AlignRight);
}

bool runs(const QModelIndex& index)
{
    const auto state = ActivityState(index.data(StateRole).toInt());
    return state == ActivityState::Running || state == ActivityState::Cancelling;
}

/// What an operation does; what it did has the room of the progress it no longer shows. Each of the two cells paints
/// its part, since either may be painted alone.
void paintWhat(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Theme& theme)
{
    const QModelIndex what = index.siblingAtColumn(ActivityModel::What);
    QRect room = option.rect;
    if (const auto* list = qobject_cast<const QTreeView*>(option.widget); list && !runs(index))
        room = list->visualRect(what) | list->visualRect(index.siblingAtColumn(ActivityModel::Progress));
    painter->setClipRect(option.rect, Qt::IntersectClip);
    paintText(painter, room.adjusted(0, 0, -metric::unit, 0), what.data().toString(), textFont(TextSize::Normal),
              theme.sub);
}

QString elapsedText(const QModelIndex& index)
{
    const QDateTime since = index.data(StartedAtRole).toDateTime();
    if (!since.isValid())
        return index.data().toString();
    const qint64 seconds = since.secsTo(QDateTime::currentDateTimeUtc());
    return seconds > 0 ? durationText(seconds * 1000) : QString();
}

} // namespace

void ActivityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    const int right = index.column() == ActivityModel::Began ? 2 * metric::unit : metric::unit;
    const QRect rect = option.rect.adjusted(0, 0, -right, 0);
    switch (index.column()) {
    case ActivityModel::Title:
        paintTitle(painter, rect, index, theme);
        break;
    case ActivityModel::Progress:
        if (runs(index))
            paintProgress(painter, rect, index, theme);
        else
            paintWhat(painter, option, index, theme);
        break;
    case ActivityModel::Elapsed:
        paintText(painter, rect, elapsedText(index), textFont(TextSize::Small), theme.sub, Qt::AlignRight);
        break;
    case ActivityModel::Began:
        paintText(painter, rect, index.data().toString(), textFont(TextSize::Small), theme.sub, Qt::AlignRight);
        break;
    default:
        paintWhat(painter, option, index, theme);
    }
    painter->restore();
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, 32};
}

} // namespace snowmelt
