// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"

#include "backend/execution/blocking.h"
#include "backend/image/chain_build.h"
#include "backend/image/image_store.h"
#include "backend/image/lock_update.h"
#include "backend/image/proof_build.h"
#include "backend/image/staging.h"
#include "backend/image/trial_gate.h"
#include "backend/image/work_folder.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Who builds, where, and what for.
struct Workplace
{
    QString home;
    QString person;
    SecretSource secrets;
    std::shared_ptr<TrialGate> gate;
    std::shared_ptr<TierRunner> runner; ///< null: this machine
};

Task<QList<LoadedRecipe>> readRecipes(Blueprint blueprint, ImageRef image,
                                      Result<QList<LoadedRecipe>> (*read)(const Blueprint&, const ImageRef&))
{
    const std::function<Result<QList<LoadedRecipe>>()> load = [blueprint, image, read] {
        return read(blueprint, image);
    };
    const auto chain = co_await runBlocking<QList<LoadedRecipe>>(load);
    co_return chain;
}

Task<ImageBuilder::Built> buildImage(Workplace place, Blueprint blueprint, BuildOrder order, ImageBuilder::Emit emit,
                                     CallContext context)
{
    const auto chain = co_await readRecipes(blueprint, order.image, loadChain);
    if (!chain)
        co_return chain.as<ImageBuilder::Built>();
    ChainBuild building(place.home, emit, context, place.person);
    building.setSecrets(place.secrets);
    building.setGate(place.gate);
    if (place.runner)
        building.setRunner(place.runner);
    if (order.keepFailed)
        building.keepFailedRoot();
    auto built = co_await building.run(*chain, order.fromScratch);
    co_return built;
}

Task<bool> moveLocks(Workplace place, Blueprint blueprint, ImageRef image, bool write, ImageBuilder::Emit emit,
                     CallContext context)
{
    const auto chain = co_await readRecipes(blueprint, image, loadRecipes);
    if (!chain)
        co_return chain.as<bool>();
    LockUpdate update(place.home, emit, context, place.person);
    update.setGate(place.gate);
    update.setRunner(place.runner);
    const auto moved = co_await update.run(*chain, write);
    co_return moved;
}

Task<bool> proveImage(Workplace place, Blueprint blueprint, ImageRef image, ImageBuilder::Emit emit,
                      CallContext context)
{
    const auto chain = co_await readRecipes(blueprint, image, loadChain);
    if (!chain)
        co_return chain.as<bool>();
    ProofBuild proof(place.home, emit, context);
    proof.setSecrets(place.secrets);
    const auto same = co_await proof.run(*chain);
    co_return same;
}

Task<Done> sweepWork(QString home)
{
    const std::function<Result<Done>()> sweep = [home] { return WorkFolder::sweep(home); };
    const auto swept = co_await runBlocking<Done>(sweep);
    co_return swept;
}

/// A platform that does not answer keeps what its trials left, and no folder on this machine's disk.
Task<Done> sweepAll(QString home, Trials* trials, CallContext context)
{
    const auto folders = co_await sweepWork(home);
    if (!trials || !folders)
        co_return folders;
    const auto swept = co_await trials->sweep(context);
    co_return swept;
}

/// The records of a chain, lowest first: what is built, and whether it still is what the recipes say.
QList<ImageRecord> recordsOf(const QList<LoadedRecipe>& chain, const QList<StoredImage>& stored)
{
    QList<ImageRecord> records;
    Digest parent;
    bool parentCurrent = true;
    for (const LoadedRecipe& recipe : chain) {
        const auto found = std::find_if(stored.begin(), stored.end(), [&](const StoredImage& image) {
            return image.newest && image.record.ref == recipe.ref;
        });
        ImageRecord record = found == stored.end() ? ImageRecord{} : found->record;
        record.ref = recipe.ref;
        record.parent = recipe.recipe.parent;
        record.tier = recipe.recipe.tier;
        const bool isBuilt = found != stored.end();
        const bool current =
            isBuilt && parentCurrent && found->key == buildKey(recipe, parent, builderOf(recipe.recipe));
        record.stale = isBuilt && !current;
        parent = record.digest;
        parentCurrent = current;
        records.append(record);
    }
    return records;
}

} // namespace

ImageBuilder::ImageBuilder(QString home, QString person, Trials* trials)
    : m_home(std::move(home)), m_person(std::move(person)), m_trials(trials)
{
}

std::shared_ptr<TierRunner> ImageBuilder::ownRunner() const
{
    return m_makeRunner ? m_makeRunner() : nullptr;
}

std::shared_ptr<TrialGate> ImageBuilder::gateFor(const Blueprint& blueprint) const
{
    return m_trials ? m_trials->gateFor(blueprint) : nullptr;
}

Task<ImageBuilder::Built> ImageBuilder::build(Blueprint blueprint, BuildOrder order, Emit emit, CallContext context)
{
    const std::shared_ptr<TierRunner> runner = order.runner ? order.runner : ownRunner();
    return buildImage({m_home, m_person, m_secrets, gateFor(blueprint), runner}, blueprint, order, emit, context);
}

Task<bool> ImageBuilder::updateLocks(Blueprint blueprint, ImageRef image, bool write, Emit emit, CallContext context)
{
    return moveLocks({m_home, m_person, m_secrets, gateFor(blueprint), ownRunner()}, blueprint, image, write, emit,
                     context);
}

Task<bool> ImageBuilder::prove(Blueprint blueprint, ImageRef image, Emit emit, CallContext context)
{
    return proveImage({m_home, m_person, m_secrets, nullptr, nullptr}, blueprint, image, emit, context);
}

Result<QList<ImageRecord>> ImageBuilder::survey(const Blueprint& blueprint) const
{
    const auto stored = readIndex(m_home + QStringLiteral("/images"));
    if (!stored)
        return stored.as<QList<ImageRecord>>();
    QList<ImageRecord> records;
    for (const ImageSource& source : blueprint.images) {
        const auto chain = loadChain(blueprint, source.ref);
        if (!chain)
            return chain.as<QList<ImageRecord>>();
        records.append(recordsOf(*chain, *stored).last());
    }
    return records;
}

Task<Done> ImageBuilder::sweep(CallContext context)
{
    return sweepAll(m_home, m_trials, context);
}

Task<Done> ImageBuilder::sweepFolders()
{
    return sweepWork(m_home);
}

} // namespace snowmelt
