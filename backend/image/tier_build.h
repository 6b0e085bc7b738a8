// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/image/image_builder.h"
#include "backend/image/layer_packer.h"
#include "backend/image/packer/packer_secrets.h"
#include "backend/image/recipe_chain.h"
#include "backend/image/store_writer.h"
#include "backend/image/tier_runner.h"

#include <optional>

namespace snowmelt {

/// A layer of the parent, unpacked.
struct UnpackedLayer
{
    OciDescriptor descriptor;
    QString folder; ///< as the runner's machine names it
};

/// All that building one tier needs.
struct TierJob
{
    LoadedRecipe recipe;
    QString key;
    QString inputs; ///< renderInputs()
    QString home;
    std::shared_ptr<TierRunner> runner;
    QString work;               ///< work folder of the operation
    int number = 0;             ///< of this tier in the operation
    QList<UnpackedLayer> below; ///< lowest first
    Inventory parent;           ///< null for the OS tier
    ImageBuilder::Emit emit;
    SecretSource secrets{};
    std::optional<qint64> elsewhere =
        {}; ///< built where all is otherwise that must not matter; about the layer's bytes
};

/// Whether this machine has what building the recipe takes: BuildNeedsRoot, ToolMissing.
Result<Done> canBuild(const LoadedRecipe& recipe);

/// Builds one tier in WORK/NUMBER: by its runner or, where its recipe says so, by Packer on this machine.
Task<BuiltTier> buildTier(TierJob job, CallContext context);

/// The tier whose layer was packed into `layerFile`.
BuiltTier describeBuilt(const TierJob& job, const PackedLayer& packed, const QString& layerFile, Inventory inventory);

/// runBlocking() for work that looks at a flag: the flag is set at cancel and at the deadline.
template <typename T>
Task<T> runStoppable(std::function<Result<T>(StopFlag)> work, CallContext context);

} // namespace snowmelt

#include "backend/image/stoppable_impl.h"
