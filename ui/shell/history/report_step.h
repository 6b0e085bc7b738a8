// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/history/report_text.h"

#include <QWidget>

class QGridLayout;

namespace snowmelt {

/// One step of a report: how it ended, when, how long it took and what was seen; its commands on demand.
class ReportStep final : public QWidget
{
    Q_OBJECT
public:
    ReportStep(int number, const ReportStepText& step, QWidget* parent);

private:
    void addCommands(const QStringList& commands, const QString& name, int row);

    QGridLayout* m_grid;
};

} // namespace snowmelt
