// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/dialog_frame.h"
#include "ui/shell/dialogs/export_choice.h"

class QProgressBar;

namespace snowmelt {

class ExportForm;
class ExportJob;
class ExportPreview;

/// Writes the diagram, or the review of the fleet, as it was when the dialog was opened. Writing goes on beside the
/// window and can be cancelled; a failure is said here, where it can be put right.
class ExportDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ExportDialog(const ExportSource& source, QWidget* parent);

    void reject() override; ///< while it writes: cancels that first

Q_SIGNALS:
    void exported(const QString& path);

private:
    void follow();
    void preview();
    void start();
    void layOut();
    void layoutDone();
    void write(const Diagram& diagram);
    void written();
    void setBusy(bool busy);
    ExportDraft draft(const Diagram& diagram) const;

    ExportSource m_source;
    QDateTime m_date; ///< one for preview and file
    ExportForm* m_form;
    ExportPreview* m_preview;
    QProgressBar* m_progress;
    ExportJob* m_job;
    ExportChoice m_choice; ///< of the writing under way
    std::shared_ptr<std::shared_ptr<const Diagram>> m_laidOut;
};

} // namespace snowmelt
