// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/keyed_tree_model.h"

namespace snowmelt {

struct DeploymentState;

/// StateRole of a step.
enum class StepState { NotBegun, Running, Paused, Done, Failed, CutShort };

/// The steps of a deployment and how far it has come with them. Columns: step, time.
/// Roles: StateRole; DetailRole is the reason it waits or failed. While readings stand above them (what is drained,
/// where the gates are), the steps that are done share one row.
class StepModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    explicit StepModel(QObject* parent = nullptr);
    void showDeployment(const DeploymentState& deployment);
};

} // namespace snowmelt
