// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/shell/history/record_window.h"

class QPushButton;
class QStackedWidget;

namespace snowmelt {

class ReportPage;
class Session;

/// Asks for the report of a deployment and shows it; copies and saves it.
class ReportWindow final : public RecordWindow
{
    Q_OBJECT
public:
    ReportWindow(Session* session, const OperationId& deployment, QWidget* parent);

Q_SIGNALS:
    void replayAsked(const snowmelt::OperationId& deployment);

private:
    void makeButtons();
    void take(const OperationId& id, const DeploymentReport& report);
    void settle(const OperationId& id, const Finished& finished);
    void copy(const QString& text);
    void chooseFile();
    void save(const QString& path);

    OperationId m_asking;
    OperationId m_deployment;
    std::optional<DeploymentReport> m_report;
    QStackedWidget* m_pages;
    ReportPage* m_page;
    QList<QPushButton*> m_buttons; ///< that need a report
};

} // namespace snowmelt
