// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt::sample {

inline const ImageRef shop10{u"shop"_qs, u"1.0.0"_qs};
inline const ImageRef shop11{u"shop"_qs, u"1.1.0"_qs};

/// web-1 is well, web-2 down, and somebody could not be seen.
inline FleetState runningFleet()
{
    NodeState healthy;
    healthy.name = u"web-1"_qs;
    healthy.group = u"web"_qs;
    healthy.lifecycle = Lifecycle::Running;
    healthy.health = Health::Healthy;
    healthy.image = shop11;
    healthy.share = 1;
    healthy.driftCount = 3;
    NodeState down = healthy;
    down.name = u"web-2"_qs;
    down.health = Health::Down;
    down.healthReason = u"GET /healthz: 503\x1b[2J"_qs;
    down.share = 0;
    down.driftCount.reset();
    BalancerState edge;
    edge.node.name = u"edge"_qs;
    edge.node.role = Role::Balancer;
    edge.node.lifecycle = Lifecycle::Running;
    edge.driver = u"haproxy"_qs;
    edge.version = u"2.6.12"_qs;
    edge.entry = {u"127.77.1.2"_qs, 8080};
    FleetState fleet;
    fleet.name = u"shop"_qs;
    fleet.platform = u"simulation"_qs;
    fleet.balancers = {edge};
    fleet.groups = {GroupState{u"web"_qs, 3, shop10, {healthy, down}, 0, 0, {}, 0}};
    fleet.blind = {Error{ErrorCode::SshUnreachable, {u"web-2"_qs, u"127.77.1.4:22"_qs}, {}}};
    return fleet;
}

/// web from shop 1.0.0 to 1.1.0, with one warning.
inline Plan swapPlan()
{
    Plan plan;
    plan.deployment = u"3f2a1b2c-0000-4000-8000-000000000001"_qs;
    plan.group = u"web"_qs;
    plan.from = shop10;
    plan.to = shop11;
    plan.blue = {{u"web-1"_qs, u"a1"_qs}};
    plan.green = {{u"web-2"_qs, u"b1"_qs}};
    plan.steps = {Step{StepKind::MoveTraffic, {u"set server web/b1 state ready"_qs}, false},
                  Step{StepKind::RetireBlue, {}, true}};
    plan.checks = {PlanCheck{u"driftUnknown"_qs, Verdict::Warn, {}}};
    return plan;
}

inline Finished ended(OutcomeKind outcome, Safety safety)
{
    return Finished{outcome, safety, {}, 1500};
}

inline Finished failed(ErrorCode code, const QStringList& args, OutcomeKind outcome = OutcomeKind::Failed)
{
    return Finished{outcome, Safety::Unchanged, Error{code, args, u"first line\nsecond line"_qs}, 1500};
}

/// What planning says.
inline QList<EventBody> planned(const Plan& plan)
{
    return {PlanMade{plan}, ended(OutcomeKind::Differences, Safety::Unchanged)};
}

/// The swap's process died while it moved the traffic; blue still serves.
inline OpenDeployment openDeployment()
{
    OpenDeployment open;
    open.plan = swapPlan();
    open.verb = u"swap"_qs;
    open.person = u"mina@laptop"_qs;
    open.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    open.step = 0;
    open.died = true;
    open.serving = ServingSide::Blue;
    open.blueThere = {u"web-1"_qs};
    open.greenThere = {u"web-2"_qs};
    open.ways = {Way::RollBack, Way::Continue, Way::Adopt};
    return open;
}

inline QJsonObject document(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace snowmelt::sample
