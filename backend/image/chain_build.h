// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/build_queue.h"
#include "backend/image/tier_build.h"
#include "backend/image/tier_papers.h"
#include "backend/image/trial_gate.h"
#include "backend/image/work_folder.h"

#include <QStringList>

namespace snowmelt {

/// One run of the builder: goes up a chain of recipes, reuses what is current, builds the rest, and commits all of it
/// at the end, or nothing.
class ChainBuild
{
public:
    /// `person`: who builds; empty: not known.
    ChainBuild(QString home, ImageBuilder::Emit emit, CallContext context, QString person = {});

    /// Where tiers are built; this machine unless told.
    void setRunner(std::shared_ptr<TierRunner> runner) { m_runner = std::move(runner); }
    /// The root of a tier whose command fails stays: failed_root.h.
    void keepFailedRoot() { m_keepsFailed = true; }
    /// What each tier that is built passes before any of them becomes a version; null: nothing.
    void setGate(std::shared_ptr<TrialGate> gate) { m_gate = std::move(gate); }
    void setSecrets(SecretSource secrets) { m_secrets = std::move(secrets); }
    /// Outlive it. `fromScratch` reuses nothing.
    Task<ImageBuilder::Built> run(QList<LoadedRecipe> chain, bool fromScratch);

private:
    Task<Done> begin(QList<LoadedRecipe> chain, bool fromScratch);
    Task<QList<ImageDue>> foresee(QList<LoadedRecipe> chain, bool fromScratch);
    Task<Done> takeTurn(QStringList images);
    Task<ImageBuilder::Built> climb(QList<LoadedRecipe> chain, bool fromScratch);
    Task<Done> step(LoadedRecipe recipe, bool fromScratch);
    Task<Done> reuse(StoredImage image);
    Task<Done> make(LoadedRecipe recipe, QString key);
    Task<BuiltTier> buildOrKeep(TierJob job);
    Task<BuildWitness> witness(LoadedRecipe recipe);
    Task<Done> prepare(LoadedRecipe recipe);
    Task<Done> unpackBelow(ImageRef image);
    Task<Inventory> inventoryBelow();
    Task<Done> tryOut();
    Task<Done> commit();
    Task<Done> settle(bool committed);
    QString store() const;

    QString m_home;
    ImageBuilder::Emit m_emit;
    CallContext m_context;
    bool m_keepsFailed = false;
    SecretSource m_secrets;
    QString m_person;
    std::shared_ptr<BuildTurn> m_turn; ///< taken when something has to be built
    std::shared_ptr<TrialGate> m_gate;
    QList<Recipe> m_chain; ///< up to the image reached so far
    std::shared_ptr<TierRunner> m_runner;
    std::shared_ptr<WorkFolder> m_work; ///< made when the first tier has to be built

    // The image reached so far.
    ImageBuilder::Built m_top;
    QList<OciDescriptor> m_layers; ///< lowest first
    Inventory m_inventory;         ///< null digest: still in the store

    QStringList m_folders; ///< of the layers, unpacked; empty: not yet
    QList<BuiltTier> m_built;
    QList<Digest> m_promised; ///< as ImageBuilt::locked has it, one for each of them
};

} // namespace snowmelt
