// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "tests/models/document/sample_events.h"

namespace snowmelt::sample {

/// The sample swap with all that a planner knows: undo, capacity, earlier times, prices, and the dozen checks.
inline Plan rehearsalPlan()
{
    Plan plan = swapPlan(QStringLiteral("p"));
    const QList<int> nodes{3, 6, 6, 6, 6, 6, 6, 3};
    const QList<qint64> times{300, 9'400, 3'100, 420, 6'800, 0, 600, 2'300};
    for (int i = 0; i < plan.steps.size(); ++i) {
        plan.steps[i].nodes = nodes.at(i);
        plan.steps[i].serving = 3;
        plan.steps[i].typicalMs = times.at(i);
    }
    plan.steps[1].commands = QStringList{QStringLiteral("podman create --name shop-web-4 localhost/shop:1.1.0"),
                                         QStringLiteral("podman start shop-web-4"),
                                         QStringLiteral("set server web/b1 addr {web-4} port 8080")};
    plan.steps[1].undo = QStringList{QStringLiteral("podman rm --force shop-web-4 shop-web-5 shop-web-6")};
    plan.steps[3].commands =
        QStringList{QStringLiteral("set server web/b1 state ready"), QStringLiteral("set server web/b2 state ready"),
                    QStringLiteral("set server web/b3 state ready"), QStringLiteral("write /etc/haproxy/haproxy.cfg"),
                    QStringLiteral("set server web/a1 state drain"), QStringLiteral("set server web/a2 state drain"),
                    QStringLiteral("set server web/a3 state drain")};
    plan.steps[3].undo =
        QStringList{QStringLiteral("set server web/a1 state ready"), QStringLiteral("set server web/a2 state ready"),
                    QStringLiteral("set server web/a3 state ready"), QStringLiteral("write /etc/haproxy/haproxy.cfg"),
                    QStringLiteral("set server web/b1 state drain")};
    plan.gates.latencyFactor = 1.5;
    plan.prices = Prices{QStringLiteral("₩"), 120};
    const auto pass = [&plan](const char* code, const QStringList& args) {
        plan.checks.append({QString::fromLatin1(code), Verdict::Pass, args});
    };
    pass("balancerAnswers", {QStringLiteral("edge"), QStringLiteral("2.6.12")});
    pass("healthyNow", {QStringLiteral("3"), QStringLiteral("3")});
    pass("sameImage", {});
    return plan;
}

inline PlanCheck drifted(const QString& node, int count)
{
    return {QStringLiteral("driftLost"), Verdict::Warn, {node, QString::number(count)}};
}

inline Plan blockedPlan()
{
    Plan plan = rehearsalPlan();
    plan.checks.append({QStringLiteral("imageNotBuilt"), Verdict::Block, {QStringLiteral("shop@1.1.0")}});
    return plan;
}

inline Plan rebirthPlan()
{
    Plan plan = rehearsalPlan();
    plan.strategy = Strategy::Rebirth;
    plan.to = plan.from;
    plan.toDigest = Digest::ofBytes("shop@1.0.0");
    plan.bakeSeconds = 0;
    plan.blue = {{QStringLiteral("web-2"), QStringLiteral("a2")}};
    plan.green = {{QStringLiteral("web-4"), QStringLiteral("b1")}};
    plan.steps.removeIf([](const Step& step) { return step.kind == StepKind::Bake; });
    for (Step& step : plan.steps)
        step.nodes = step.nodes == 6 ? 4 : 3;
    return plan;
}

} // namespace snowmelt::sample
