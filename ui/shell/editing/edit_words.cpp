// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/edit_words.h"

#include "models/domain/blueprint/unsupported.h"
#include "models/editing/blueprint_editor.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

class EditWords
{
    Q_DECLARE_TR_FUNCTIONS(EditWords)

public:
    static QString added(const QString& part) { return tr("Add %1").arg(part); }

    QString operator()(const AddBalancer& edit) const { return added(edit.balancer.name); }
    QString operator()(const AddGroup& edit) const { return added(edit.group.name); }
    QString operator()(const AddDatabase& edit) const { return added(edit.database.name); }
    QString operator()(const AddCache& edit) const { return added(edit.cache.name); }
    QString operator()(const Connect& edit) const { return tr("Connect %1 and %2").arg(edit.from, edit.to); }
    QString operator()(const Disconnect& edit) const { return tr("Disconnect %1 and %2").arg(edit.from, edit.to); }
    QString operator()(const Resize& edit) const { return tr("Resize %1 to %2").arg(edit.group).arg(edit.size); }
    QString operator()(const Rename& edit) const { return tr("Rename %1 to %2").arg(edit.part, edit.to); }
    QString operator()(const Delete& edit) const { return tr("Delete %1").arg(edit.part); }
    QString operator()(const SetImage& edit) const
    {
        return tr("Change the image of %1 to %2").arg(edit.part, imageText(edit.image));
    }

    static QString tie(Tie tie, const QString& to);
    static QString refusal(const EditRefusal& refusal);
    static QString problems(const QList<Problem>& problems);
};

QString EditWords::tie(Tie tie, const QString& to)
{
    switch (tie) {
    case Tie::Serves:
        return tr("serves %1").arg(to);
    case Tie::Uses:
        return tr("uses %1").arg(to);
    case Tie::Follows:
        return tr("is a replica of %1").arg(to);
    case Tie::Pairs:
        return tr("stands in for %1, and %1 for it").arg(to);
    }
    return {};
}

QString EditWords::problems(const QList<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems)
        lines += sentence(problem);
    return lines.join(u'\n');
}

QString EditWords::refusal(const EditRefusal& refusal)
{
    const auto arg = [&](int index) { return refusal.args.value(index); };
    switch (refusal.why) {
    case EditRefusal::Why::Broken:
        return tr("The blueprint’s text cannot be read: %1").arg(problems(refusal.problems));
    case EditRefusal::Why::NoSuchPart:
        return tr("The blueprint has no %1.").arg(arg(0));
    case EditRefusal::Why::NotPossible:
        return tr("%1 and %2 do not belong together so: a balancer serves groups, caches and balancers; a group uses "
                  "databases and caches; a database follows a database.")
            .arg(arg(0), arg(1));
    case EditRefusal::Why::NothingToDo:
        return tr("That is so already.");
    case EditRefusal::Why::Circle:
        return tr("%2 leads to %1 already: connected so, they would go round in a circle.").arg(arg(0), arg(1));
    case EditRefusal::Why::Paired:
        return tr("%1 and %2 stand in for one another already.").arg(arg(0), arg(1));
    case EditRefusal::Why::Invalid:
        return problems(refusal.problems);
    case EditRefusal::Why::Layout:
        return tr("The text is laid out in a way that cannot be changed here. Change it by hand, then read it again.");
    }
    return {};
}

/// What an edit means for a fleet that is up.
class Meaning
{
    Q_DECLARE_TR_FUNCTIONS(Meaning)

public:
    Meaning(const Blueprint& before, const FleetState& fleet) : m_before(before), m_fleet(fleet) {}

    QString operator()(const Resize& edit) const
    {
        const Group* group = m_before.findGroup(edit.group);
        if (group && edit.size > group->size)
            return tr("“up” refuses a larger size of a fleet that is up: a balancer declares its slots when it starts. "
                      "“down”, then “up” brings it; volumes stay.");
        return tr("No node ends by this: “up” makes none more and removes none.");
    }
    QString operator()(const Rename& edit) const
    {
        return isThere(edit.part) ? tr("What runs keeps the name %1 until the fleet is taken down; “up” would make %2 "
                                       "beside it.")
                                        .arg(edit.part, edit.to)
                                  : QString();
    }
    QString operator()(const Delete& edit) const
    {
        return isThere(edit.part)
                   ? tr("What runs of %1 goes on until the fleet is taken down; the blueprint only stops "
                        "asking for it.")
                         .arg(edit.part)
                   : QString();
    }
    QString operator()(const SetImage& edit) const
    {
        if (m_before.findGroup(edit.part))
            return tr("Nodes that run keep their image. To move the traffic without losing a request, swap %1 instead.")
                .arg(edit.part);
        return tr("What runs keeps its image until the fleet is taken down and brought up.");
    }
    QString operator()(const AddGroup&) const { return newSlots(); }
    QString operator()(const Connect& edit) const { return edit.tie == Tie::Serves ? newSlots() : QString(); }
    template <typename Other>
    QString operator()(const Other&) const
    {
        return {};
    }

private:
    static QString newSlots()
    {
        return tr("“up” refuses a group that a running balancer does not know: “down”, then “up” brings it; volumes "
                  "stay.");
    }
    bool isThere(const QString& part) const
    {
        const GroupState* group = m_fleet.findGroup(part);
        const auto node = [&](const auto& other) { return other.node.name == part; };
        return (group && !group->nodes.isEmpty()) ||
               std::any_of(m_fleet.balancers.begin(), m_fleet.balancers.end(), node) ||
               std::any_of(m_fleet.databases.begin(), m_fleet.databases.end(), node);
    }

    const Blueprint& m_before;
    const FleetState& m_fleet;
};

class Consequence
{
    Q_DECLARE_TR_FUNCTIONS(Consequence)

public:
    static QString notUp() { return tr("Only the blueprint changes. The fleet is not up."); }
    static QString always() { return tr("Only the blueprint changes; nothing that runs is touched."); }
    static QString unsupported(const QString& key)
    {
        return tr("%1: diagrams show it, no platform makes it yet, and “up” refuses the blueprint.").arg(key);
    }
};

QString newlyUnsupported(const Blueprint& before, const Blueprint& after)
{
    const QList<UnsupportedPart> known = unsupportedParts(before);
    for (const UnsupportedPart& part : unsupportedParts(after)) {
        if (!known.contains(part))
            return Consequence::unsupported(part.key);
    }
    return {};
}

} // namespace

QString undoTitle(const Edit* edit, const AsideStep* aside)
{
    if (edit)
        return editTitle(*edit);
    return aside ? aside->title() : QString();
}

QString editTitle(const Edit& edit)
{
    return std::visit(EditWords(), edit);
}

QString tieText(Tie tie, const QString& to)
{
    return EditWords::tie(tie, to);
}

QString tieLine(const QString& from, Tie tie, const QString& to)
{
    return from + u' ' + tieText(tie, to);
}

QString refusalText(const EditRefusal& refusal)
{
    return EditWords::refusal(refusal);
}

QString consequence(const Edit& edit, const Blueprint& before, const Blueprint& after, const FleetState& fleet)
{
    QStringList sentences{fleet.isUp() ? Consequence::always() : Consequence::notUp()};
    sentences += fleet.isUp() ? std::visit(Meaning(before, fleet), edit) : QString();
    sentences += newlyUnsupported(before, after);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace snowmelt
