// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

#include <QScrollArea>

class QVBoxLayout;

namespace snowmelt {

class StepCard;

/// Where a list begins so that its first row is whole: at the first that begins at `wanted` or after it, but no later
/// than the current one. Where the cut row is so high that more than `most` would be left out, it is cut. `tops`: where
/// each row begins.
int wholeTop(const QList<int>& tops, int wanted, int current, int most);

/// The steps of a plan. One is the current one; up and down move it, right and left open and close its commands.
class StepList final : public QScrollArea
{
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);

    void setPlan(const Plan& plan);
    void setCurrent(int step);
    int count() const { return int(m_cards.size()); }
    int current() const { return m_current; }
    QSize minimumSizeHint() const override { return {160, 128}; }
    StepCard* card(int step) const { return m_cards.value(step); }

Q_SIGNALS:
    void chosen(int step);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void move(int by);
    void showCurrent();

    QVBoxLayout* m_column;
    QList<StepCard*> m_cards;
    int m_current = -1;
};

} // namespace snowmelt
