// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "tests/ui/charts/traffic_sample.h"
#include "tests/ui/shell/window_test.h"

#include <QTabBar>

namespace snowmelt {

/// A window in which a deployment runs, begun some seconds ago.
class RunningStage : public WindowStage
{
public:
    static QByteArray twoGroups()
    {
        return goodText()
            .replace("serves: [web]", "serves: [web, api]")
            .replace("groups:\n",
                     "groups:\n  api: {image: shop@1.0.0, size: 2, port: 8081, health: {path: /healthz}}\n");
    }
    static Plan planOf(const OperationId& id, const QString& group)
    {
        Plan plan = sample::swapPlan(id);
        plan.group = group;
        plan.prices = {QStringLiteral("₩"), 103};
        for (PlannedNode& node : plan.blue) {
            node.image = sample::image("shop", "1.0.0");
            node.digest = Digest::ofBytes("shop@1.0.0");
        }
        return plan;
    }

    FleetDocument* document() const { return window->findChild<FleetDocument*>(); }

    /// Opened with both groups up, none selected.
    void openBoth()
    {
        write(twoGroups());
        FleetState fleet = sample::fleet();
        GroupState api = fleet.groups.first();
        api.name = QStringLiteral("api");
        api.nodes = {sample::node(QStringLiteral("api-1"), api.name, sample::image("shop", "1.0.0")),
                     sample::node(QStringLiteral("api-2"), api.name, sample::image("shop", "1.0.0"))};
        fleet.groups.append(api);
        openUp(fleet);
    }

    /// A swap of the group that has come to this step.
    OperationId begin(const QString& group, StepKind reached, int secondsAgo = 18)
    {
        const OperationId id =
            operations.start({document()->blueprint(), SwapIntent{group, sample::image("shop", "1.1.0")}});
        const Plan plan = planOf(id, group);
        sayAt(id, -secondsAgo, PlanMade{plan});
        sayAt(id, -secondsAgo, LeaseTaken{QStringLiteral("mina@laptop"), QDateTime::currentDateTimeUtc(), {}, {}, {}});
        for (int step = 0; step < plan.steps.size(); ++step) {
            const StepKind kind = plan.steps.at(step).kind;
            sayAt(id, 2 * step - secondsAgo, StepBegun{step, kind});
            if (kind == reached)
                break;
            sayAt(id, 2 * step + 2 - secondsAgo, StepDone{step, kind, 1900, {}});
        }
        document()->setSelection(group);
        return id;
    }
    /// A sample a second since it began, until now.
    void count(const OperationId& id, int secondsAgo = 18, int switchAt = 8)
    {
        const QDateTime from = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
        const QList<TrafficSample> samples = sample::traffic(secondsAgo + 1, switchAt, from);
        for (const TrafficSample& one : samples)
            Q_EMIT operations.event(Event{id, one.at, one.traffic});
    }
    void sayAt(const OperationId& id, int seconds, EventBody body)
    {
        Q_EMIT operations.event(Event{id, QDateTime::currentDateTimeUtc().addSecs(seconds), std::move(body)});
    }
    void drain(const OperationId& id)
    {
        operations.say(id, DrainSeen{{{QStringLiteral("web-1"), 3, 48, 1},
                                      {QStringLiteral("web-2"), 1, 12, 0},
                                      {QStringLiteral("web-3"), 0, 0, 0}},
                                     102});
    }
    void showTab(int tab) const
    {
        auto* tabs = find<QTabBar>("activityTabs");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    }
};

} // namespace snowmelt
