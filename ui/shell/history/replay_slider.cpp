// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/replay_slider.h"

#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int knob = 14;
constexpr int trackWidth = 4;

} // namespace

ReplaySlider::ReplaySlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("replaySlider"));
    setFocusPolicy(Qt::StrongFocus);
    setSingleStep(1000);
    setPageStep(10'000);
}

void ReplaySlider::setTicks(const QList<Tick>& ticks)
{
    m_ticks = ticks;
    update();
}

QSize ReplaySlider::sizeHint() const
{
    return {320, 4 * metric::unit};
}

double ReplaySlider::positionOf(int ms) const
{
    const double span = std::max(1, maximum() - minimum());
    return knob / 2.0 + (ms - minimum()) / span * (width() - knob);
}

int ReplaySlider::placeAt(double x) const
{
    const double span = maximum() - minimum();
    const double share = (x - knob / 2.0) / std::max(1, width() - knob);
    return minimum() + qRound(std::clamp(share, 0.0, 1.0) * span);
}

void ReplaySlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QSlider::mousePressEvent(event);
    setSliderDown(true);
    setValue(placeAt(event->position().x()));
}

void ReplaySlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setValue(placeAt(event->position().x()));
}

void ReplaySlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

void ReplaySlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = height() / 2.0;
    const double here = positionOf(value());
    const auto line = [&](double from, double to, const QColor& ink) {
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(from, middle - trackWidth / 2.0, to - from, trackWidth), trackWidth / 2.0,
                                trackWidth / 2.0);
    };
    line(knob / 2.0, width() - knob / 2.0, theme.line);
    line(knob / 2.0, here, theme.ink);
    for (const Tick& tick : m_ticks) {
        const double x = positionOf(tick.ms);
        const double reach = tick.trouble ? 9 : 7;
        painter.setBrush(tick.trouble ? theme.red : theme.control);
        painter.drawRect(QRectF(x - 1, middle - reach, 2, 2 * reach));
    }
    painter.setPen(QPen(theme.panel, 2));
    painter.setBrush(theme.ink);
    painter.drawEllipse(QPointF(here, middle), knob / 2.0, knob / 2.0);
    if (hasFocus())
        face::focusRing(&painter, rect(), theme);
}

} // namespace snowmelt
