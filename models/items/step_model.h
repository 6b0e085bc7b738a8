// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

struct DeploymentState;

/// StateRole of a step.
enum class StepState { NotBegun, Running, Done, Failed, CutShort };

/// Steps of a plan, and how far a deployment has come with them. Columns: step, time.
/// Roles: StateRole; DetailRole is the reason it waits or failed, or (before a deployment) its exact commands, and then
/// WarningRole says where the way back ends.
class StepModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    explicit StepModel(QObject* parent = nullptr);
    void showPlan(const Plan& plan);
    void showDeployment(const DeploymentState& deployment);
};

} // namespace snowmelt
