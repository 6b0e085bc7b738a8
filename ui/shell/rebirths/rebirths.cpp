// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rebirths/rebirths.h"

#include "models/document/fleet_document.h"
#include "models/items/group_drift_text.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/rebirths/whom_to_rebirth.h"

#include <QAction>
#include <QMenu>

namespace snowmelt {

namespace {

void allow(QAction* action, const QString& why, const QString& hint)
{
    action->setEnabled(why.isEmpty());
    action->setToolTip(why.isEmpty() ? hint : why);
}

} // namespace

Rebirths::Rebirths(Session* session, DiagramView* diagram)
    : QObject(diagram), m_session(session), m_diagram(diagram), m_chosen(new QAction(this)),
      m_drifted(new QAction(this))
{
    m_chosen->setObjectName(QStringLiteral("actionRebirthChosen"));
    m_drifted->setObjectName(QStringLiteral("actionRebirthDrifted"));
    const FleetDocument* document = session->document();
    connect(m_chosen, &QAction::triggered, this,
            [this] { Q_EMIT asked(chosenForRebirth(m_session->document()->fleet(), selected())); });
    connect(m_drifted, &QAction::triggered, this,
            [this] { Q_EMIT asked(driftedOf(m_session->document()->fleet(), groupMeant())); });
    for (const auto signal : {&FleetDocument::opened, &FleetDocument::fleetChanged})
        connect(document, signal, this, &Rebirths::follow);
    connect(document, &FleetDocument::selectionChanged, this, &Rebirths::follow);
    connect(session, &Session::underWayChanged, this, &Rebirths::follow);
    connect(diagram, &DiagramView::selectedPartsChanged, this, &Rebirths::follow);
    follow();
}

void Rebirths::fillMenu(QMenu* menu, QAction* before) const
{
    menu->insertActions(before, {m_chosen, m_drifted});
}

void Rebirths::fillContextMenu(QMenu* menu) const
{
    menu->addActions({m_chosen, m_drifted});
}

QStringList Rebirths::selected() const
{
    const QStringList parts = m_diagram->selectedParts();
    return parts.size() > 1 ? parts : QStringList{m_session->document()->selection()};
}

/// The selected group, or the selected node's; empty: no group in particular.
QString Rebirths::groupMeant() const
{
    const FleetDocument& document = *m_session->document();
    const NodeState* node = document.fleet().findNode(document.selection());
    const QString group = node ? node->group : document.selection();
    return document.blueprint().findGroup(group) ? group : QString();
}

void Rebirths::follow()
{
    const FleetDocument& document = *m_session->document();
    Situation now = situationOf(document);
    now.nodeSelected = true; // which nodes is said here
    const QString blocked = whyNot(WindowAct::Rebirth, now);
    m_chosen->setVisible(isOffered(WindowAct::Rebirth, now));
    m_drifted->setVisible(isOffered(WindowAct::Rebirth, now));
    const QStringList parts = selected();
    const QStringList chosen = chosenForRebirth(document.fleet(), parts);
    const bool whole = parts.size() == 1 && !chosen.isEmpty();
    m_chosen->setText(whole              ? tr("Rebirth &all of %1…").arg(parts.first())
                      : chosen.isEmpty() ? tr("Rebirth &several…")
                                         : tr("Rebirth these %n n&ode(s)…", nullptr, int(chosen.size())));
    const QString nobody = parts.size() > 1 ? tr("Nodes of one group are reborn together.")
                                            : tr("Select a group, or nodes of one, first.");
    allow(m_chosen, blocked.isEmpty() && chosen.isEmpty() ? nobody : blocked,
          tr("Replaces them by fresh ones of the same image, a few at a time."));
    const QStringList drifted = driftedOf(document.fleet(), groupMeant());
    m_drifted->setText(drifted.isEmpty() ? tr("Rebirth those that &differ…")
                                         : tr("Rebirth the %n that &differ(s)…", nullptr, int(drifted.size())));
    allow(m_drifted, blocked.isEmpty() && drifted.isEmpty() ? tr("No node of one group is known to differ.") : blocked,
          GroupDriftText::names(drifted));
}

} // namespace snowmelt
