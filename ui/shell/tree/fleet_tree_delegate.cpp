// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tree/fleet_tree_delegate.h"

#include "models/domain/code_names.h"
#include "models/items/fleet_rows.h"
#include "ui/shell/style/look.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr int glyph = 16;
constexpr int longestMark = 5;    ///< letters
constexpr int shortestDetail = 5; ///< letters of what is cut

FleetRow kindOf(const QModelIndex& index)
{
    return FleetRow(index.data(KindRole).toInt());
}

/// The panel's title says "Fleet" already.
bool isFirstSection(const QModelIndex& index)
{
    return kindOf(index) == FleetRow::Section && index.row() == 0 && !index.parent().isValid();
}

void paintSection(QPainter* painter, const QRect& rect, const QString& text, const Theme& theme)
{
    painter->setFont(textFont(TextSize::Small, QFont::DemiBold));
    painter->setPen(theme.faint);
    painter->drawText(rect.adjusted(metric::unit, 6, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text.toUpper());
}

/// How an operation of the past ended; without an end nobody knows.
void paintOutcome(QPainter* painter, const QRectF& box, const QModelIndex& index, const Theme& theme)
{
    const auto outcome = codeFromName<OutcomeKind>(index.data(StateRole).toString());
    const QString icon = outcome ? outcomeIcon(*outcome) : QStringLiteral("health-unknown");
    paintIcon(painter, icon, box, {outcome ? outcomeInk(*outcome, theme) : theme.faint, theme.panel});
}

void paintRowHealth(QPainter* painter, const QRectF& box, const QModelIndex& index, const Theme& theme)
{
    const Health health = Health(index.data(HealthRole).toInt());
    const bool reached = index.data(ReachedRole).toBool();
    paintIcon(painter, healthIcon(health, reached), box, healthIconInk(health, theme, reached));
}

/// Busy, health, outcome or nothing; returns where the name begins.
int paintGlyph(QPainter* painter, const QRect& rect, const QModelIndex& index, const Theme& theme)
{
    const QRectF box(rect.left(), rect.center().y() - glyph / 2 + 1, glyph, glyph);
    const QVariant health = index.data(HealthRole);
    if (index.data(PausedRole).toBool())
        paintIcon(painter, QStringLiteral("paused"), box, {theme.ink, theme.panel});
    else if (index.data(BusyRole).toBool())
        paintIcon(painter, QStringLiteral("running"), box, {theme.ink, theme.panel});
    else if (health.isValid())
        paintRowHealth(painter, box, index, theme);
    else if (kindOf(index) == FleetRow::History)
        paintOutcome(painter, box, index, theme);
    else if (kindOf(index) == FleetRow::Image || kindOf(index) == FleetRow::Fleet)
        return rect.left();
    else
        paintIcon(painter, QStringLiteral("pending"), box, {theme.control, theme.panel});
    return rect.left() + glyph + metric::unit;
}

QString sideLetter(const QModelIndex& index)
{
    switch (Side(index.data(SideRole).toInt())) {
    case Side::Blue:
        return QStringLiteral("B");
    case Side::Green:
        return QStringLiteral("G");
    case Side::None:
        break;
    }
    return {};
}

QFont nameFont(const QModelIndex& index)
{
    return textFont(TextSize::Normal, kindOf(index) == FleetRow::Fleet ? QFont::DemiBold : QFont::Normal);
}

struct RightText
{
    QString text;
    QColor ink;
    int weight = QFont::Normal;
};

/// Within `room` and ending at `right`; returns where it begins.
int paintRight(QPainter* painter, const QRect& rect, int right, int room, const RightText& said)
{
    const QFont font = textFont(TextSize::Small, said.weight);
    const QFontMetrics metrics(font);
    const QString text = detailWithin(metrics, said.text, room);
    if (text.isEmpty())
        return right;
    painter->setFont(font);
    painter->setPen(said.ink);
    const int width = metrics.horizontalAdvance(text);
    painter->drawText(QRect(right - width, rect.top(), width, rect.height()), Qt::AlignVCenter, text);
    return right - width - metric::unit;
}

/// The name, which begins at `left`, goes before it: what a row is called is more than what it runs.
int paintDetail(QPainter* painter, const QRect& rect, int left, const QModelIndex& index, const Theme& theme)
{
    int right = rect.right() - 2 * metric::unit;
    const QString side = sideLetter(index);
    const QColor sideInk = side == QStringLiteral("B") ? theme.blue : theme.green;
    right = paintRight(painter, rect, right, rect.width(), {side, sideInk, QFont::Bold});
    const int name = QFontMetrics(nameFont(index)).horizontalAdvance(index.data().toString());
    const bool drift = index.data(DriftRole).toInt() > 0;
    return paintRight(painter, rect, right, right - left - name - metric::unit,
                      {index.data(DetailRole).toString(), drift ? theme.drift : theme.faint,
                       drift ? QFont::DemiBold : QFont::Normal});
}

} // namespace

QString detailWithin(const QFontMetrics& metrics, const QString& detail, int room)
{
    if (detail.size() <= longestMark)
        return detail;
    const QString cut = metrics.elidedText(detail, Qt::ElideRight, room);
    return cut.size() < shortestDetail ? QString() : cut;
}

int FleetTreeDelegate::leastWidth()
{
    const int name = QFontMetrics(textFont(TextSize::Normal)).horizontalAdvance(QStringLiteral("web-100"));
    const int side = QFontMetrics(textFont(TextSize::Small, QFont::Bold)).horizontalAdvance(QStringLiteral("G"));
    return glyph + metric::unit + name + metric::unit + side + 2 * metric::unit;
}

void FleetTreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    if (isFirstSection(index))
        return;
    painter->save();
    const QString text = index.data().toString();
    if (kindOf(index) == FleetRow::Section) {
        paintSection(painter, option.rect, text, theme);
        return painter->restore();
    }
    const int left = paintGlyph(painter, option.rect, index, theme);
    const int right = paintDetail(painter, option.rect, left, index, theme);
    painter->setFont(nameFont(index));
    painter->setPen(theme.text);
    const QRect name(left, option.rect.top(), right - left, option.rect.height());
    // The nodes of a group differ at their end: it is the last thing to go.
    painter->drawText(name, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, name.width()));
    painter->restore();
}

QSize FleetTreeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (isFirstSection(index))
        return {160, 6};
    return {160, kindOf(index) == FleetRow::Section ? 34 : 27};
}

} // namespace snowmelt
