// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTimer;

namespace snowmelt {

/// A line over a corner of a view that tells what was done, and goes by itself.
class Notice final : public QWidget
{
    Q_OBJECT
public:
    explicit Notice(QWidget* over);
    void say(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    QLabel* m_text;
    QTimer* m_end;
};

} // namespace snowmelt
