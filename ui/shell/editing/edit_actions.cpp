// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/edit_actions.h"

#include <QMenu>

namespace snowmelt {

EditActions::EditActions(QObject* parent) : QObject(parent)
{
    make(EditAct::Save, "actionSave", tr("&Save the blueprint"), tr("Writes the changes into the file."),
         QKeySequence::Save);
    make(EditAct::Undo, "actionUndo", tr("&Undo"), tr("Takes the last change of the blueprint back."),
         QKeySequence::Undo);
    make(EditAct::Redo, "actionRedo", tr("R&edo"), tr("Makes the change that was undone again."),
         QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    make(EditAct::AddGroup, "actionAddGroup", tr("Add a &group…"), tr("Writes a new group into the blueprint."));
    make(EditAct::AddBalancer, "actionAddBalancer", tr("Add a &balancer…"),
         tr("Writes a new balancer into the blueprint."));
    make(EditAct::AddDatabase, "actionAddDatabase", tr("Add a &database…"),
         tr("Writes a new database into the blueprint."));
    make(EditAct::AddCache, "actionAddCache", tr("Add a &cache…"), tr("Writes a new cache into the blueprint."));
    make(EditAct::Resize, "actionResize", tr("Re&size…"), tr("Changes how many nodes the group should have."),
         QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    make(EditAct::SetImage, "actionSetImage", tr("Change the &image…"),
         tr("Changes what new nodes are born from. A swap moves those that run."));
    make(EditAct::Connect, "actionConnect", tr("C&onnect to…"), tr("Says what it serves, uses, follows or pairs with."),
         QKeySequence(QStringLiteral("Ctrl+L")));
    make(EditAct::Disconnect, "actionDisconnect", tr("Disco&nnect…"), tr("Ends one of its connections."));
    make(EditAct::Rename, "actionRename", tr("Rena&me…"), tr("Changes its name, and everything that mentions it."),
         QKeySequence(QStringLiteral("F2")));
    make(EditAct::Remove, "actionDelete", tr("De&lete…"),
         tr("Takes it, and every mention of it, out of the blueprint."), QKeySequence::Delete);
    makePlacing();
}

void EditActions::makePlacing()
{
    make(EditAct::SelectAll, "actionSelectAll", tr("Select &all"), tr("Everything that has a place of its own."),
         QKeySequence::SelectAll);
    make(EditAct::ArrangeSelection, "actionArrangeSelection", tr("Arrange t&his"),
         tr("Forgets where the selected parts were put, and finds places for them."));
    make(EditAct::ArrangeAll, "actionArrangeAll", tr("Arrange &everything"),
         tr("Forgets where everything was put, and lays the diagram out afresh."));
}

void EditActions::make(EditAct act, const char* name, const QString& text, const QString& hint,
                       const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    m_hints.insert(act, hint);
    m_actions.insert(act, action);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT asked(act); });
}

void EditActions::setStep(EditAct act, const QString& text, const QString& step, const QString& textWithStep)
{
    m_actions[act]->setText(step.isEmpty() ? text : textWithStep.arg(step));
}

void EditActions::follow(const EditSituation& now, const QString& toUndo, const QString& toRedo)
{
    setStep(EditAct::Undo, tr("&Undo"), toUndo, tr("&Undo: %1"));
    setStep(EditAct::Redo, tr("R&edo"), toRedo, tr("R&edo: %1"));
    for (auto each = m_actions.cbegin(); each != m_actions.cend(); ++each) {
        const QString why = whyNotEdit(each.key(), now);
        each.value()->setEnabled(why.isEmpty());
        each.value()->setVisible(isEditOffered(each.key(), now));
        each.value()->setToolTip(why.isEmpty() ? m_hints.value(each.key()) : why);
    }
}

void EditActions::fillEditMenu(QMenu* menu) const
{
    menu->setToolTipsVisible(true);
    menu->addActions({action(EditAct::Undo), action(EditAct::Redo)});
    menu->addSeparator();
    fillContextMenu(menu, true);
    menu->addSeparator();
    fillContextMenu(menu, false);
    menu->addSeparator();
    menu->addActions({action(EditAct::SelectAll), action(EditAct::ArrangeSelection), action(EditAct::ArrangeAll)});
    menu->addSeparator();
}

void EditActions::fillContextMenu(QMenu* menu, bool ofPart) const
{
    const QList<EditAct> acts =
        ofPart ? QList<EditAct>{EditAct::Resize,     EditAct::SetImage, EditAct::Connect,
                                EditAct::Disconnect, EditAct::Rename,   EditAct::Remove}
               : QList<EditAct>{EditAct::AddGroup, EditAct::AddBalancer, EditAct::AddDatabase, EditAct::AddCache};
    for (const EditAct act : acts)
        menu->addAction(action(act));
}

void EditActions::fillPlacingMenu(QMenu* menu, bool ofPart) const
{
    menu->addSeparator();
    menu->addAction(action(ofPart ? EditAct::ArrangeSelection : EditAct::ArrangeAll));
}

} // namespace snowmelt
