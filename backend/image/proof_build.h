// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/build_queue.h"
#include "backend/image/tier_build.h"
#include "backend/image/work_folder.h"

namespace snowmelt {

/// One proof: builds each tier of a chain twice from zero on the same parent, the second time elsewhere (elsewhere.h),
/// and compares the two. Nothing of it enters the store or the cache of layers.
class ProofBuild
{
public:
    ProofBuild(QString home, ImageBuilder::Emit emit, CallContext context);
    void setSecrets(SecretSource secrets) { m_secrets = std::move(secrets); }

    /// Outlive it. Whether each tier came out as the same bytes; emits ImageProved for each, lowest first.
    Task<bool> run(QList<LoadedRecipe> chain);

private:
    Task<bool> climb(QList<LoadedRecipe> chain);
    Task<bool> prove(LoadedRecipe recipe);
    Task<BuiltTier> build(LoadedRecipe recipe, std::optional<qint64> elsewhere);
    Task<Done> stepOn(BuiltTier first);
    Task<Done> removeSecond();
    QString secondFolder() const;

    QString m_home;
    ImageBuilder::Emit m_emit;
    CallContext m_context;
    std::shared_ptr<BuildTurn> m_turn;
    std::shared_ptr<TierRunner> m_runner;
    SecretSource m_secrets;
    std::shared_ptr<WorkFolder> m_work;
    // The image reached so far, lowest layer first: as it was left by its first build, and as another host would unpack
    // it.
    QList<UnpackedLayer> m_below;
    QList<UnpackedLayer> m_belowElsewhere;
    Inventory m_inventory;
};

} // namespace snowmelt
