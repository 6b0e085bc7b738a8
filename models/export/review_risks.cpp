// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/review.h"

namespace snowmelt {

QString Review::severityText(Severity severity)
{
    switch (severity) {
    case Severity::High:
        return tr("high");
    case Severity::Medium:
        return tr("medium");
    case Severity::Low:
        break;
    }
    return tr("low");
}

QString Review::riskText(const Risk& risk, bool given)
{
    const QString first = risk.args.value(0);
    const QString second = risk.args.value(1);
    switch (risk.kind) {
    case RiskKind::NoBalancer:
        return tr("no balancer serves it");
    case RiskKind::SingleBalancer:
        return tr("single point of failure: no other balancer leads to %1").arg(first);
    case RiskKind::PairInOneZone:
        return tr("stands in zone %1 together with its pair %2").arg(second, first);
    case RiskKind::GroupOfOne:
        return tr("single point of failure: a group of one node");
    case RiskKind::OneZone:
        return tr("all of it is in zone %1").arg(first);
    case RiskKind::DatabaseAlone:
        return first.isEmpty() ? tr("has no replica")
                               : tr("single point of failure: no replica, and needed by %1").arg(first);
    case RiskKind::ReplicasInOneZone:
        return tr("it and all its replicas are in zone %1").arg(first);
    case RiskKind::VolumeLost:
        return tr("its volume goes when it is removed");
    case RiskKind::CacheShared:
        return tr("%1 share it: when it goes, they lose it together").arg(first);
    case RiskKind::ZonesUnsaid:
        return tr("the blueprint names no zones: whether one place takes all of it down is not known");
    case RiskKind::GroupWithoutZone:
        return tr("the blueprint names zones, and none for it");
    case RiskKind::Missing:
        return given ? tr("%1 of %2 were looked at").arg(first, second) : tr("%1 of %2 exist").arg(first, second);
    case RiskKind::NotHealthy:
        return given ? tr("%n host(s) do not answer", nullptr, first.toInt())
                     : tr("%n node(s) degraded or down", nullptr, first.toInt());
    case RiskKind::MixedVersions:
        return tr("mixed versions without a deployment under way: %1").arg(first);
    case RiskKind::OtherImage:
        return tr("runs %1, the blueprint says %2").arg(first, second);
    case RiskKind::Drifted:
        return tr("%n node(s) with drift, %1 difference(s) in all", nullptr, first.toInt()).arg(second);
    case RiskKind::NeverScanned:
        return tr("%n node(s) never scanned for drift", nullptr, first.toInt());
    case RiskKind::NotAllScanned:
        return tr("%n node(s) could not be scanned as a whole", nullptr, first.toInt());
    case RiskKind::Unseen:
        return tr("%n node(s) could not be asked", nullptr, first.toInt());
    }
    return {};
}

/// What is advised of nodes that Snowmelt makes and replaces is no advice for others.
QString Review::adviceForHosts(RiskKind kind)
{
    switch (kind) {
    case RiskKind::Missing:
        return tr("snowmelt status");
    case RiskKind::NotHealthy:
        return tr("look at its reason, and at the host");
    case RiskKind::Drifted:
        return tr("put it back there, or accept it: snowmelt scan --accept");
    default:
        return {};
    }
}

QString Review::riskAdvice(const Risk& risk, bool given)
{
    if (const QString advice = given ? adviceForHosts(risk.kind) : QString(); !advice.isEmpty())
        return advice;
    switch (risk.kind) {
    case RiskKind::NoBalancer:
        return tr("put it under “serves” of a balancer");
    case RiskKind::SingleBalancer:
        return tr("give it a pair");
    case RiskKind::PairInOneZone:
    case RiskKind::OneZone:
    case RiskKind::ReplicasInOneZone:
        return tr("spread it over zones");
    case RiskKind::GroupOfOne:
        return tr("two nodes or more");
    case RiskKind::DatabaseAlone:
        return tr("a replica, and a restore that was tried");
    case RiskKind::VolumeLost:
        return tr("volume: keep");
    case RiskKind::CacheShared:
        return tr("try what they do without it, or give each its own");
    case RiskKind::ZonesUnsaid:
    case RiskKind::GroupWithoutZone:
        return tr("name them under “zones”");
    case RiskKind::Missing:
        return tr("snowmelt up");
    case RiskKind::NotHealthy:
        return tr("look at its reason, or rebirth");
    case RiskKind::MixedVersions:
        return tr("swap the group to one version");
    case RiskKind::OtherImage:
        return tr("swap, or write what runs into the blueprint");
    case RiskKind::Drifted:
        return tr("rebirth, or put the difference into the recipe");
    case RiskKind::NeverScanned:
    case RiskKind::NotAllScanned:
        return tr("snowmelt scan");
    case RiskKind::Unseen:
        return tr("make it reachable; nothing of it is known");
    }
    return {};
}

} // namespace snowmelt
