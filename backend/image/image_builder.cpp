// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"

#include "backend/execution/blocking.h"
#include "backend/image/chain_build.h"
#include "backend/image/image_store.h"
#include "backend/image/lock_update.h"
#include "backend/image/proof_build.h"
#include "backend/image/staging.h"

#include <algorithm>

namespace snowmelt {

namespace {

Task<ImageBuilder::Built> buildImage(QString home, QString person, Blueprint blueprint, ImageRef image,
                                     bool fromScratch, ImageBuilder::Emit emit, CallContext context, bool keepFailed)
{
    const std::function<Result<QList<LoadedRecipe>>()> load = [blueprint, image] {
        return loadChain(blueprint, image);
    };
    const auto chain = co_await runBlocking<QList<LoadedRecipe>>(load);
    if (!chain)
        co_return chain.as<ImageBuilder::Built>();
    ChainBuild building(home, emit, context, person);
    if (keepFailed)
        building.keepFailedRoot();
    auto built = co_await building.run(*chain, fromScratch);
    co_return built;
}

Task<bool> moveLocks(QString home, QString person, Blueprint blueprint, ImageRef image, bool write,
                     ImageBuilder::Emit emit, CallContext context)
{
    const std::function<Result<QList<LoadedRecipe>>()> load = [blueprint, image] {
        return loadRecipes(blueprint, image);
    };
    const auto chain = co_await runBlocking<QList<LoadedRecipe>>(load);
    if (!chain)
        co_return chain.as<bool>();
    LockUpdate update(home, emit, context, person);
    const auto moved = co_await update.run(*chain, write);
    co_return moved;
}

Task<bool> proveImage(QString home, Blueprint blueprint, ImageRef image, ImageBuilder::Emit emit, CallContext context)
{
    const std::function<Result<QList<LoadedRecipe>>()> load = [blueprint, image] {
        return loadChain(blueprint, image);
    };
    const auto chain = co_await runBlocking<QList<LoadedRecipe>>(load);
    if (!chain)
        co_return chain.as<bool>();
    ProofBuild proof(home, emit, context);
    const auto same = co_await proof.run(*chain);
    co_return same;
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
        const bool current = isBuilt && parentCurrent && found->key == buildKey(recipe, parent, builderScript());
        record.stale = isBuilt && !current;
        parent = record.digest;
        parentCurrent = current;
        records.append(record);
    }
    return records;
}

} // namespace

ImageBuilder::ImageBuilder(QString home, QString person) : m_home(std::move(home)), m_person(std::move(person)) {}

Task<ImageBuilder::Built> ImageBuilder::build(Blueprint blueprint, ImageRef image, bool fromScratch, Emit emit,
                                              CallContext context, bool keepFailed)
{
    return buildImage(m_home, m_person, blueprint, image, fromScratch, emit, context, keepFailed);
}

Task<bool> ImageBuilder::updateLocks(Blueprint blueprint, ImageRef image, bool write, Emit emit, CallContext context)
{
    return moveLocks(m_home, m_person, blueprint, image, write, emit, context);
}

Task<bool> ImageBuilder::prove(Blueprint blueprint, ImageRef image, Emit emit, CallContext context)
{
    return proveImage(m_home, blueprint, image, emit, context);
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

Task<Done> ImageBuilder::sweep()
{
    return runBlocking<Done>([home = m_home] { return WorkFolder::sweep(home); });
}

} // namespace snowmelt
