// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/figure.h"

#include "models/wording/host_wording.h"
#include "models/wording/product_name.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// "2026-03-05 UTC", "2026-03-05 UTC+09:00": a day is another one elsewhere.
QString dayText(const QDateTime& date)
{
    return date.toString(QStringLiteral("yyyy-MM-dd")) + u' ' + date.timeZoneAbbreviation();
}

} // namespace

FigureMark figureMark(const DiagramBox& box)
{
    if (box.kind == BoxKind::Clients)
        return FigureMark::Healthy; // they are never created
    if (box.planned)
        return FigureMark::Planned;
    if (box.reached())
        return FigureMark::Reached;
    switch (box.health()) {
    case Health::Healthy:
        return FigureMark::Healthy;
    case Health::Degraded:
        return FigureMark::Degraded;
    case Health::Down:
        return FigureMark::Down;
    case Health::Draining:
        return FigureMark::Draining;
    case Health::Unknown:
        break;
    }
    return FigureMark::Unknown;
}

const ExportInk::Tone& ExportInk::of(FigureMark mark) const
{
    return mark == FigureMark::Degraded ? degraded : mark == FigureMark::Down ? down : healthy;
}

QString ExportInk::sideLine(Side side) const
{
    return side == Side::Blue ? blue : side == Side::Green ? green : line;
}

QString ExportInk::sideFill(Side side) const
{
    return side == Side::Blue ? blueTint : side == Side::Green ? greenTint : group;
}

QString FigureText::mark(FigureMark mark, bool given)
{
    switch (mark) {
    case FigureMark::Healthy:
        return healthText(Health::Healthy);
    case FigureMark::Degraded:
        return healthText(Health::Degraded);
    case FigureMark::Down:
        return healthText(Health::Down);
    case FigureMark::Draining:
        return healthText(Health::Draining);
    case FigureMark::Unknown:
        return healthText(Health::Unknown);
    case FigureMark::Reached:
        return reachedText();
    case FigureMark::Planned:
        break;
    }
    return given ? notLookedText() : tr("not created yet");
}

/// What was there before has no image to be made of.
bool FigureText::isGiven(const DiagramBox& box)
{
    const auto* cache = box.as<CacheFigure>();
    return cache ? cache->image.isNull() : box.node() && box.node()->image.isNull();
}

QString FigureText::several(BoxKind kind, const QStringList& names)
{
    const QString count = QString::number(names.size());
    const QString& first = names.first();
    const QString& last = names.last();
    switch (kind) {
    case BoxKind::Balancer:
        return tr("%1 balancers, %2 … %3").arg(count, first, last);
    case BoxKind::Database:
        return tr("%1 databases, %2 … %3").arg(count, first, last);
    case BoxKind::Cache:
        return tr("%1 caches, %2 … %3").arg(count, first, last);
    case BoxKind::Group:
    case BoxKind::Clients:
    case BoxKind::Node:
    case BoxKind::Cell:
    case BoxKind::Zone:
        break;
    }
    return tr("%1 groups, %2 … %3").arg(count, first, last);
}

QString FigureText::name(const DiagramBox& box)
{
    if (box.kind == BoxKind::Clients)
        return tr("clients");
    if (const auto* zone = box.as<ZoneFigure>())
        return tr("zone %1").arg(zone->name);
    QString name = box.part.isEmpty() ? tr("one more") : box.part;
    if (box.kind == BoxKind::Group && box.side != Side::None)
        name += QStringLiteral(" · ") + sideText(box.side);
    return box.continues > 0 ? QString(name + QStringLiteral(" (%1)").arg(box.continues + 1)) : name;
}

QString FigureText::mood(const DiagramBox& box)
{
    // What is missing of a group its own lines count; clients and zones are never created.
    if (box.kind == BoxKind::Clients || box.kind == BoxKind::Zone || box.as<GroupFigure>())
        return {};
    const NodeState* node = box.node();
    if (box.planned || !node)
        return box.planned ? mark(FigureMark::Planned, isGiven(box)) : QString();
    return node->health == Health::Healthy ? standingText(*node) : standingWithReason(*node).simplified();
}

/// What was not seen is said: silence would be read as "the same".
QString FigureText::drift(const NodeState& node)
{
    if (!node.driftCount)
        return tr("drift: not scanned");
    if (*node.driftCount == 0)
        return node.driftComplete ? QString() : tr("drift: not all seen");
    const QString count = differenceCount(*node.driftCount);
    return node.driftComplete ? tr("drift: %1").arg(count) : tr("drift: %1, not all seen").arg(count);
}

QString FigureText::driftBadge(const NodeState& node)
{
    if (!node.driftCount)
        return QStringLiteral("Δ?");
    if (*node.driftCount == 0 && node.driftComplete)
        return {};
    return u'Δ' + QString::number(*node.driftCount) + (node.driftComplete ? QString() : QStringLiteral("?"));
}

QStringList FigureText::groupLines(const GroupFigure& group, bool folded)
{
    QStringList images;
    for (const ImageRef& image : group.images)
        images << imageText(image);
    if (images.isEmpty())
        images << imageText(group.blueprintImage);
    QStringList lines{images.join(QStringLiteral(", "))};
    if (group.nodes > 0 && group.given)
        lines << reachedCountText(group.nodes - group.down - group.unseen, std::max(group.nodes, group.wanted));
    else if (group.nodes > 0)
        lines << tr("%1 of %2 healthy").arg(group.healthy).arg(std::max(group.nodes, group.wanted));
    else if (group.blueprintImage.isNull())
        lines << tr("%n node(s), not looked at", nullptr, group.wanted);
    else
        lines << tr("%n node(s), not created yet", nullptr, group.wanted);
    if (group.drifted > 0)
        lines << tr("%n with drift", nullptr, group.drifted);
    if (folded && group.nodes > 0)
        lines << tr("%n node(s), not listed one by one", nullptr, group.nodes);
    return lines;
}

QStringList FigureText::lines(const DiagramBox& box, bool folded)
{
    QStringList lines{name(box)};
    if (const auto* group = box.as<GroupFigure>())
        lines += groupLines(*group, folded);
    if (const auto* cache = box.as<CacheFigure>())
        lines << productName(cache->engine) << imageText(cache->image);
    if (const auto* balancer = box.as<BalancerFigure>())
        lines << productName(balancer->state.driver, balancer->state.version);
    if (const auto* database = box.as<DatabaseFigure>()) {
        lines << productName(database->state.engine, database->state.version);
        if (!database->replicaOf.isEmpty())
            lines << tr("replica of %1").arg(database->replicaOf);
    }
    if (box.as<NodeFigure>())
        lines << imageText(box.node()->image);
    lines << mood(box);
    if (box.node() && !box.planned)
        lines << drift(*box.node());
    if (!box.zones.isEmpty())
        lines << tr("zone %1").arg(box.zones.join(QStringLiteral(", ")));
    lines.removeAll(QString());
    return lines;
}

QString FigureText::edge(const DiagramEdge& edge)
{
    if (edge.kind == EdgeKind::Pair)
        return tr("pair");
    if (edge.kind == EdgeKind::Replica)
        return tr("replica");
    if (edge.kind == EdgeKind::Use || edge.kind == EdgeKind::Chain || edge.planned || !edge.labelled)
        return {};
    if (edge.unseen)
        return QStringLiteral("?");
    return edge.idle() ? tr("%n open session(s)", nullptr, edge.sessions) : shareText(edge.share);
}

QString FigureText::subtitle(const Diagram& diagram, const ExportHead& head)
{
    QStringList parts{head.platform};
    const QString minute = QStringLiteral("yyyy-MM-dd HH:mm");
    if (diagram.observedAt.isValid())
        parts << tr("seen %1 UTC").arg(diagram.observedAt.toUTC().toString(minute));
    else
        parts << tr("as the blueprint says, not seen yet");
    if (head.date.isValid())
        parts << tr("exported %1").arg(dayText(head.date));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace snowmelt
