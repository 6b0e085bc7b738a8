// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/up_plan.h"

#include "backend/fleet/slots.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace snowmelt {

namespace {

QList<NodeFacts> nodesOf(const QList<NodeFacts>& facts, Role role, const QString& part)
{
    QList<NodeFacts> nodes;
    for (const NodeFacts& node : facts)
        if (node.role == role && node.group == part)
            nodes.append(node);
    return nodes;
}

/// Nothing when the node runs already.
std::optional<UpItem> repair(const NodeFacts& node)
{
    if (node.lifecycle == Lifecycle::Running)
        return {};
    const UpAct act = node.lifecycle == Lifecycle::Stopped ? UpAct::Start : UpAct::Remake;
    return UpItem{act, node.role, node.name, node.group, node.slot, node.image, node.digest};
}

QString freeName(const QString& group, QSet<QString>& names)
{
    for (int number = 1;; ++number) {
        const QString name = group + u'-' + QString::number(number);
        if (names.contains(name))
            continue;
        names.insert(name);
        return name;
    }
}

/// On the side where the group stands already.
QString freeSlot(QChar side, int count, QSet<QString>& used)
{
    for (int number = 1; number <= count; ++number) {
        const QString slot = side + QString::number(number);
        if (used.contains(slot))
            continue;
        used.insert(slot);
        return slot;
    }
    return {};
}

QList<UpItem> planGroup(const Group& group, const QList<NodeFacts>& facts)
{
    const QList<NodeFacts> there = nodesOf(facts, Role::Node, group.name);
    QList<UpItem> items;
    QSet<QString> used;
    QSet<QString> names;
    for (const NodeFacts& node : facts)
        names.insert(node.name);
    for (const NodeFacts& node : there) {
        used.insert(node.slot);
        if (const std::optional<UpItem> item = repair(node))
            items.append(*item);
    }
    const bool second = !there.isEmpty() && there.first().slot.startsWith(u'b');
    const ImageRef image = there.isEmpty() ? group.image : there.first().image;
    const Digest digest = there.isEmpty() ? Digest() : there.first().digest;
    for (qsizetype number = there.size(); number < group.size; ++number) {
        const QString slot = freeSlot(second ? u'b' : u'a', slotsPerSide(group), used);
        items.append({UpAct::Create, Role::Node, freeName(group.name, names), group.name, slot, image, digest});
    }
    return items;
}

void planSingle(QList<UpItem>& items, const QList<NodeFacts>& facts, Role role, const QString& name,
                const ImageRef& image)
{
    const QList<NodeFacts> there = nodesOf(facts, role, name);
    if (there.isEmpty())
        items.append({UpAct::Create, role, name, name, {}, image, {}});
    else if (const std::optional<UpItem> item = repair(there.first()))
        items.append(*item);
}

bool isDivided(const Group& group, const QList<NodeFacts>& facts)
{
    QSet<Digest> digests;
    for (const NodeFacts& node : nodesOf(facts, Role::Node, group.name))
        digests.insert(node.digest);
    return digests.size() > 1;
}

bool serves(const Blueprint& blueprint, const QString& balancer, const QStringList& groups)
{
    return std::any_of(groups.begin(), groups.end(), [&](const QString& group) {
        const Balancer* of = blueprint.balancerOf(group);
        return of && of->name == balancer;
    });
}

/// Made anew it would decide who of the divided groups serves.
bool concerns(const UpItem& item, const Blueprint& blueprint, const QStringList& divided)
{
    if (item.role == Role::Balancer)
        return serves(blueprint, item.part, divided);
    return item.role == Role::Node && divided.contains(item.part);
}

} // namespace

QStringList dividedGroups(const Blueprint& blueprint, const QList<NodeFacts>& facts, const QStringList& open)
{
    QStringList divided;
    for (const Group& group : blueprint.groups)
        if (isDivided(group, facts) || open.contains(group.name))
            divided.append(group.name);
    return divided;
}

QList<UpItem> planUp(const Blueprint& blueprint, const QList<NodeFacts>& facts, const QStringList& open)
{
    QList<UpItem> items;
    for (const Database& database : blueprint.databases)
        planSingle(items, facts, Role::Database, database.name, database.image);
    for (const Group& group : blueprint.groups)
        items += planGroup(group, facts);
    for (const Balancer& balancer : blueprint.balancers)
        planSingle(items, facts, Role::Balancer, balancer.name, balancer.image);
    const QStringList divided = dividedGroups(blueprint, facts, open);
    items.removeIf([&](const UpItem& item) { return item.act != UpAct::Start && concerns(item, blueprint, divided); });
    return items;
}

} // namespace snowmelt
