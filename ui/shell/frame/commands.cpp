// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/commands.h"

#include "ui/export/clipboard.h"
#include "ui/shell/dialogs/build_dialog.h"
#include "ui/shell/dialogs/confirm_dialog.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/rehearsal/rehearsal_dialog.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QWidget>

namespace snowmelt {

Commands::Commands(Session* session, QWidget* window) : QObject(window), m_session(session), m_window(window) {}

template <typename Then>
void Commands::ask(const Question& question, Then then)
{
    auto* dialog = new ConfirmDialog(question, m_window);
    connect(dialog, &QDialog::accepted, this, [dialog, then] { then(dialog->isChosen()); });
    dialog->open();
}

void Commands::up()
{
    ask(upQuestion(*m_session->document()), [this](bool) { m_session->start(UpIntent{}); });
}

void Commands::down()
{
    ask(downQuestion(*m_session->document()), [this](bool volumes) { m_session->start(DownIntent{volumes}); });
}

void Commands::scanAll()
{
    m_session->start(ScanIntent{});
}

void Commands::scan(const QStringList& nodes)
{
    m_session->start(ScanIntent{nodes});
}

void Commands::build(const ImageRef& image)
{
    auto* dialog = new BuildDialog(m_session->document(), image, m_window);
    connect(dialog, &BuildDialog::buildAsked, this, [this](const BuildIntent& intent) { m_session->start(intent); });
    connect(dialog, &BuildDialog::recipeAsked, this, &Commands::editRecipe);
    dialog->open();
}

void Commands::editRecipe(const ImageRef& image)
{
    Q_EMIT recipeAsked(image);
}

QString Commands::groupFor(const QString& asked) const
{
    const FleetDocument* document = m_session->document();
    for (const QString& name : {asked, document->selection()}) {
        if (document->blueprint().findGroup(name))
            return name;
        const NodeState* node = document->fleet().findNode(name);
        if (node && document->blueprint().findGroup(node->group))
            return node->group;
    }
    const QList<Group>& groups = document->blueprint().groups;
    return groups.isEmpty() ? QString() : groups.first().name;
}

void Commands::swap(const QString& group)
{
    rehearse({groupFor(group)});
}

void Commands::swapTo(const QString& group, const ImageRef& to)
{
    rehearse({group, {}, to});
}

void Commands::rebirth(const QString& node)
{
    rehearse({groupFor(node), node});
}

void Commands::rebirthOf(const QStringList& nodes)
{
    if (!nodes.isEmpty())
        rehearse({groupFor(nodes.first()), nodes.first(), {}, nodes.mid(1)});
}

void Commands::rehearse(const RehearsalSubject& subject)
{
    auto* dialog = new RehearsalDialog(m_session, subject, m_window);
    connect(dialog, &RehearsalDialog::startAsked, this, [this, subject](const Intent& intent) {
        // A node that is reborn ends; the deployment takes its place in the inspector.
        const bool ofGroup = subject.node.isEmpty() || !subject.then.isEmpty();
        m_session->document()->setSelection(ofGroup ? subject.group : QString());
        m_session->start(intent);
    });
    dialog->open();
}

void Commands::cancelDeployment()
{
    ask(cancelDeploymentQuestion(*m_session->document()), [this](bool) {
        if (const DeploymentState* deployment = m_session->document()->deployment())
            m_session->cancel(deployment->operation);
    });
}

void Commands::cancel(const OperationId& id)
{
    const DeploymentState* deployment = m_session->document()->deployment();
    if (deployment && deployment->operation == id && deployment->running())
        return cancelDeployment(); // has consequences that want to be said
    m_session->cancel(id);
}

void Commands::exportDiagram(const ExportSource& source)
{
    auto* dialog = new ExportDialog(source, m_window);
    connect(dialog, &ExportDialog::exported, this,
            [this](const QString& path) { Q_EMIT said(tr("Exported to %1").arg(path)); });
    dialog->open();
}

/// In the window's own looks: what is copied is what is seen.
void Commands::copyPicture(const ExportSource& source)
{
    ExportOptions options;
    options.dark = Theme::of(m_window->palette()).dark;
    options.date = QDateTime::currentDateTimeUtc();
    const ExportSubject subject{source.review, *source.diagram, source.mode};
    QGuiApplication::clipboard()->setMimeData(pictureForClipboard(subject, options).release());
    Q_EMIT said(tr("The diagram is on the clipboard"));
}

} // namespace snowmelt
