// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace snowmelt {

/// One step of a plan before it is done: what it does, what bounds it, how it is undone, and, when opened, its exact
/// commands. Made for one plan; another plan makes others.
class StepCard final : public QWidget
{
    Q_OBJECT
public:
    StepCard(const Plan& plan, int step, QWidget* parent);

    void setCurrent(bool current);
    bool isCurrent() const { return m_current; }
    void setOpen(bool open);
    bool isOpen() const;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void makeWords(QVBoxLayout* column, const Plan& plan, const Step& step);
    void makeDetails(QVBoxLayout* column, const Plan& plan, const Step& step);

    int m_step;
    bool m_current = false;
    QWidget* m_details;
    QToolButton* m_opener;
};

} // namespace snowmelt
