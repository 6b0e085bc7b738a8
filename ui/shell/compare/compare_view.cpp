// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compare_view.h"

#include "models/items/comparison_model.h"
#include "ui/diagram/part_tip.h"
#include "ui/diagram/pencil.h"
#include "ui/shell/style/look.h"

#include <QHelpEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double legendBadge = 14;
constexpr double legendLine = 28;
constexpr double clickSlop = 4;
constexpr double pointedLine = 2.5; ///< units, of the ring around what is pointed at
constexpr double pointedRing = 9;   ///< units; outside the rings of what changed
constexpr double leastPointed = 4;  ///< pixels

} // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent), m_picture(std::make_shared<const ComparedPicture>())
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Both states as one diagram"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_ahead.setSingleShot(true);
    connect(&m_ahead, &QTimer::timeout, this,
            [this] { m_frame.paintAhead(m_picture->scene, look()) ? update() : m_ahead.start(); });
}

void CompareView::setPicture(std::shared_ptr<const ComparedPicture> picture)
{
    m_picture = std::move(picture);
    m_frame.invalidate();
    setAccessibleDescription(ComparisonModel::summary(m_picture->comparison));
    if (m_fitted)
        return fit();
    m_viewport.keepInSight(diagram().bounds, size());
    update();
}

void CompareView::setComparison(const FleetComparison& comparison)
{
    setPicture(pictureOf(comparison, {}));
}

void CompareView::point(const QString& part)
{
    m_pointed = part;
    const int box = m_picture->scene.firstOf(part);
    if (box >= 0) {
        Viewport next = m_viewport;
        next.reveal(m_picture->scene.rect(box), size());
        move(next);
    }
    update();
}

QString CompareView::partAt(const QPoint& position) const
{
    const int box = m_picture->scene.boxAt(m_viewport.toDiagram(QPointF(position)));
    return box < 0 ? QString() : m_picture->scene.box(box).part;
}

void CompareView::fit()
{
    m_viewport.fit(diagram().bounds, QSizeF(size()) - QSizeF(0, legendLine));
    update();
}

void CompareView::move(const Viewport& next)
{
    if (next == m_viewport)
        return;
    m_viewport = next;
    m_viewport.keepInSight(diagram().bounds, size());
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
    showPartTip(*static_cast<QHelpEvent*>(event), diagram(), m_viewport, this);
    return true;
}

/// What the frame shows was painted in these colours and words.
void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::LanguageChange)
        return;
    m_frame.invalidate();
    update();
}

DiagramLook CompareView::look() const
{
    DiagramLook look;
    look.theme = &themeOf(this);
    return look;
}

void CompareView::paintPointed(QPainter* painter)
{
    const int pointed = m_picture->scene.firstOf(m_pointed);
    if (pointed < 0)
        return;
    const double scale = m_viewport.zoom;
    painter->setPen(QPen(themeOf(this).ink, std::max(pointedLine, 1 / scale)));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(silhouette(m_picture->scene.box(pointed), std::max(pointedRing, leastPointed / scale)));
}

void CompareView::paintLegend(QPainter* painter)
{
    if (marks().isEmpty())
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
    QPainter painter(this);
    if (!m_frame.paint(&painter, m_picture->scene, look(), m_viewport, size(), false))
        m_ahead.start();
    painter.save();
    painter.setTransform(m_viewport.transform(), true);
    marks().paint(&painter, m_picture->scene, themeOf(this), m_viewport.toDiagram(QRectF(rect())));
    paintPointed(&painter);
    painter.restore();
    paintLegend(&painter);
}

} // namespace snowmelt
