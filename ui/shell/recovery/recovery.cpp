// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/recovery.h"

#include "models/domain/intent.h"
#include "models/wording/wording.h"
#include "ui/shell/dialogs/confirm_dialog.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/recovery/resume_question.h"

#include <algorithm>

namespace snowmelt {

Recovery::Recovery(Session* session, QWidget* window, QObject* parent)
    : QObject(parent), m_session(session), m_window(window)
{
}

void Recovery::ask(const QString& group, Way way)
{
    const QList<OpenDeployment>& all = m_session->document()->openDeployments();
    const auto open =
        std::ranges::find_if(all, [&group](const OpenDeployment& one) { return one.plan.group == group; });
    if (open == all.cend())
        return;
    auto* dialog = new ConfirmDialog(resumeQuestion(way, *open), m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, deployment = open->plan.deployment, group, way] { take(deployment, group, way); });
    dialog->open();
}

/// The world may have moved on while the person read: what was asked about must still be so.
void Recovery::take(const QString& deployment, const QString& group, Way way)
{
    for (const OpenDeployment& open : m_session->document()->openDeployments()) {
        if (open.plan.deployment != deployment)
            continue;
        if (const std::optional<Error> closed = refusal(way, open))
            return Q_EMIT said(QString(sentence(*closed).what + u' ' + sentence(*closed).next));
        m_session->document()->setSelection(group);
        ResumeIntent intent;
        intent.group = group;
        intent.way = way;
        m_session->start(intent);
        return;
    }
    Q_EMIT said(tr("Somebody brought this deployment of %1 to its end in the meantime.").arg(group));
}

} // namespace snowmelt
