// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace snowmelt {

/// Says over the whole width that what is below is over: nobody takes a recording for the fleet as it is.
class ReplayStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit ReplayStrip(QWidget* parent);
    QLabel* title() const { return m_title; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void ink();

    QLabel* m_word;
    QLabel* m_title;
    QLabel* m_remark;
};

} // namespace snowmelt
