// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/figure.h"

#include "models/wording/wording.h"

#include <QLocale>

#include <algorithm>

namespace snowmelt {

namespace {

QString product(const QString& name, const QString& version)
{
    return version.isEmpty() ? name : QString(name + u' ' + version);
}

} // namespace

FigureMark figureMark(const DiagramBox& box)
{
    if (box.planned)
        return FigureMark::Planned;
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

QList<FigureMark> marksOf(const Diagram& diagram)
{
    QList<FigureMark> shown;
    for (const FigureMark mark : {FigureMark::Healthy, FigureMark::Degraded, FigureMark::Down, FigureMark::Draining,
                                  FigureMark::Unknown, FigureMark::Planned}) {
        const bool found = std::any_of(diagram.boxes.begin(), diagram.boxes.end(), [&](const DiagramBox& box) {
            return (box.node() || box.planned) && figureMark(box) == mark;
        });
        if (found)
            shown << mark;
    }
    return shown;
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

QString FigureText::mark(FigureMark mark)
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
    case FigureMark::Planned:
        break;
    }
    return tr("not created yet");
}

QString FigureText::legend()
{
    return tr("Legend");
}

QString FigureText::nodesNotListed(int nodes)
{
    return tr("%n node(s), not listed one by one", nullptr, nodes);
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
    const NodeState* node = box.node();
    if (box.planned || !node)
        return box.planned ? mark(FigureMark::Planned) : QString();
    const QString reason = node->health == Health::Healthy ? QString() : healthReasonText(node->healthReason);
    return reason.isEmpty() ? healthText(node->health)
                            : QString(healthText(node->health) + QStringLiteral(": ") + reason.simplified());
}

QString FigureText::drift(const NodeState& node)
{
    if (node.driftCount.value_or(0) == 0)
        return {};
    return tr("drift: %1").arg(differenceCount(*node.driftCount));
}

QStringList FigureText::groupLines(const GroupFigure& group)
{
    QStringList images;
    for (const ImageRef& image : group.images)
        images << imageText(image);
    if (images.isEmpty())
        images << imageText(group.blueprintImage);
    QStringList lines{images.join(QStringLiteral(", "))};
    if (group.nodes > 0)
        lines << tr("%1 of %2 healthy").arg(group.healthy).arg(std::max(group.nodes, group.wanted));
    else
        lines << tr("%n node(s), not created yet", nullptr, group.wanted);
    if (group.drifted > 0)
        lines << tr("%n with drift", nullptr, group.drifted);
    return lines;
}

QStringList FigureText::lines(const DiagramBox& box)
{
    QStringList lines{name(box)};
    if (const auto* group = box.as<GroupFigure>())
        lines += groupLines(*group);
    if (const auto* cache = box.as<CacheFigure>())
        lines << product(cache->engine, {}) << imageText(cache->image);
    if (const auto* balancer = box.as<BalancerFigure>())
        lines << product(balancer->state.driver, balancer->state.version);
    if (const auto* database = box.as<DatabaseFigure>()) {
        lines << product(database->state.engine, database->state.version);
        if (!database->replicaOf.isEmpty())
            lines << tr("replica of %1").arg(database->replicaOf);
    }
    if (box.as<NodeFigure>())
        lines << imageText(box.node()->image);
    lines << mood(box);
    if (box.node())
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
        parts << tr("exported %1").arg(head.date.toUTC().toString(QStringLiteral("yyyy-MM-dd")));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace snowmelt
