// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace snowmelt {

/// A place in a recording, in milliseconds; a tick stands where something happened. A click goes there at once.
class ReplaySlider final : public QSlider
{
    Q_OBJECT
public:
    struct Tick
    {
        int ms = 0;
        bool trouble = false;
    };

    explicit ReplaySlider(QWidget* parent);
    void setTicks(const QList<Tick>& ticks);
    QSize sizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double positionOf(int ms) const;
    int placeAt(double x) const;

    QList<Tick> m_ticks;
};

} // namespace snowmelt
