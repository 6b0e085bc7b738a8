// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/report_window.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/history/report_page.h"
#include "ui/shell/history/save_report.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

QString proposedReportPath(const DeploymentReport& report)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString day = report.startedAt.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    return QDir(folder.isEmpty() ? QDir::homePath() : folder)
        .filePath(QString(report.plan.fleet + u'-' + report.plan.group + u'-' + day + u".json"));
}

} // namespace

ReportWindow::ReportWindow(Session* session, const OperationId& deployment, QWidget* parent)
    : RecordWindow(tr("Report"), {840, 720}, parent), m_deployment(deployment), m_pages(new QStackedWidget(this)),
      m_page(new ReportPage(m_pages))
{
    setObjectName(QStringLiteral("reportWindow"));
    m_pages->addWidget(new EmptyPage(tr("Reading the journal…"), {}, {}, m_pages));
    m_pages->addWidget(m_page);
    body()->addWidget(m_pages, 1);
    makeButtons();
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::reportMade, this, &ReportWindow::take);
    connect(document, &FleetDocument::operationFinished, this, &ReportWindow::settle);
    ReportIntent intent;
    intent.deployment = deployment;
    m_asking = session->start(intent);
}

void ReportWindow::makeButtons()
{
    QPushButton* replay = addButton("reportReplay", tr("Re&play"));
    QPushButton* plain = addButton("reportCopyText", tr("Copy as &text"));
    QPushButton* markdown = addButton("reportCopyMarkdown", tr("Copy as &Markdown"));
    QPushButton* file = addButton("reportSave", tr("&Save as JSON…"));
    m_buttons = {replay, plain, markdown, file};
    connect(replay, &QPushButton::clicked, this, [this] { Q_EMIT replayAsked(m_deployment); });
    connect(plain, &QPushButton::clicked, this, [this] { copy(reportPlain(reportText(*m_report))); });
    connect(markdown, &QPushButton::clicked, this, [this] { copy(reportMarkdown(reportText(*m_report))); });
    connect(file, &QPushButton::clicked, this, &ReportWindow::chooseFile);
    for (QPushButton* button : std::as_const(m_buttons))
        button->setEnabled(false);
}

void ReportWindow::take(const OperationId& id, const DeploymentReport& report)
{
    if (id != m_asking)
        return;
    m_report = report;
    m_deployment = report.operation;
    const ReportText text = reportText(report);
    setWindowTitle(tr("Report: %1").arg(text.title));
    m_page->setReport(text);
    m_pages->setCurrentWidget(m_page);
    for (QPushButton* button : std::as_const(m_buttons))
        button->setEnabled(true);
}

void ReportWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_asking || m_report)
        return;
    const Sentence said = finished.error ? sentence(*finished.error) : Sentence{outcomeText(finished.outcome), {}};
    auto* page = new EmptyPage(tr("There is no report"), QString(said.what + u'\n' + said.next), {}, m_pages);
    m_pages->setCurrentIndex(m_pages->addWidget(page));
}

void ReportWindow::copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    say(tr("Copied."));
}

void ReportWindow::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Save the report"), proposedReportPath(*m_report));
    chooser->setObjectName(QStringLiteral("reportChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->setNameFilters({tr("JSON document (*.json)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ReportWindow::save);
    chooser->open();
}

void ReportWindow::save(const QString& path)
{
    const Result<Done> saved = saveReport(*m_report, path);
    if (saved.ok())
        return say(tr("Saved as %1").arg(path));
    const Sentence said = sentence(saved.error());
    say(QString(said.what + u' ' + said.next), true);
}

} // namespace snowmelt
