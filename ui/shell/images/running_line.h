// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace snowmelt {

/// What is being done now, how far it is, and Cancel. Hidden while nothing is.
class RunningLine final : public QWidget
{
    Q_OBJECT
public:
    explicit RunningLine(QWidget* parent);
    /// `what`: until it says more by itself.
    void begin(const QString& what);
    void follow(const Progress& progress);
    void cancelling();
    void end();

Q_SIGNALS:
    void cancelAsked();

private:
    QLabel* m_what;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace snowmelt
