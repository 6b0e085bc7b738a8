// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "tests/models/document/sample_events.h"

namespace snowmelt::sample {

/// A swap that has begun the step of this kind, each step before it having taken two seconds.
inline DeploymentState deploymentAt(StepKind kind)
{
    DeploymentState deployment;
    deployment.operation = QStringLiteral("d");
    deployment.verb = QStringLiteral("swap");
    deployment.plan = swapPlan(deployment.operation);
    deployment.startedAt = at(0);
    for (int i = 0; i < deployment.plan.steps.size(); ++i) {
        const StepKind one = deployment.plan.steps.at(i).kind;
        deployment.current = i;
        deployment.stepped.insert(i, {at(2 * i), {}});
        if (one == kind)
            break;
        deployment.stepped[i].to = at(2 * i + 2);
        deployment.done.insert(i, StepDone{i, one, 2000, {}});
    }
    return deployment;
}

inline Controlled told(Command command, std::optional<Error> refused = {})
{
    return {command, QStringLiteral("mina@laptop"), 0, std::move(refused)};
}

} // namespace snowmelt::sample
