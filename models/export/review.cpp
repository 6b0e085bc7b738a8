// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/review.h"

#include "models/domain/platform_verbs.h"
#include "models/wording/host_wording.h"
#include "models/wording/wording.h"

#include <QMap>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int mostNodesOfAGroup = 100; ///< listed one by one; the rest is counted

const QString none = QStringLiteral("–");

QString orNone(const QString& text)
{
    return text.isEmpty() ? none : text;
}

QString joined(const QStringList& names)
{
    return orNone(names.join(QStringLiteral(", ")));
}

int healthy(const GroupState& group)
{
    return int(std::count_if(group.nodes.begin(), group.nodes.end(),
                             [](const NodeState& node) { return node.health == Health::Healthy; }));
}

const NodeState* machine(const FleetState& fleet, const QString& name)
{
    const NodeState* node = fleet.findNode(name);
    return node && node->exists() ? node : nullptr;
}

/// Everything that runs an image, with how many of them and what part they are of.
QMap<ImageRef, QMap<QString, int>> runningImages(const FleetState& fleet)
{
    QMap<ImageRef, QMap<QString, int>> running;
    const QList<const NodeState*> all = fleet.allNodes();
    for (const NodeState* node : all)
        if (node->exists() && !node->image.isNull())
            ++running[node->image][node->group];
    return running;
}

QMap<ImageRef, QStringList> wantedImages(const Blueprint& blueprint)
{
    QMap<ImageRef, QStringList> wanted;
    for (const Balancer& one : blueprint.balancers)
        wanted[one.image] << one.name;
    for (const Group& one : blueprint.groups)
        wanted[one.image] << one.name;
    for (const Database& one : blueprint.databases)
        wanted[one.image] << one.name;
    for (const Cache& one : blueprint.caches)
        wanted[one.image] << one.name;
    wanted.remove({}); // of machines that were there before
    return wanted;
}

} // namespace

QString Review::zonesText(const QStringList& zones)
{
    return joined(zones);
}

QString Review::machineHealth(const NodeState* node, bool given)
{
    if (node)
        return standingText(*node);
    return given ? notLookedText() : tr("not created yet");
}

QString Review::groupHealth(const GroupState* group, bool given)
{
    if (!group || (given && group->nodes.isEmpty()))
        return machineHealth(nullptr, given);
    const auto reached = int(std::ranges::count_if(group->nodes, isReached));
    return given ? reachedCountText(reached, int(group->nodes.size())) : tr("%1 healthy").arg(healthy(*group));
}

QString Review::driftText(const NodeState& node)
{
    if (!node.driftCount)
        return tr("not scanned");
    const QString count = *node.driftCount > 0 ? differenceCount(*node.driftCount) : tr("none");
    const QString seen = node.driftComplete ? count : tr("%1, not all seen").arg(count);
    return node.driftHidden == 0 ? seen : QString(seen + QStringLiteral(", ") + hiddenText(node.driftHidden));
}

PaperSection Review::risks(const ReviewSubject& subject)
{
    PaperSection section{
        tr("Risks"), {}, {{tr("Severity"), tr("Part"), tr("What is so"), tr("What would mend it")}, {}, {}}};
    const bool given = !makesNodes(subject.blueprint);
    const QList<Risk> all = risksOf(subject.blueprint, subject.fleet);
    for (const Risk& risk : all)
        section.table.rows << QStringList{severityText(risk.severity), risk.part.isEmpty() ? tr("fleet") : risk.part,
                                          riskText(risk, given), orNone(riskAdvice(risk, given))};
    if (all.isEmpty())
        section.paragraphs << tr("None that a blueprint or a look at the fleet would show.");
    if (!wasSeen(subject.fleet))
        section.paragraphs << tr("The fleet was not looked at: only what the blueprint says is judged.");
    else if (!subject.fleet.isUp())
        section.paragraphs << tr("Nothing was seen to run.");
    return section;
}

PaperSection Review::parts(const ReviewSubject& subject)
{
    PaperSection section{tr("Parts"),
                         {},
                         {{tr("Part"), tr("Kind"), tr("Image"), tr("Wanted"), tr("There"), tr("Health"), tr("Zones")},
                          {false, false, false, true, true, false, false},
                          {}}};
    QList<QStringList>& rows = section.table.rows;
    const bool given = !makesNodes(subject.blueprint);
    const auto single = [&](const QString& name, const QString& kind, const ImageRef& image, const QStringList& zones) {
        const NodeState* node = machine(subject.fleet, name);
        rows << QStringList{name,
                            kind,
                            imageText(image),
                            QStringLiteral("1"),
                            QString::number(node ? 1 : 0),
                            machineHealth(node, given),
                            zonesText(zones)};
    };
    for (const Balancer& one : subject.blueprint.balancers)
        single(one.name, tr("balancer, %1").arg(one.driver), one.image, one.zones);
    for (const Group& one : subject.blueprint.groups) {
        const GroupState* seen = subject.fleet.findGroup(one.name);
        rows << QStringList{one.name,
                            tr("group"),
                            imageText(one.image),
                            QString::number(one.size),
                            QString::number(seen ? seen->existing() : 0),
                            groupHealth(seen, given),
                            zonesText(one.zones)};
    }
    for (const Cache& one : subject.blueprint.caches)
        rows << QStringList{one.name,
                            tr("cache, %1").arg(one.engine),
                            imageText(one.image),
                            none,
                            none,
                            tr("only planned"),
                            zonesText(one.zones)};
    for (const Database& one : subject.blueprint.databases)
        single(one.name,
               one.replicaOf.isEmpty() ? tr("database, %1").arg(one.engine)
                                       : tr("database, %1, replica of %2").arg(one.engine, one.replicaOf),
               one.image, one.zones);
    return section;
}

PaperSection Review::nodes(const ReviewSubject& subject)
{
    PaperSection section{
        tr("What runs where"),
        {},
        {{tr("Node"), tr("Part"), tr("Image"), tr("Health"), tr("Address"), tr("Born"), tr("Drift")}, {}, {}}};
    const auto add = [&section](const NodeState& node) {
        section.table.rows << QStringList{node.name,
                                          node.group,
                                          imageText(node.image),
                                          standingText(node),
                                          orNone(node.address),
                                          orNone(node.bornAt.toUTC().toString(QStringLiteral("yyyy-MM-dd"))),
                                          driftText(node)};
    };
    QMap<QString, int> listed;
    const QList<const NodeState*> all = subject.fleet.allNodes();
    for (const NodeState* node : all)
        if (node->exists() && ++listed[node->group] <= mostNodesOfAGroup)
            add(*node);
    for (auto group = listed.constBegin(); group != listed.constEnd(); ++group)
        if (*group > mostNodesOfAGroup)
            section.paragraphs
                << tr("%1: %n more node(s) are not listed.", nullptr, *group - mostNodesOfAGroup).arg(group.key());
    if (all.isEmpty())
        section.paragraphs << tr("Nothing was seen to run.");
    return section;
}

PaperSection Review::versions(const ReviewSubject& subject)
{
    PaperSection section{
        tr("Versions"),
        {},
        {{tr("Image"), tr("The blueprint wants it for"), tr("Runs on"), tr("Nodes")}, {false, false, false, true}, {}}};
    const auto running = runningImages(subject.fleet);
    const auto wanted = wantedImages(subject.blueprint);
    QList<ImageRef> images = wanted.keys();
    for (const ImageRef& image : running.keys())
        if (!images.contains(image))
            images << image;
    std::sort(images.begin(), images.end());
    for (const ImageRef& image : images) {
        const QMap<QString, int> on = running.value(image);
        int count = 0;
        for (const int nodes : on)
            count += nodes;
        section.table.rows << QStringList{imageText(image), joined(wanted.value(image)), joined(on.keys()),
                                          QString::number(count)};
    }
    return section;
}

PaperSection Review::cost(const ReviewSubject& subject)
{
    PaperSection section{tr("Cost"), {}, {}};
    const std::optional<FleetCost> cost = costOf(subject.blueprint, subject.fleet);
    if (!cost) {
        section.paragraphs << tr("The blueprint names no prices.");
        return section;
    }
    const auto money = [&](double amount) { return moneyText(cost->prices, amount); };
    section.paragraphs << tr("The nodes of all groups: %1 an hour, %2 a month of %3 hours. Balancers, databases and "
                             "caches are not counted.")
                              .arg(money(cost->perHour), money(cost->perMonth()), QString::number(hoursPerMonth));
    section.table = {{tr("Group"), tr("Nodes"), tr("An hour"), tr("A month"), tr("A swap creates"),
                      tr("More an hour while both sides stand")},
                     {false, true, true, true, true, true},
                     {}};
    for (const GroupCost& group : cost->groups)
        section.table.rows << QStringList{group.group,
                                          QString::number(group.nodes),
                                          money(group.perHour),
                                          money(group.perHour * hoursPerMonth),
                                          tr("%n node(s)", nullptr, group.green),
                                          money(group.swapPerHour)};
    return section;
}

PaperSection Review::unseen(const ReviewSubject& subject)
{
    PaperSection section{tr("What could not be seen"), {}, {{tr("What happened"), tr("What to do")}, {}, {}}};
    for (const Error& error : subject.fleet.blind) {
        const Sentence said = sentence(error);
        section.table.rows << QStringList{said.what, said.next};
    }
    return section;
}

Paper Review::of(const ReviewSubject& subject, const QString& subtitle)
{
    Paper paper{tr("Review of %1").arg(subject.blueprint.name), subtitle, tr("Diagram"), {}};
    paper.sections << risks(subject) << parts(subject);
    if (subject.fleet.isUp())
        paper.sections << nodes(subject);
    if (makesNodes(subject.blueprint)) // else nothing is of an image
        paper.sections << versions(subject);
    if (subject.fleet.isUp())
        paper.sections << drift(subject);
    paper.sections << cost(subject);
    if (!subject.fleet.complete())
        paper.sections << unseen(subject);
    return paper;
}

} // namespace snowmelt
