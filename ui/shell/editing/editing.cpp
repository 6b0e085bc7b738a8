// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/editing.h"

#include "ui/diagram/diagram_view.h"
#include "ui/shell/arrangement/place_keeper.h"
#include "ui/shell/dialogs/edit_dialogs.h"
#include "ui/shell/editing/connect_by_hand.h"
#include "ui/shell/editing/edit_words.h"
#include "ui/shell/frame/session.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace snowmelt {

namespace {

/// What is selected once an edit is made: the part it made or renamed.
QString selectionAfter(const Edit& edit, const QString& now)
{
    if (const auto* add = std::get_if<AddGroup>(&edit))
        return add->group.name;
    if (const auto* add = std::get_if<AddBalancer>(&edit))
        return add->balancer.name;
    if (const auto* add = std::get_if<AddDatabase>(&edit))
        return add->database.name;
    if (const auto* add = std::get_if<AddCache>(&edit))
        return add->cache.name;
    if (const auto* rename = std::get_if<Rename>(&edit))
        return rename->to;
    return now;
}

} // namespace

Editing::Editing(Session* session, QWidget* window, QObject* parent)
    : QObject(parent), m_session(session), m_window(window), m_actions(new EditActions(this))
{
    connect(m_actions, &EditActions::asked, this, &Editing::start);
    connect(session->editor(), &BlueprintEditor::changed, this, &Editing::follow);
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::opened, this, &Editing::follow);
    connect(document, &FleetDocument::selectionChanged, this, &Editing::follow);
    connect(document, &FleetDocument::fleetChanged, this, &Editing::follow);
    follow();
}

void Editing::watch(DiagramView* diagram)
{
    m_diagram = diagram;
    diagram->installEventFilter(this);
    m_session->places()->show(diagram);
    connect(m_session->places(), &PlaceKeeper::said, this, &Editing::said);
    connect(diagram, &DiagramView::selectedPartsChanged, this, &Editing::follow);
    connect(diagram, &DiagramView::sceneChanged, this, &Editing::follow);
    connectByHandIn(diagram);
    follow();
}

void Editing::connectByHandIn(DiagramView* diagram)
{
    auto* hand = new ConnectByHand(m_session, diagram, m_actions->action(EditAct::Connect)->shortcut());
    connect(hand, &ConnectByHand::made, this, &Editing::settle);
    connect(hand, &ConnectByHand::refused, this, &Editing::said);
    connect(hand, &ConnectByHand::dialogAsked, this, [this](const QString& part) {
        m_session->document()->setSelection(part);
        start(EditAct::Connect);
    });
}

EditSituation Editing::situation() const
{
    EditSituation now = editSituation(*m_session->document(), *m_session->editor());
    if (!m_diagram || !now.open)
        return now;
    const Diagram& shown = m_diagram->scene().diagram();
    now.several = m_diagram->selectedParts().size() > 1;
    now.hasPlaces = !shown.isEmpty();
    now.canArrange = !seatsOf(shown, m_diagram->selectedParts()).isEmpty();
    return now;
}

void Editing::follow()
{
    const BlueprintEditor* editor = m_session->editor();
    m_actions->follow(situation(), undoTitle(editor->toUndo(), editor->asideToUndo()),
                      undoTitle(editor->toRedo(), editor->asideToRedo()));
}

void Editing::start(EditAct act)
{
    if (act == EditAct::Save) {
        Q_EMIT saveAsked();
        return;
    }
    if (act == EditAct::Undo)
        return m_session->editor()->undo();
    if (act == EditAct::Redo)
        return m_session->editor()->redo();
    if (act == EditAct::SelectAll)
        return m_diagram->selectAll();
    if (act == EditAct::ArrangeAll)
        return m_session->places()->arrangeAll();
    if (act == EditAct::ArrangeSelection)
        return m_session->places()->arrange(m_diagram->selectedParts());
    EditDialog* dialog = dialogFor(act);
    connect(dialog, &EditDialog::made, this, &Editing::settle);
    dialog->open();
}

EditDialog* Editing::dialogFor(EditAct act) const
{
    const EditTarget target{m_session->editor(), m_session->document()};
    const QString part = editSituation(*m_session->document(), *m_session->editor()).part;
    switch (act) {
    case EditAct::AddBalancer:
        return makeAddDialog(target, PartKind::Balancer, m_window);
    case EditAct::AddDatabase:
        return makeAddDialog(target, PartKind::Database, m_window);
    case EditAct::AddCache:
        return makeAddDialog(target, PartKind::Cache, m_window);
    case EditAct::Connect:
        return makeConnectDialog(target, part, m_window);
    case EditAct::Disconnect:
        return makeDisconnectDialog(target, part, m_window);
    case EditAct::Resize:
        return makeResizeDialog(target, part, m_window);
    case EditAct::Rename:
        return makeRenameDialog(target, part, m_window);
    case EditAct::Remove:
        return makeDeleteDialog(target, part, m_window);
    case EditAct::SetImage:
        return makeImageDialog(target, part, m_window);
    case EditAct::AddGroup:
    case EditAct::SelectAll:
    case EditAct::ArrangeAll:
    case EditAct::ArrangeSelection:
    case EditAct::Undo:
    case EditAct::Redo:
    case EditAct::Save:
        break;
    }
    return makeAddDialog(target, PartKind::Group, m_window);
}

void Editing::settle(const Edit& edit)
{
    FleetDocument* document = m_session->document();
    document->setSelection(selectionAfter(edit, document->selection()));
    Q_EMIT said(tr("%1: in the diagram, not saved yet").arg(editTitle(edit)));
}

void Editing::showCanvasMenu(const QPoint& at)
{
    auto* menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("canvasMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    m_actions->fillContextMenu(menu, false);
    m_actions->fillPlacingMenu(menu, false);
    menu->popup(at);
}

bool Editing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_diagram || event->type() != QEvent::ContextMenu || !m_session->document()->isOpen())
        return QObject::eventFilter(watched, event);
    const auto* menu = static_cast<QContextMenuEvent*>(event);
    const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
    const bool onCanvas = byKey ? m_session->document()->selection().isEmpty() : m_diagram->boxAt(menu->pos()) < 0;
    if (!onCanvas)
        return false;
    showCanvasMenu(byKey ? m_diagram->mapToGlobal(m_diagram->rect().center()) : menu->globalPos());
    return true;
}

} // namespace snowmelt
