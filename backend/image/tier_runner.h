// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/image/image_builder.h"
#include "backend/image/layer_packer.h"
#include "backend/image/oci.h"
#include "backend/image/recipe_chain.h"

#include <optional>

namespace snowmelt {

/// What is touched while building carries this time (2023-01-01), in seconds since 1970. Older than any build, so that
/// no file is from the future on any machine; packages' own files keep the time they have in their package.
inline constexpr qint64 timeOfBuilding = 1672531200;

/// A tier on its way: what a runner is asked about.
struct TierPlace
{
    ImageRef image;
    QString work; ///< the tier's work folder on this machine: WORK/in and the script are there when it runs
    ImageBuilder::Emit emit;
};

/// A layer as the store has it.
struct LayerSource
{
    Digest digest;
    QString file;
};

/// How the script of a tier is to run.
struct TierScript
{
    QByteArray mark; ///< its third argument
    std::function<void(const QByteArray& line)> onLine;
    std::optional<qint64> elsewhere{}; ///< where all is otherwise that must not matter; about the layer's bytes
};

/// The machine on which tiers are built: this one or a build host. One for each run of the builder, which asks one
/// thing at a time; for the tiers of one run in their order: run(), pack(), adopt().
class TierRunner
{
public:
    virtual ~TierRunner() = default;

    /// The build host, as a person named it; empty: this machine.
    virtual QString host() const = 0;
    /// Where it works, for errors.
    virtual QString folder() const = 0;

    /// Whether it has what building the recipe takes. BuildNeedsRoot, ToolMissing; HostToolMissing, HostCannotBuild.
    virtual Task<Done> canBuild(LoadedRecipe recipe, CallContext context) = 0;
    /// The folders of these layers, unpacked for an overlay mount, as that machine names them.
    virtual Task<QStringList> provide(TierPlace place, QList<LayerSource> layers, CallContext context) = 0;
    /// Runs WORK/tier.sh and says how it ended. What it recorded is then in WORK/facts.
    virtual Task<int> run(TierPlace place, TierScript script, CallContext context) = 0;
    /// Writes the layer of what it left as WORK/layer.tar.
    virtual Task<PackedLayer> pack(TierPlace place, CallContext context) = 0;
    /// Keeps what was just packed as `digest` for tiers above; its folder, as that machine names it.
    virtual Task<QString> adopt(TierPlace place, Digest digest, CallContext context) = 0;
    /// The run is over, however it ended: nothing of it stays there but caches. Bounded, not cancelled.
    virtual Task<Done> end() = 0;
};

} // namespace snowmelt
