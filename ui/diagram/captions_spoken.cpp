// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/host_wording.h"
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"

#include <QLocale>

namespace snowmelt {

QString Captions::zoomLine(double zoom, const QDateTime& observedAt, const QDateTime& now)
{
    const QString percent = tr("%1 %").arg(qRound(zoom * 100));
    if (!observedAt.isValid())
        return percent + dot() + tr("not seen yet");
    const qint64 age = std::max<qint64>(0, observedAt.msecsTo(now));
    if (age > staleAfterMs)
        return percent + dot() + tr("not live, last seen %1").arg(ageText(observedAt, now));
    return percent + dot() + (age < freshForMs ? tr("live") : tr("live, %1 s ago").arg(age / 1000));
}

QString Captions::selectedCount(int parts)
{
    return tr("%n selected", nullptr, parts);
}

QStringList Captions::facts(const DiagramBox& box)
{
    return stateFacts(box) << zones(box);
}

QStringList Captions::stateFacts(const DiagramBox& box)
{
    QStringList list;
    if (const auto* group = box.as<GroupFigure>()) {
        if (box.planned)
            list << planned(box);
        list << counts(box).constFirst() << groupImages(*group);
        if (box.side == Side::None && !group->images.isEmpty() && !group->blueprintImage.isNull() &&
            group->images != QList<ImageRef>{group->blueprintImage})
            list << tr("the blueprint says %1").arg(imageText(group->blueprintImage));
        if (group->drifted > 0)
            list << driftedCount(group->drifted);
        if (box.side != Side::None)
            list << sideState(*group);
        return list;
    }
    const NodeState* node = box.node();
    if (!node)
        return list;
    if (box.planned)
        return {planned(box), imageText(node->image)};
    list << standingText(*node) << standingReasonText(*node);
    if (const auto* own = box.as<NodeFigure>()) {
        list << imageText(node->image);
        if (!own->imageAsBlueprint)
            list << tr("the blueprint says another image");
        if (!node->wasThere()) // nobody asks its balancer
            list << tr("%1 of the traffic").arg(shareText(node->share)) << tr("%n session(s)", nullptr, node->sessions);
        list << driftState(*node);
    } else if (node->health == Health::Healthy || node->health == Health::Draining) {
        list << machineLines(box, {});
    }
    return list;
}

QString Captions::toolTip(const DiagramBox& box)
{
    QString text = u"<b>" + title(box).toHtmlEscaped() + u"</b>";
    const QStringList lines = facts(box);
    for (const QString& line : lines)
        if (!line.isEmpty())
            text += u"<br>" + line.toHtmlEscaped();
    return text;
}

QString Captions::kind(const DiagramBox& box)
{
    switch (box.kind) {
    case BoxKind::Clients:
        return {};
    case BoxKind::Balancer:
        return tr("balancer");
    case BoxKind::Group:
        return tr("group");
    case BoxKind::Node:
    case BoxKind::Cell:
        return tr("node");
    case BoxKind::Database:
        return tr("database");
    case BoxKind::Cache:
        return tr("cache");
    case BoxKind::Zone:
        return tr("zone");
    }
    return {};
}

QString Captions::spoken(const DiagramBox& box)
{
    QStringList parts = facts(box);
    if (box.kind == BoxKind::Cache)
        parts = machineLines(box, {}) << zones(box);
    const auto* zone = box.as<ZoneFigure>();
    if (zone)
        parts << tr("%n part(s)", nullptr, zone->parts);
    parts.removeAll(QString());
    const QString name = zone ? zone->name : title(box);
    return (kind(box).isEmpty() ? name : kind(box) + u' ' + name) +
           (parts.isEmpty() ? QString() : u": " + parts.join(QStringLiteral(", ")));
}

QString Captions::nothingOpen()
{
    return tr("No fleet is open. Open a blueprint, or try the lab.");
}

QString Captions::nothingDeclared()
{
    return tr("The blueprint has no balancer, group or database yet. The Edit menu adds one.");
}

QString Captions::viewName(const QString& fleet)
{
    return fleet.isEmpty() ? tr("Diagram") : tr("Diagram of %1").arg(fleet);
}

QString Captions::viewHelp()
{
    return tr("Arrow keys and Tab walk from part to part, Return opens one, plus and minus zoom.");
}

QString Captions::placingHelp()
{
    return tr("Shift and arrow keys select several; Ctrl, Shift and arrow keys move what is selected.");
}

QString Captions::exportSubtitle(const QString& platform, const QDateTime& observedAt)
{
    if (!observedAt.isValid())
        return platform + dot() + tr("as the blueprint says, not seen yet");
    const QString when = QLocale().toString(observedAt.toUTC(), QStringLiteral("yyyy-MM-dd HH:mm"));
    return platform + dot() + tr("seen %1 UTC").arg(when);
}

QString Captions::legendDrift()
{
    return tr("drift: number of differences");
}

QString Captions::legendSide(Side side)
{
    return side == Side::Blue ? tr("blue: served when the deployment began") : tr("green: created by it");
}

QString Captions::legendIdle()
{
    return tr("no new traffic");
}

QString Captions::legendPlanned(bool given)
{
    return given ? notLookedText() : notCreated();
}

QString Captions::minimapName()
{
    return tr("Overview of the diagram");
}

QString Captions::minimapHint()
{
    return tr("Click or drag to move the view.");
}

} // namespace snowmelt
