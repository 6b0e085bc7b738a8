// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/edit_availability.h"

#include "models/document/fleet_document.h"
#include "models/domain/platform_verbs.h"
#include "models/editing/blueprint_editor.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class WhyNotEdit
{
    Q_DECLARE_TR_FUNCTIONS(WhyNotEdit)

public:
    explicit WhyNotEdit(const EditSituation& now) : m_now(now) {}

    QString operator()(EditAct act) const;

private:
    QString given() const;
    QString add() const;
    QString part() const;
    QString wholePart() const;
    QString group() const;
    QString connect() const;

    const EditSituation& m_now;
};

bool isOfOnePart(EditAct act)
{
    return act == EditAct::Connect || act == EditAct::Disconnect || act == EditAct::Resize || act == EditAct::Rename ||
           act == EditAct::Remove || act == EditAct::SetImage;
}

/// How many there are, which, and of what they are made.
bool makes(EditAct act)
{
    return act == EditAct::AddGroup || act == EditAct::AddBalancer || act == EditAct::AddDatabase ||
           act == EditAct::AddCache || act == EditAct::Resize || act == EditAct::SetImage;
}

QString WhyNotEdit::given() const
{
    return tr("The machines of this fleet exist already. Which they are is said in the blueprint’s text, by “hosts”.");
}

QString WhyNotEdit::add() const
{
    return m_now.hasImages ? QString() : tr("A part needs an image, and the blueprint has none yet.");
}

QString WhyNotEdit::part() const
{
    return m_now.kind == PartKind::None ? tr("Select a group, balancer, database or cache of the blueprint first.")
                                        : QString();
}

QString WhyNotEdit::wholePart() const
{
    if (m_now.nodeSelected)
        return tr("Nodes are counted, not named: resize %1, or select the group itself.").arg(m_now.part);
    return part();
}

QString WhyNotEdit::group() const
{
    return m_now.kind == PartKind::Group ? QString() : tr("Select a group or one of its nodes first.");
}

QString WhyNotEdit::connect() const
{
    if (const QString none = part(); !none.isEmpty())
        return none;
    return m_now.canConnect ? QString() : tr("The blueprint has nothing more to connect %1 to.").arg(m_now.part);
}

QString WhyNotEdit::operator()(EditAct act) const
{
    if (!m_now.open)
        return tr("Open a blueprint first.");
    if (m_now.given && makes(act))
        return given();
    if (m_now.several && isOfOnePart(act))
        return tr("Several parts are selected. This is done to one at a time.");
    switch (act) {
    case EditAct::AddGroup:
    case EditAct::AddBalancer:
    case EditAct::AddDatabase:
    case EditAct::AddCache:
        return add();
    case EditAct::Connect:
        return connect();
    case EditAct::Disconnect:
        return !part().isEmpty() ? part()
               : m_now.isTied    ? QString()
                                 : tr("%1 is connected to nothing.").arg(m_now.part);
    case EditAct::Resize:
        return group();
    case EditAct::Rename:
    case EditAct::Remove:
        return wholePart();
    case EditAct::SetImage:
        return part();
    case EditAct::SelectAll:
    case EditAct::ArrangeAll:
        return m_now.hasPlaces ? QString() : tr("The diagram is empty.");
    case EditAct::ArrangeSelection:
        return m_now.canArrange ? QString() : tr("Select groups, balancers, databases, caches or a zone first.");
    case EditAct::Undo:
        return m_now.canUndo ? QString() : tr("Nothing was changed since the blueprint was read.");
    case EditAct::Redo:
        return m_now.canRedo ? QString() : tr("Nothing was undone.");
    case EditAct::Save:
        return m_now.modified ? QString() : tr("The blueprint is on disk as it is shown.");
    }
    return {};
}

} // namespace

bool isEditOffered(EditAct act, const EditSituation& now)
{
    return !now.given || !makes(act);
}

EditSituation editSituation(const FleetDocument& document, const BlueprintEditor& editor)
{
    EditSituation now;
    now.open = document.isOpen() && editor.isOpen();
    if (!now.open)
        return now;
    const Blueprint& blueprint = editor.blueprint();
    const NodeState* node = document.fleet().findNode(document.selection());
    now.nodeSelected = node && node->role == Role::Node;
    now.part = now.nodeSelected ? node->group : document.selection();
    now.kind = kindOf(blueprint, now.part);
    now.given = !makesNodes(blueprint);
    now.hasImages = !blueprint.images.isEmpty();
    now.canConnect = !possibleTies(blueprint, now.part).isEmpty();
    now.isTied = !tiesOf(blueprint, now.part).isEmpty();
    now.canUndo = editor.canUndo();
    now.canRedo = editor.canRedo();
    now.modified = editor.isModified();
    return now;
}

QString whyNotEdit(EditAct act, const EditSituation& now)
{
    return WhyNotEdit(now)(act);
}

} // namespace snowmelt
