// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/captions.h"

#include "models/wording/host_wording.h"
#include "models/wording/product_name.h"
#include "models/wording/wording.h"

#include <QLocale>
#include <QRegularExpression>

namespace snowmelt {

namespace {

bool waits(const NodeState& node)
{
    return node.health == Health::Healthy && node.share <= 0 && node.side == Side::Green;
}

/// Its reason is worth more than what it runs.
bool isIll(const NodeState& node)
{
    return node.health == Health::Down || node.health == Health::Degraded ||
           (node.health == Health::Unknown && !isReached(node));
}

/// A card is narrow: which question it was is in the tool tip, the answer comes first here.
QString shortReason(const NodeState& node)
{
    static const QRegularExpression question(QStringLiteral("\\bGET \\S+: "));
    return healthReasonText(node.healthReason.simplified().remove(question));
}

} // namespace

QString Captions::dot()
{
    return QStringLiteral(" · ");
}

QString Captions::clients()
{
    return tr("clients");
}

QString Captions::planned(const ImageRef& image)
{
    return image.isNull() ? notLookedText() : notCreated();
}

QString Captions::planned(const DiagramBox& box)
{
    if (const auto* group = box.as<GroupFigure>())
        return planned(group->blueprintImage);
    if (const auto* cache = box.as<CacheFigure>())
        return planned(cache->image);
    return box.node() ? planned(box.node()->image) : notCreated();
}

QString Captions::notCreated()
{
    return tr("not created yet");
}

QString Captions::title(const DiagramBox& box)
{
    if (box.kind == BoxKind::Clients)
        return clients();
    if (const auto* zone = box.as<ZoneFigure>())
        return tr("zone %1").arg(zone->name);
    if (box.side != Side::None && box.kind == BoxKind::Group)
        return groupTitles(box).constFirst();
    return box.part.isEmpty() ? tr("one more") : box.part;
}

/// Several groups may have sides at the same time: the name is the last to go.
QStringList Captions::groupTitles(const DiagramBox& box)
{
    if (box.side == Side::None)
        return {box.part};
    const QString named = box.part + dot() + sideText(box.side);
    return {named + dot() + groupImages(*box.as<GroupFigure>()), named, box.part + dot() + sideLetter(box.side),
            box.part};
}

QString Captions::sideLetter(Side side)
{
    return side == Side::Blue ? QStringLiteral("B") : QStringLiteral("G");
}

QString Captions::groupImages(const GroupFigure& group)
{
    if (group.images.size() > 1)
        return tr("%n image(s)", nullptr, int(group.images.size()));
    return imageText(group.images.isEmpty() ? group.blueprintImage : group.images.first());
}

QStringList Captions::healthyCounts(const GroupFigure& group)
{
    const int all = std::max(group.nodes, group.wanted);
    if (group.given)
        return reachedCounts(group, all);
    const QString number = QStringLiteral("%1 / %2").arg(group.healthy).arg(all);
    const QString healthy = tr("%1 / %2 healthy").arg(group.healthy).arg(all);
    if (group.unseen == 0)
        return {healthy, number};
    const QString unseen = tr("%n not seen", nullptr, group.unseen);
    return {group.unseen == group.nodes ? unseen : QString(healthy + u", " + unseen), healthy, number};
}

/// Nobody asks them how they are: who answers is all that can be counted.
QStringList Captions::reachedCounts(const GroupFigure& group, int all)
{
    const int reached = group.nodes - group.down - group.unseen;
    return {reachedCountText(reached, all), QStringLiteral("%1 / %2").arg(reached).arg(all)};
}

QString Captions::healthyCount(const GroupFigure& group)
{
    return healthyCounts(group).constFirst();
}

QStringList Captions::counts(const DiagramBox& box)
{
    const GroupFigure& group = *box.as<GroupFigure>();
    const QString named =
        group.given ? tr("%n host(s)", nullptr, group.wanted) : tr("%n node(s)", nullptr, group.wanted);
    return box.planned ? QStringList{named, QString::number(group.wanted)} : healthyCounts(group);
}

QString Captions::zones(const DiagramBox& box)
{
    return box.zones.isEmpty() ? QString() : tr("zone %1").arg(box.zones.join(QStringLiteral(", ")));
}

QString Captions::groupDetail(const DiagramBox& box)
{
    const GroupFigure& group = *box.as<GroupFigure>();
    QStringList parts{box.side == Side::None ? groupImages(group) : sideState(group), zones(box)};
    parts.removeAll(QString());
    return parts.join(dot());
}

QString Captions::driftedCount(int nodes)
{
    return tr("%n drifted", nullptr, nodes);
}

QString Captions::sideState(const GroupFigure& side)
{
    if (side.draining > 0 && side.share <= 0)
        return tr("draining, %n session(s) open", nullptr, side.sessions);
    return (side.share > 0 ? tr("serving") : tr("no traffic")) + dot() + healthyCount(side);
}

QString Captions::nodeDetail(const NodeFigure& node)
{
    const NodeState& state = node.state;
    if (!state.exists())
        return planned(state.image);
    if (isIll(state) && !state.healthReason.isEmpty())
        return shortReason(state);
    return isReached(state) ? reachedText() : imageText(state.image);
}

QString Captions::nodeValue(const NodeFigure& node, const QString& age)
{
    const NodeState& state = node.state;
    if (!state.exists())
        return {};
    switch (state.health) {
    case Health::Draining:
        return tr("%n session(s)", nullptr, state.sessions);
    case Health::Down:
    case Health::Degraded:
        // Glyph and border say it already; the reason needs the room.
        return state.healthReason.isEmpty() ? standingText(state) : QString();
    case Health::Unknown:
        if (isStarting(state) || (isReached(state) && age.isEmpty()))
            return {};
        return age.isEmpty() ? healthText(state.health) : age;
    case Health::Healthy:
        break;
    }
    return waits(state) ? tr("waiting") : tr("%1/s").arg(rate(state.requestRate));
}

QString Captions::driftBadge(const NodeState& node)
{
    if (!node.driftCount || (*node.driftCount == 0 && node.driftComplete && node.driftHidden == 0))
        return {};
    // Something unseen is part of the answer: "Δ0 ?" is not "no drift"; nor is what rules hide.
    const QString unseen = node.driftComplete ? QString() : QStringLiteral(" ?");
    const QString hidden = node.driftHidden > 0 ? QStringLiteral(" (+%1)").arg(node.driftHidden) : QString();
    return u"Δ" + QString::number(*node.driftCount) + unseen + hidden;
}

bool Captions::isQuietBadge(const NodeState& node)
{
    return node.driftCount == 0 && node.driftComplete;
}

QString Captions::driftSeen(const NodeState& node)
{
    if (!node.driftCount)
        return tr("not scanned");
    if (*node.driftCount > 0)
        return tr("%n difference(s)", nullptr, *node.driftCount);
    return node.driftComplete ? tr("no difference") : tr("not all seen");
}

QString Captions::driftState(const NodeState& node)
{
    const bool hasHidden = node.driftCount && node.driftHidden > 0;
    return hasHidden ? tr("%1 (+%n hidden)", nullptr, node.driftHidden).arg(driftSeen(node)) : driftSeen(node);
}

QString Captions::rate(double perSecond)
{
    const int decimals = perSecond > 0 && perSecond < 9.95 ? 1 : 0;
    return QLocale().toString(perSecond, 'f', decimals);
}

QStringList Captions::machineLines(const DiagramBox& box, const QString& age)
{
    if (const auto* cache = box.as<CacheFigure>())
        return {productName(cache->engine), planned(cache->image)};
    const NodeState& node = *box.node();
    QStringList lines;
    const auto* balancer = box.as<BalancerFigure>();
    const auto* database = box.as<DatabaseFigure>();
    if (balancer)
        lines << productName(balancer->state.driver, balancer->state.version);
    if (database)
        lines << productName(database->state.engine, database->state.version);
    if (box.planned)
        lines << planned(node.image);
    else if (node.health == Health::Unknown && !age.isEmpty() && !isStarting(node))
        lines << age;
    else if (isIll(node))
        lines << (node.healthReason.isEmpty() ? standingText(node) : shortReason(node));
    else if (isReached(node))
        lines << reachedText();
    else if (balancer)
        lines << tr("%1 req/s").arg(rate(balancer->state.requestRate));
    else if (database->state.connections >= 0)
        lines << tr("%n connection(s)", nullptr, database->state.connections);
    return lines;
}

QString Captions::edgeLabel(const DiagramEdge& edge)
{
    if (edge.idle() && edge.sessions == 0 && edge.side == Side::Green)
        return tr("no traffic");
    if (edge.idle() && (edge.sessions > 0 || edge.side != Side::None))
        return tr("%n session(s)", nullptr, edge.sessions);
    return shareText(edge.share);
}

/// A bare number is of sessions: a share has its sign.
QString Captions::edgeLabelShort(const DiagramEdge& edge)
{
    return edge.idle() && edge.sessions > 0 ? QString::number(edge.sessions) : shareText(edge.share);
}

} // namespace snowmelt
