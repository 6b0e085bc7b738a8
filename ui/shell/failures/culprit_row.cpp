// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/failures/culprit_row.h"

#include "models/wording/failure_wording.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"
#include "ui/theme/wrapping.h"

#include <QEvent>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr int rowGlyph = 16;
constexpr int rowInset = metric::unit;
constexpr int rowLead = rowInset + rowGlyph + metric::unit;

QString culpritDetail(const Culprit& culprit, const QDateTime& now)
{
    QString text = healthSinceText(culprit.health, culprit.since, now);
    if (culprit.check)
        text += QStringLiteral(" · ") + checkText(*culprit.check);
    else if (!culprit.healthReason.isEmpty())
        text += QStringLiteral(" · ") + healthReasonText(culprit.healthReason).simplified();
    return text;
}

int rowTitleHeight(const QString& text)
{
    return lineHeight(text, textFont(TextSize::Normal, QFont::DemiBold));
}

} // namespace

CulpritRow::CulpritRow(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("culprit"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy([] {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        return policy;
    }());
}

void CulpritRow::setCulprit(const Culprit& culprit, const QDateTime& now)
{
    m_culprit = culprit;
    m_count = culprit.counted ? countedText(*culprit.counted) : tr("not counted");
    m_detail = culpritDetail(culprit, now);
    setAccessibleName(QString(culprit.node + QStringLiteral(": ") + m_count + QStringLiteral(", ") + m_detail));
    setToolTip(culprit.counted && culprit.counted->atMost ? atMostHint() : QString());
    updateGeometry();
    update();
}

QRect CulpritRow::detailPlace(int width) const
{
    const int top = rowInset + rowTitleHeight(m_culprit.node) + 2;
    const QRect room(rowLead, top, std::max(40, width - rowLead - rowInset), 4000);
    const QFontMetrics metrics(textFont(TextSize::Small));
    return {
        room.topLeft(),
        QSize(room.width(), metrics.boundingRect(room, wrapFlags(metrics, m_detail, room.width()), m_detail).height())};
}

int CulpritRow::heightForWidth(int width) const
{
    return detailPlace(width).bottom() + 1 + rowInset;
}

QSize CulpritRow::sizeHint() const
{
    return {300, heightForWidth(300)};
}

QSize CulpritRow::minimumSizeHint() const
{
    return {160, heightForWidth(std::max(160, width()))};
}

bool CulpritRow::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::Enter ||
        event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void CulpritRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    if (underMouse() || isDown())
        face::frame(&painter, rect(), theme.group, theme.group);
    if (hasFocus())
        face::focusRing(&painter, rect(), theme);
    const int line = rowTitleHeight(m_culprit.node);
    paintIcon(&painter, healthIcon(m_culprit.health),
              QRect(rowInset, rowInset + (line - rowGlyph) / 2, rowGlyph, rowGlyph),
              healthIconInk(m_culprit.health, theme));
    const QFont strong = textFont(TextSize::Normal, QFont::DemiBold);
    const QFont plain = textFont(TextSize::Normal);
    const int right = width() - rowInset;
    const int countWidth = std::min(QFontMetrics(plain).horizontalAdvance(m_count) + 1, (right - rowLead) * 2 / 3);
    painter.setFont(plain);
    painter.setPen(m_culprit.counted && m_culprit.counted->failed > 0 ? theme.red : theme.sub);
    painter.drawText(QRect(right - countWidth, rowInset, countWidth, line), Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetrics(plain).elidedText(m_count, Qt::ElideLeft, countWidth));
    const int nameWidth = right - countWidth - metric::unit - rowLead;
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(QRect(rowLead, rowInset, nameWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(m_culprit.node, Qt::ElideMiddle, nameWidth));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.sub);
    const QRect place = detailPlace(width());
    painter.drawText(place, wrapFlags(painter.fontMetrics(), m_detail, place.width()), m_detail);
}

} // namespace snowmelt
