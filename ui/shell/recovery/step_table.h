// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/report.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace snowmelt {

/// How a step ended, as glyph and colour.
QString stepEndIcon(StepEnd end);
QColor Theme::*stepEndInk(StepEnd end);

/// The steps of a plan in a column, each with how far it came.
class StepTable final : public QWidget
{
    Q_OBJECT
public:
    StepTable(const Plan& plan, const QList<StepEnd>& ends, QWidget* parent);
};

} // namespace snowmelt
