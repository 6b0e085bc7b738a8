// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

#include <QListWidget>

namespace snowmelt {

/// How many checks of a plan say what.
struct CheckCount
{
    int pass = 0;
    int warn = 0;
    int block = 0;
};
CheckCount countChecks(const QList<PlanCheck>& checks);

/// The checks of a plan, the grave ones first.
class ChecksList final : public QListWidget
{
    Q_OBJECT
public:
    explicit ChecksList(QWidget* parent = nullptr);
    void setChecks(QList<PlanCheck> checks);
};

} // namespace snowmelt
