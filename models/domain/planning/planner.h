// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"
#include "models/domain/image_record.h"
#include "models/domain/intent.h"
#include "models/domain/planning/balancer_truth.h"
#include "models/domain/planning/headroom.h"
#include "models/domain/planning/plan.h"
#include "models/domain/result.h"

namespace snowmelt {

/// What the planner may look at. Values only.
struct PlanInput
{
    Blueprint blueprint;
    FleetState fleet;
    ImageRecord image;                 ///< the target; digest null: not built
    QMap<QString, QString> slotsInUse; ///< slot → node, from the balancer
    int slotsPerSide = 0;
    QString deployment;
    QMap<StepKind, qint64> typicalMs{};   ///< how long steps took the last times
    std::optional<BalancerTruth> truth{}; ///< nothing: not looked at, and not judged
    std::optional<Headroom> headroom{};   ///< nothing: not looked at, and not judged
    bool imageThere = false;              ///< the platform has the target image already
    int addressesFree = -1;               ///< for nodes to come; -1: not known
    QStringList portsTaken{};             ///< "127.77.4.14:8080": what green would publish and somebody has
    /// Schema windows of the target and of what the group runs, by digest; nothing: not looked at, and not judged.
    std::optional<QHash<Digest, SchemaWindow>> schemas{};
    QString openDeployment{}; ///< another one of this group without an end, in words: "web → shop@1.1.0"
};

/// Blue-green swap of a whole group. Errors: GroupUnknown, BalancerMissing, FleetNotUp, AlreadyRunsImage, NoFreeSlot.
Result<Plan> planSwap(const PlanInput& input, const QString& group, const ImageRef& to, int bakeSeconds,
                      const DeployOptions& options = {});
/// Replace one node by a fresh one of the same image: the same steps, one node wide. Of a round: its first batch, as
/// wide as round, slots and serving nodes allow, one node at least; the rest is in Plan::toFollow. The nodes of a batch
/// run one image. Errors as above, and NodeUnknown {node}, Unsupported {"rebirth", nodes} of what is no node of one
/// group.
Result<Plan> planRebirth(const PlanInput& input, const QString& node, const DeployOptions& options = {},
                         const RebirthRound& round = {}, const QStringList& rebornBefore = {});

} // namespace snowmelt
