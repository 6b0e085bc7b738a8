// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/timeline_canvas.h"

#include "models/items/way_back.h"
#include "ui/shell/style/look.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int nameWidth = 176;
constexpr int margin = 16;
constexpr int markRow = 15;
constexpr int markRows = 2;
constexpr int headHeight = markRow * markRows + 4;
constexpr int stepRow = 19;
constexpr int barHeight = 9;
constexpr int axisHeight = 20;
constexpr double leastBar = 3;
constexpr int reach = 4; ///< how far beside a thing the pointer still means it

QColor barInk(StepState state, const Theme& theme)
{
    switch (state) {
    case StepState::Failed:
        return theme.red;
    case StepState::Running:
        return theme.ink;
    case StepState::CutShort:
        return theme.control;
    default:
        return theme.sub;
    }
}

QColor markInk(MarkKind kind, const Theme& theme)
{
    const bool bad = kind == MarkKind::Failed || kind == MarkKind::Refused;
    return bad ? theme.red : theme.text;
}

} // namespace

TimelineCanvas::TimelineCanvas(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("timelineCanvas"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void TimelineCanvas::setTimeline(const Timeline& line)
{
    const bool grown = line.steps.size() != m_line.steps.size();
    const QDateTime at = m_current >= 0 ? m_items.at(m_current).at : QDateTime();
    const QString told = currentText();
    m_line = line;
    place();
    // The cursor stays on its thing while others come.
    const auto same = [&](const Item& item) { return item.at == at; };
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), same);
    m_current = found == m_items.cend() || !at.isValid() ? -1 : int(found - m_items.cbegin());
    if (currentText() != told)
        Q_EMIT currentChanged(currentText());
    if (grown)
        updateGeometry();
    update();
}

QString TimelineCanvas::currentText() const
{
    return m_current >= 0 && m_current < m_items.size() ? m_items.at(m_current).told : QString();
}

QSize TimelineCanvas::sizeHint() const
{
    return {480, headHeight + int(m_line.steps.size()) * stepRow + axisHeight};
}

double TimelineCanvas::bottom() const
{
    return headHeight + double(m_line.steps.size()) * stepRow;
}

double TimelineCanvas::xOf(const QDateTime& at) const
{
    const double room = width() - nameWidth - margin;
    const double span = double(std::max<qint64>(1000, m_line.from.msecsTo(m_line.to)));
    return nameWidth + room * std::clamp(double(m_line.from.msecsTo(at)) / span, 0.0, 1.0);
}

QRectF TimelineCanvas::barOf(int index) const
{
    const TimelineStep& step = m_line.steps.at(index);
    if (!step.from.isValid())
        return {};
    const double left = xOf(step.from);
    const double right = std::max(left + leastBar, xOf(step.to.isValid() ? step.to : m_line.to));
    return QRectF(left, headHeight + index * stepRow + (stepRow - barHeight) / 2.0, right - left, barHeight);
}

void TimelineCanvas::place()
{
    m_items.clear();
    for (int i = 0; i < m_line.steps.size(); ++i) {
        const TimelineStep& step = m_line.steps.at(i);
        if (step.from.isValid())
            m_items.append({step.from, barOf(i), step.told});
    }
    placeMarks();
    std::stable_sort(m_items.begin(), m_items.end(), [](const Item& a, const Item& b) { return a.at < b.at; });
}

/// A label goes to the first row in which it meets no other; where both are taken, it is told on hovering alone.
void TimelineCanvas::placeMarks()
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    m_markLabels.clear();
    for (const TimelineMark& mark : m_line.marks) {
        const double x = xOf(mark.at);
        const double words = metrics.horizontalAdvance(mark.name) + 4;
        const double left = x + 4 + words < width() ? x + 4 : x - 4 - words;
        QRectF label;
        for (int row = 0; row < markRows && label.isNull(); ++row) {
            const QRectF wanted(left, row * markRow, words, markRow);
            const auto meets = [&](const QRectF& one) { return one.intersects(wanted); };
            if (std::none_of(m_markLabels.cbegin(), m_markLabels.cend(), meets))
                label = wanted;
        }
        m_markLabels.append(label);
        m_items.append({mark.at, QRectF(x - 1, 0, 2, bottom()).united(label), mark.told});
    }
}

void TimelineCanvas::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    if (!m_line.from.isValid())
        return;
    paintAxis(&painter, theme);
    paintSteps(&painter, theme);
    paintMarks(&painter, theme);
    if (m_current < 0 || !hasFocus())
        return;
    painter.setPen(QPen(theme.ink, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(m_items.at(m_current).place.adjusted(-3, -3, 3, 3), 4, 4);
}

void TimelineCanvas::paintSteps(QPainter* painter, const Theme& theme) const
{
    for (int i = 0; i < m_line.steps.size(); ++i) {
        const TimelineStep& step = m_line.steps.at(i);
        const bool begun = step.from.isValid();
        const bool strong = step.state == StepState::Running || step.state == StepState::Failed;
        painter->setFont(textFont(TextSize::Normal, strong ? QFont::DemiBold : QFont::Normal));
        painter->setPen(begun ? theme.text : theme.faint);
        const QRectF place(margin, headHeight + i * stepRow, nameWidth - 2 * margin, stepRow);
        const QString name = painter->fontMetrics().elidedText(step.name, Qt::ElideRight, int(place.width()));
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, name);
        if (!begun)
            continue;
        painter->setPen(Qt::NoPen);
        painter->setBrush(barInk(step.state, theme));
        painter->drawRoundedRect(barOf(i), 2, 2);
    }
}

void TimelineCanvas::paintMarks(QPainter* painter, const Theme& theme) const
{
    painter->setFont(textFont(TextSize::Small));
    for (qsizetype i = 0; i < m_line.marks.size(); ++i) {
        const TimelineMark& mark = m_line.marks.at(i);
        const double x = xOf(mark.at);
        const QColor ink = markInk(mark.kind, theme);
        painter->setPen(QPen(ink, 1, Qt::DashLine));
        painter->drawLine(QPointF(x, 0), QPointF(x, bottom()));
        painter->setPen(ink);
        painter->drawText(m_markLabels.at(i), Qt::AlignVCenter | Qt::AlignLeft, mark.name);
    }
}

void TimelineCanvas::paintAxis(QPainter* painter, const Theme& theme) const
{
    painter->setPen(QPen(theme.control, 1));
    painter->drawLine(QPointF(nameWidth, bottom() + 0.5), QPointF(width() - margin, bottom() + 0.5));
    painter->setFont(textFont(TextSize::Small));
    const double words = painter->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + margin;
    const qint64 tick = tickMs(m_line.from.msecsTo(m_line.to), std::max(2, int((width() - nameWidth) / words)));
    const qint64 from = m_line.from.toMSecsSinceEpoch();
    for (qint64 at = (from + tick - 1) / tick * tick; at <= m_line.to.toMSecsSinceEpoch(); at += tick) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        const double x = xOf(moment);
        painter->setPen(theme.grid);
        painter->drawLine(QPointF(x, headHeight), QPointF(x, bottom()));
        painter->setPen(theme.faint);
        const QRectF place(x - words / 2, bottom() + 2, words, axisHeight - 4);
        if (place.right() <= width())
            painter->drawText(place, Qt::AlignCenter, clockSeconds(moment));
    }
}

void TimelineCanvas::resizeEvent(QResizeEvent*)
{
    place();
}

void TimelineCanvas::setCurrent(int item)
{
    if (m_items.isEmpty())
        return;
    m_current = std::clamp(item, 0, int(m_items.size()) - 1);
    setAccessibleDescription(currentText());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT currentChanged(currentText());
    update();
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(m_current - 1);
    case Qt::Key_Right:
        return setCurrent(m_current + 1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(int(m_items.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Marks cross the bars of steps, so the narrowest thing under the pointer is meant.
int TimelineCanvas::itemAt(const QPointF& point) const
{
    int best = -1;
    for (int i = 0; i < m_items.size(); ++i) {
        const QRectF place = m_items.at(i).place;
        if (!place.adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        if (best < 0 || place.width() < m_items.at(best).place.width())
            best = i;
    }
    return best;
}

void TimelineCanvas::mousePressEvent(QMouseEvent* event)
{
    if (const int item = itemAt(event->position()); item >= 0)
        setCurrent(item);
}

void TimelineCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(0);
    update();
}

bool TimelineCanvas::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int item = itemAt(help->pos());
    QToolTip::showText(help->globalPos(), item >= 0 ? m_items.at(item).told : QString(), this);
    return true;
}

} // namespace snowmelt
