// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>
#include <QVariantAnimation>

namespace snowmelt {

/// A slider with one stop for each step of a plan. The knob glides to its stop unless the desktop wants no motion.
class StepSlider final : public QSlider
{
    Q_OBJECT
public:
    explicit StepSlider(QWidget* parent = nullptr);
    void setStops(int count);
    void setNoReturn(int stop); ///< from here on there is no way back; -1: nowhere
    bool isGliding() const { return m_glide.state() == QAbstractAnimation::Running; }
    QSize sizeHint() const override { return {320, 28}; }
    QSize minimumSizeHint() const override { return {120, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void glideTo(int value);
    int stops() const { return maximum() - minimum() + 1; }

    QVariantAnimation m_glide;
    double m_knob = 0; ///< where it is drawn, in stops
    int m_noReturn = -1;
};

} // namespace snowmelt
