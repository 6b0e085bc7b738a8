// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/export_dialog.h"

#include "models/wording/wording.h"
#include "ui/export/export_job.h"
#include "ui/shell/dialogs/export_form.h"
#include "ui/shell/dialogs/export_preview.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int previewBoxes = 5000; ///< more would be laid out anew for a preview

} // namespace

ExportDialog::ExportDialog(const ExportSource& source, QWidget* parent)
    : DialogFrame(tr("Export the diagram"), tr("&Export"), parent), m_source(source), m_date(exportMoment()),
      m_job(new ExportJob(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    primary()->setObjectName(QStringLiteral("startExport"));
    const bool dark = themeOf(this).dark;
    m_form = new ExportForm(source.review.blueprint, ExportChoice::remembered(dark, windowLanguage()), this);
    m_preview = new ExportPreview(this);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(3 * metric::unit);
    sides->addWidget(m_form, 0, Qt::AlignTop);
    sides->addWidget(m_preview, 1);
    body()->addLayout(sides, 1);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setRange(0, 0); // how long a file takes is known when it is done
    m_progress->setTextVisible(false);
    m_progress->hide();
    body()->addWidget(m_progress);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::follow);
    // Written before the dialog closes, so that a failure can be put right in it.
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    connect(primary(), &QPushButton::clicked, this, &ExportDialog::start);
    resize(900, 460);
    follow();
}

void ExportDialog::follow()
{
    const QString fault = m_form->fault();
    primary()->setEnabled(fault.isEmpty() && !m_job->isRunning());
    setRemark(fault);
    preview();
}

ExportDraft ExportDialog::draft(const Diagram& diagram) const
{
    ExportOptions options = m_choice.options;
    options.date = m_date;
    return draftOf(chosenSubject(m_source, diagram), options);
}

void ExportDialog::preview()
{
    if (m_job->isRunning())
        return;
    m_choice = m_form->choice();
    const bool laidOut = m_choice.part == ExportPart::Seen || m_source.arrangement.collapsed.isEmpty();
    const bool quick = laidOut || m_source.diagram->boxes.size() < previewBoxes;
    const auto diagram = quick ? chosenDiagram(m_source, m_choice.part, {}) : m_source.diagram;
    m_preview->showDraft(draft(*diagram));
}

void ExportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_form->setEnabled(!busy);
    primary()->setEnabled(!busy && m_form->fault().isEmpty());
}

void ExportDialog::start()
{
    m_choice = m_form->choice();
    setBusy(true);
    setRemark(tr("Writing…"));
    layOut();
}

/// First the places, beside the window; then the words, which are the window's; then the file, beside it again.
void ExportDialog::layOut()
{
    m_laidOut = std::make_shared<std::shared_ptr<const Diagram>>();
    connect(m_job, &ExportJob::finished, this, &ExportDialog::layoutDone, Qt::SingleShotConnection);
    m_job->start([source = m_source, part = m_choice.part, out = m_laidOut](const ExportStop& stop) -> Result<Done> {
        *out = chosenDiagram(source, part, stop);
        if (stop())
            return Cancelled{};
        return Done{};
    });
}

void ExportDialog::layoutDone()
{
    const Result<Done> result = m_job->take();
    if (result.cancelled()) {
        setBusy(false);
        return setRemark(tr("Cancelled; nothing was written."));
    }
    write(**m_laidOut);
}

void ExportDialog::write(const Diagram& diagram)
{
    connect(m_job, &ExportJob::finished, this, &ExportDialog::written, Qt::SingleShotConnection);
    m_job->start([made = draft(diagram), path = m_choice.options.path](const ExportStop& stop) -> Result<Done> {
        const QByteArray bytes = fileOf(made, stop);
        if (stop())
            return Cancelled{};
        return writeFile(path, bytes);
    });
}

void ExportDialog::written()
{
    const Result<Done> result = m_job->take();
    setBusy(false);
    if (result.cancelled())
        return setRemark(tr("Cancelled; nothing was written."));
    if (result.failed()) {
        const Sentence said = sentence(result.error());
        return setRemark(said.what + u' ' + said.next);
    }
    m_choice.remember();
    Q_EMIT exported(m_choice.options.path);
    accept();
}

void ExportDialog::reject()
{
    if (m_job->isRunning())
        return m_job->cancel();
    DialogFrame::reject();
}

} // namespace snowmelt
