// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/differences.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/differences/differences_panel.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"

#include <QAction>
#include <QSplitter>

namespace snowmelt {

namespace {

constexpr int leastDiagram = 120;
constexpr int diagramShare = 42; ///< percent, beside a panel that nobody has sized yet
const QString stageLayout = QStringLiteral("diagramAndDifferences");

} // namespace

Differences::Differences(Session* session, DiagramView* diagram)
    : QObject(diagram), m_session(session), m_diagram(diagram), m_action(new QAction(this))
{
    m_action->setObjectName(QStringLiteral("actionDifferences"));
    m_action->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+D")));
    connect(m_action, &QAction::triggered, this, &Differences::show);
    const FleetDocument* document = session->document();
    for (const auto signal : {&FleetDocument::opened, &FleetDocument::fleetChanged})
        connect(document, signal, this, &Differences::follow);
    connect(document, &FleetDocument::selectionChanged, this, &Differences::follow);
    connect(session, &Session::underWayChanged, this, &Differences::follow);
    connect(diagram, &DiagramView::selectedPartsChanged, this, &Differences::follow);
    follow();
}

QWidget* Differences::below(QWidget* page)
{
    auto* stage = new QSplitter(Qt::Vertical, page);
    stage->setObjectName(QStringLiteral("differencesStage"));
    m_panel = new DifferencesPanel(m_session, stage);
    m_diagram->setMinimumHeight(leastDiagram);
    stage->addWidget(m_diagram);
    stage->addWidget(m_panel);
    stage->setChildrenCollapsible(false);
    stage->setStretchFactor(0, 1);
    connect(m_panel, &DifferencesPanel::rebirthAsked, this, &Differences::rebirthAsked);
    connect(m_panel, &DifferencesPanel::rebirthOfAsked, this, &Differences::rebirthOfAsked);
    connect(m_panel, &DifferencesPanel::opened, stage, [stage] {
        const QByteArray kept = Settings::layoutOf(stageLayout);
        if (!kept.isEmpty() && stage->restoreState(kept))
            return;
        const int height = stage->height();
        stage->setSizes({height * diagramShare / 100, height * (100 - diagramShare) / 100});
    });
    connect(stage, &QSplitter::splitterMoved, stage,
            [stage] { Settings::setLayoutOf(stageLayout, stage->saveState()); });
    return stage;
}

void Differences::show()
{
    m_panel->open(whomMeant(*m_session->document(), m_diagram->selectedParts()));
}

void Differences::follow()
{
    const FleetDocument& document = *m_session->document();
    const DiffIntent whom = whomMeant(document, m_diagram->selectedParts());
    const int picked = int(whom.nodes.size());
    m_action->setText(picked > 0             ? tr("Compare these %n &node(s)…", nullptr, picked)
                      : whom.group.isEmpty() ? tr("&Who differs…")
                                             : tr("&Who differs in %1…").arg(whom.group));
    const QString blocked = whyNot(WindowAct::Differences, situationOf(document));
    const QString why =
        blocked.isEmpty() && isNobody(whom) ? tr("Select a group, or two nodes or more, first.") : blocked;
    m_action->setEnabled(why.isEmpty());
    const QString hint = tr("Looks at the nodes and shows what is not the same on all of them. It only reads.");
    m_action->setToolTip(
        why.isEmpty() ? QString(hint + u" (" + m_action->shortcut().toString(QKeySequence::NativeText) + u')') : why);
}

} // namespace snowmelt
