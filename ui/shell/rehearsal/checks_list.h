// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

#include <QScrollArea>

class QVBoxLayout;

namespace snowmelt {

/// The checks of a plan, the grave ones first. Each warning has a box to accept it by; what was accepted stays accepted
/// as long as the check says the same.
class ChecksList final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChecksList(QWidget* parent = nullptr);

    void setChecks(const QList<PlanCheck>& checks);
    const QList<PlanCheck>& checks() const { return m_checks; } ///< as they stand in the list
    const QList<PlanCheck>& accepted() const { return m_accepted; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< the grave ones are in sight

Q_SIGNALS:
    void acceptanceChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeRow(const PlanCheck& check);
    void accept(const PlanCheck& check, bool accepted);

    QVBoxLayout* m_column;
    QList<QWidget*> m_rows;
    QList<PlanCheck> m_checks;
    QList<PlanCheck> m_accepted;
};

} // namespace snowmelt
