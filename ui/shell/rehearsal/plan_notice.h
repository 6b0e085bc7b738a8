// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace snowmelt {

/// In place of a plan: why there is none, and what to do next.
class PlanNotice final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanNotice(QWidget* parent = nullptr);

    void showBusy();
    /// `again`: asking once more may help.
    void showTrouble(const QString& what, const QString& next, bool again);

Q_SIGNALS:
    void againAsked();

private:
    QWidget* m_glyph;
    QLabel* m_what;
    QLabel* m_next;
    QPushButton* m_again;
};

} // namespace snowmelt
