// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/event_json.h"
#include "tests/models/document/sample_events.h"

namespace snowmelt::past {

/// Deployments that were left open or are over, as values.

inline const QString swapId = QStringLiteral("6f1d2c3b-swap");

inline Plan plan(const QString& group = QStringLiteral("web"))
{
    Plan plan = sample::swapPlan(QString(swapId + u'-' + group));
    plan.group = group;
    for (QList<PlannedNode>* side : {&plan.blue, &plan.green}) {
        for (PlannedNode& node : *side) {
            node.name.replace(QStringLiteral("web"), group);
            node.image = side == &plan.blue ? plan.from : plan.to;
            node.digest = Digest::ofBytes(node.image.text().toUtf8());
        }
    }
    return plan;
}

inline FleetState bothSides(const QString& group, bool greenServes)
{
    const Plan swap = plan(group);
    FleetState fleet = sample::fleet();
    GroupState& web = fleet.groups[0];
    web.name = group;
    web.nodes.clear();
    for (const QList<PlannedNode>& side : {swap.blue, swap.green}) {
        const bool green = side == swap.green;
        for (const PlannedNode& planned : side) {
            NodeState node = sample::node(planned.name, group, planned.image);
            node.share = green == greenServes ? 1.0 / 3 : 0;
            node.health = green == greenServes ? Health::Healthy : Health::Draining;
            node.slot = planned.slot;
            web.nodes.append(node);
        }
    }
    return fleet;
}

/// Its process died while blue drained: green serves, blue stands.
inline OpenDeployment died(const QString& group = QStringLiteral("web"))
{
    OpenDeployment open;
    open.plan = plan(group);
    open.verb = QStringLiteral("swap");
    open.person = QStringLiteral("mina@laptop");
    open.startedAt = QDateTime::currentDateTimeUtc().addSecs(-14 * 60);
    open.step = 4;
    open.died = true;
    return judged(open, bothSides(group, true));
}

/// It ended with both sides standing, past the point of no return: no way back.
inline OpenDeployment ended(const QString& group)
{
    OpenDeployment open = died(group);
    open.person = QStringLiteral("joon@desk");
    open.died = false;
    open.step = 6;
    open.error = Error{ErrorCode::BalancerSocketGone, {QStringLiteral("edge")}, {}};
    return judged(open, bothSides(group, true));
}

inline QList<HistoryEntry> history()
{
    const auto entry = [](const QString& id, const char* verb, const char* subject, const char* person, int at,
                          int took, const char* outcome) {
        return HistoryEntry{id,
                            QString::fromLatin1(verb),
                            QStringLiteral("shop"),
                            QString::fromUtf8(subject),
                            QString::fromLatin1(person),
                            sample::at(at),
                            took < 0 ? QDateTime() : sample::at(at + took),
                            QString::fromLatin1(outcome)};
    };
    return {entry(QStringLiteral("e6"), "swap", "web → shop@1.1.0", "mina@laptop", 9000, -1, ""),
            entry(swapId, "swap", "web → shop@1.1.0", "mina@laptop", 7000, 96, "done"),
            entry(QStringLiteral("e4"), "swap", "web → shop@1.1.0", "joon@desk", 5000, 74, "failed"),
            entry(QStringLiteral("e3"), "rebirth", "web-2", "joon@desk", 4000, 61, "cancelled"),
            entry(QStringLiteral("e2"), "scan", "", "mina@laptop", 3000, 4, "differences"),
            entry(QStringLiteral("e1"), "up", "", "mina@laptop", 1000, 131, "done")};
}

inline TrafficCounted traffic()
{
    TrafficCounted counted;
    counted.requests = 11'862;
    counted.blue = {5'204, 0, 0, 2, 9, 96, 0, 7, 14};
    counted.green = {6'658, 0, 118, 12, 8, 61, 0, 6, 12};
    return counted;
}

inline Event event(int second, EventBody body)
{
    return {swapId, sample::at(7000 + second), std::move(body)};
}

/// What the journal has of a swap that went well; two people told it something.
inline QList<Event> swapEvents()
{
    const Plan swap = plan();
    FleetState before = sample::fleet();
    before.observedAt = sample::at(7000);
    Controlled paused;
    paused.command = Command::Pause;
    paused.person = QStringLiteral("joon@desk");
    Controlled refused = paused;
    refused.command = Command::RollBack;
    refused.refused = Error{
        ErrorCode::NotNow, {QStringLiteral("rollback"), QStringLiteral("web"), QStringLiteral("pastNoReturn")}, {}};
    QList<Event> events{
        event(0, Started{QStringLiteral("swap"), QStringLiteral("shop"), QStringLiteral("web → shop@1.1.0")}),
        event(1, FleetObserved{before}),
        event(1, PlanMade{swap}),
        event(1, WarningsAccepted{{QStringLiteral("driftLost")}, QStringLiteral("mina@laptop")}),
    };
    const QList<int> begins{2, 3, 8, 20, 21, 30, 90, 92};
    const QList<int> ends{3, 8, 20, 21, 30, 90, 92, 95};
    for (int i = 0; i < swap.steps.size(); ++i) {
        const StepKind kind = swap.steps.at(i).kind;
        events << event(begins.at(i), StepBegun{i, kind});
        if (kind == StepKind::DrainBlue)
            events << event(25, paused) << event(26, traffic());
        if (kind == StepKind::Bake)
            events << event(60, traffic());
        if (kind == StepKind::DestroyBlue)
            events << event(93, refused);
        const qint64 ms = kind == StepKind::MoveTraffic ? 41 : (ends.at(i) - begins.at(i)) * 1000;
        events << event(ends.at(i), StepDone{i, kind, ms, {QStringLiteral("web: 3 of 3 as planned")}});
    }
    events << event(96, Finished{OutcomeKind::Done, Safety::AsWanted, {}, 96'000});
    return events;
}

/// A green that never became healthy: the traffic stayed with blue.
inline QList<Event> failedEvents()
{
    const Error error{ErrorCode::NeverHealthy,
                      {QStringLiteral("web-5"), QStringLiteral("60"), QStringLiteral("503")},
                      QStringLiteral("GET /healthz: 503 database: password authentication failed")};
    QList<Event> events = swapEvents().mid(0, 9);
    events << event(68, StepFailed{2, StepKind::AwaitHealthy, error})
           << event(68, RollingBack{2, QStringLiteral("failed")})
           << event(74, Finished{OutcomeKind::Failed, Safety::BlueServes, error, 74'000});
    return events;
}

inline DeploymentReport report(const QList<Event>& events = swapEvents())
{
    return reportOf(history().at(1), events);
}

inline QList<Orphan> orphans()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {{OrphanKind::Node, QStringLiteral("web-5"), QStringLiteral("web"), swapId, sample::image("shop", "1.1.0"),
             now.addSecs(-7200), QStringLiteral("noTraffic")},
            {OrphanKind::Node,
             QStringLiteral("api-2"),
             QStringLiteral("api"),
             {},
             sample::image("shop", "1.0.0"),
             now.addDays(-3),
             QStringLiteral("partGone")},
            {OrphanKind::Volume, QStringLiteral("shop-cache-data"), {}, {}, {}, {}, QStringLiteral("partGone")}};
}

} // namespace snowmelt::past
