// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/step_slider.h"

#include "ui/shell/rehearsal/stop_scale.h"
#include "ui/shell/style/look.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace snowmelt {

namespace {

constexpr int glideMs = 140;
constexpr double knobRadius = 8;
constexpr double stopRadius = 3;
constexpr double railWidth = 4;

} // namespace

StepSlider::StepSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, 0);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QSlider::valueChanged, this, &StepSlider::glideTo);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& at) {
        m_knob = at.toDouble();
        update();
    });
}

void StepSlider::setStops(int count)
{
    setRange(0, qMax(0, count - 1));
    m_glide.stop();
    m_knob = value();
    update();
}

void StepSlider::setNoReturn(int stop)
{
    m_noReturn = stop;
    update();
}

void StepSlider::glideTo(int value)
{
    m_glide.stop();
    // Zero where the desktop asks for reduced motion.
    const int allowed = isVisible() ? style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) : 0;
    if (allowed <= 0) {
        m_knob = value;
        return update();
    }
    m_glide.setStartValue(m_knob);
    m_glide.setEndValue(double(value));
    m_glide.setDuration(qMin(allowed, glideMs));
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    m_glide.start();
}

void StepSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    const StopScale scale{stops(), double(width())};
    const double middle = height() / 2.0;
    const QPointF knob(scale.x(m_knob), middle);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto rail = [&](double from, double to, const QColor& ink) {
        painter.setPen(QPen(ink, railWidth, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    };
    rail(scale.x(0), scale.x(stops() - 1), theme.line);
    const QColor ink = isEnabled() ? theme.ink : theme.control;
    rail(scale.x(0), knob.x(), ink);
    painter.setPen(Qt::NoPen);
    for (int stop = 0; stop < stops(); ++stop) {
        const bool warns = m_noReturn >= 0 && stop == m_noReturn;
        painter.setBrush(warns ? theme.red : stop <= m_knob ? ink : theme.control);
        painter.drawEllipse(QPointF(scale.x(stop), middle), stopRadius, stopRadius);
    }
    painter.setBrush(theme.panel);
    painter.setPen(QPen(ink, hasFocus() ? 3.5 : 2));
    painter.drawEllipse(knob, knobRadius, knobRadius);
}

void StepSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setValue(StopScale{stops(), double(width())}.nearest(event->position().x()));
}

void StepSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setValue(StopScale{stops(), double(width())}.nearest(event->position().x()));
}

void StepSlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

} // namespace snowmelt
