// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compare_view.h"

#include "models/items/comparison_model.h"
#include "models/layout/layout_fleet.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/part_tip.h"
#include "ui/diagram/pencil.h"
#include "ui/shell/style/look.h"

#include <QHelpEvent>
#include <QPainter>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double legendBadge = 14;
constexpr double legendLine = 28;
constexpr double clickSlop = 4;

} // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Both states as one diagram"));
}

void CompareView::setComparison(const FleetComparison& comparison)
{
    m_diagram = layoutFleet(comparison.both.blueprint, comparison.both.fleet);
    m_marks = ComparisonMarks(comparison);
    setAccessibleDescription(ComparisonModel::summary(comparison));
    if (m_fitted)
        return fit();
    m_viewport.keepInSight(m_diagram.bounds, size());
    update();
}

void CompareView::point(const QString& part)
{
    m_pointed = part;
    const int box = m_diagram.indexOf(part);
    if (box >= 0) {
        Viewport next = m_viewport;
        next.reveal(m_diagram.boxes[box].rect, size());
        move(next);
    }
    update();
}

QString CompareView::partAt(const QPoint& position) const
{
    const int box = m_diagram.boxAt(m_viewport.toDiagram(QPointF(position)));
    return box < 0 ? QString() : m_diagram.boxes[box].part;
}

void CompareView::fit()
{
    m_viewport.fit(m_diagram.bounds, QSizeF(size()) - QSizeF(0, legendLine));
    update();
}

void CompareView::move(const Viewport& next)
{
    if (next == m_viewport)
        return;
    m_viewport = next;
    m_viewport.keepInSight(m_diagram.bounds, size());
    m_fitted = false;
    update();
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_fitted)
        fit();
}

void CompareView::wheelEvent(QWheelEvent* event)
{
    Viewport next = m_viewport;
    next.zoomAt(event->position(), std::pow(1.0015, event->angleDelta().y()));
    move(next);
    event->accept();
}

void CompareView::mousePressEvent(QMouseEvent* event)
{
    m_last = m_pressed = event->position();
}

void CompareView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    Viewport next = m_viewport;
    next.origin += event->position() - m_last;
    m_last = event->position();
    move(next);
}

void CompareView::mouseReleaseEvent(QMouseEvent* event)
{
    if ((event->position() - m_pressed).manhattanLength() <= clickSlop)
        Q_EMIT partClicked(partAt(event->position().toPoint()));
}

void CompareView::mouseDoubleClickEvent(QMouseEvent*)
{
    m_fitted = true;
    fit();
}

bool CompareView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    showPartTip(*static_cast<QHelpEvent*>(event), m_diagram, m_viewport, this);
    return true;
}

void CompareView::paintLegend(QPainter* painter)
{
    if (m_marks.isEmpty())
        return;
    const Theme& theme = themeOf(this);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(textFont(TextSize::Small));
    double x = 2 * metric::unit;
    const double y = height() - legendLine / 2;
    for (const Change change : {Change::Added, Change::Removed, Change::Changed}) {
        ComparisonMarks::paintBadge(painter, change, {x + legendBadge / 2, y}, legendBadge, theme);
        x += legendBadge + metric::unit;
        const QString text = changeText(change);
        const double width = painter->fontMetrics().horizontalAdvance(text);
        painter->setPen(theme.sub);
        painter->drawText(QRectF(x, y - 10, width + 1, 20), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width + 3 * metric::unit;
    }
}

void CompareView::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.canvas);
    painter.save();
    painter.setTransform(m_viewport.transform(), true);
    DiagramLook look;
    look.theme = &theme;
    m_painter.paint(&painter, m_diagram, look, m_viewport.toDiagram(QRectF(rect())));
    m_marks.paint(&painter, m_diagram, theme);
    const int pointed = m_diagram.indexOf(m_pointed);
    if (pointed >= 0) {
        painter.setPen(QPen(theme.ink, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(silhouette(m_diagram.boxes[pointed], 9));
    }
    painter.restore();
    paintLegend(&painter);
}

} // namespace snowmelt
