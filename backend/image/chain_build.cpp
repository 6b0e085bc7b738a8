// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/chain_build.h"

#include "backend/execution/blocking.h"
#include "backend/image/build_inputs.h"
#include "backend/image/build_look.h"
#include "backend/image/failed_root.h"
#include "backend/image/image_store.h"
#include "backend/image/layer_cache.h"
#include "backend/image/recipe_origin.h"
#include "backend/image/staging.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace snowmelt {

namespace {

/// Folders of all layers, in their order.
Result<QStringList> unpackAll(const LayerCache& cache, const QString& store, const QList<OciDescriptor>& layers,
                              const StopFlag& stop)
{
    QStringList folders;
    for (const OciDescriptor& layer : layers) {
        const auto folder = cache.provide(oci::blobPath(store, layer.digest), layer.digest, stop);
        if (!folder)
            return folder.as<QStringList>();
        folders.append(*folder);
    }
    return folders;
}

/// What the lock says that `key` gives, where that is another image.
Digest promisedBy(const std::optional<Lock>& lock, const QString& key, const Digest& built)
{
    return lock && lock->from == key && lock->built != built ? lock->built : Digest();
}

} // namespace

ChainBuild::ChainBuild(QString home, ImageBuilder::Emit emit, CallContext context, QString person)
    : m_home(std::move(home)), m_emit(std::move(emit)), m_context(context), m_person(std::move(person))
{
}

QString ChainBuild::store() const
{
    return m_home + QStringLiteral("/images");
}

Task<ImageBuilder::Built> ChainBuild::run(QList<LoadedRecipe> chain, bool fromScratch)
{
    const auto begun = co_await takeTurn(chain, fromScratch);
    if (!begun)
        co_return begun.as<ImageBuilder::Built>();
    auto built = co_await climb(chain, fromScratch);
    const auto removed = co_await removeWork();
    if (built && !removed)
        co_return removed.as<ImageBuilder::Built>();
    co_return built;
}

Task<Done> ChainBuild::takeTurn(QList<LoadedRecipe> chain, bool fromScratch)
{
    const std::function<Result<QStringList>()> look = [store = store(), chain, fromScratch] {
        return imagesDue(store, chain, fromScratch);
    };
    const auto due = co_await runBlocking<QStringList>(look);
    if (!due)
        co_return due.as<Done>();
    if (due->isEmpty())
        co_return Done{};
    auto turn = co_await awaitTurn(m_home, *due, m_emit, m_context);
    if (!turn)
        co_return turn.as<Done>();
    m_turn = turn.take();
    co_return Done{};
}

Task<ImageBuilder::Built> ChainBuild::climb(QList<LoadedRecipe> chain, bool fromScratch)
{
    for (const LoadedRecipe& recipe : chain) {
        const auto stepped = co_await step(recipe, fromScratch);
        if (!stepped)
            co_return stepped.as<ImageBuilder::Built>();
    }
    const auto committed = co_await commit();
    if (!committed)
        co_return committed.as<ImageBuilder::Built>();
    co_return ImageBuilder::Built(m_top); // a member alone would be moved out of here (GCC 12)
}

Task<Done> ChainBuild::step(LoadedRecipe recipe, bool fromScratch)
{
    const auto fits = lockFits(recipe);
    if (!fits)
        co_return fits;
    const Digest parent = m_top.record.digest;
    const std::function<Result<BuildLook>()> look = [store = store(), recipe, parent] {
        return lookForBuild(store, recipe, parent);
    };
    auto looked = co_await runBlocking<BuildLook>(look);
    if (!looked)
        co_return looked.as<Done>();
    BuildLook found = looked.take();
    if (fromScratch)
        found.reasons.prepend({Due::Asked, {}});
    m_emit(ImageDue{recipe.ref, found.reasons, found.expected.ms, found.expected.from});
    if (found.reasons.isEmpty()) {
        const auto reused = co_await reuse(found.image);
        co_return reused;
    }
    const auto made = co_await make(recipe, found.key);
    co_return made;
}

Task<Done> ChainBuild::reuse(StoredImage image)
{
    const std::function<Result<OciManifest>()> read = [store = store(), image] { return readManifest(store, image); };
    const auto manifest = co_await runBlocking<OciManifest>(read);
    if (!manifest)
        co_return manifest.as<Done>();
    m_layers = manifest->layers;
    m_folders.clear();
    m_inventory = {};
    m_top = {image.record, true};
    m_emit(ImageBuilt{image.record, true});
    co_return Done{};
}

Task<Done> ChainBuild::make(LoadedRecipe recipe, QString key)
{
    const auto prepared = co_await prepare(recipe);
    if (!prepared)
        co_return prepared;
    const auto witnessed = co_await witness(recipe);
    if (!witnessed)
        co_return witnessed.as<Done>();
    const QString inputs = renderInputs(inputsOf(recipe, m_top.record.digest, builderScript()));
    TierJob job{recipe, key, inputs, m_home, m_work->path(), static_cast<int>(m_built.size()), {}, m_inventory, m_emit};
    for (qsizetype i = 0; i < m_layers.size(); ++i)
        job.below.append({m_layers[i], m_folders[i]});
    auto built = co_await buildOrKeep(job);
    if (!built)
        co_return built.as<Done>();
    m_built.append(built.take());
    m_promised.append(promisedBy(recipe.lock, key, m_built.last().record.digest));
    m_built.last().papers.insert(papersOfTier(recipe, m_built.last().record, *witnessed));
    const BuiltTier& tier = m_built.last();
    m_layers = tier.manifest.layers;
    m_inventory = tier.inventory;
    m_top = {tier.record, false};
    const QString upper = m_work->path() + u'/' + QString::number(job.number) + QStringLiteral("/upper");
    const auto folder = LayerCache(m_home).adopt(upper, m_layers.last().digest);
    if (!folder)
        co_return folder.as<Done>();
    m_folders.append(*folder);
    co_return Done{};
}

Task<BuiltTier> ChainBuild::buildOrKeep(TierJob job)
{
    const FailedRoot root(m_home, job.recipe.ref);
    const std::function<Result<Done>()> forget = [root] { return root.forget(); };
    const auto forgotten = co_await runBlocking<Done>(forget);
    if (!forgotten)
        co_return forgotten.as<BuiltTier>();
    auto built = co_await buildTier(job, m_context);
    if (!m_keepsFailed || !built.failed() || built.error().code != ErrorCode::BuildCommandFailed)
        co_return built;
    const std::function<Result<QString>()> keep = [root, work = job.work + u'/' + QString::number(job.number)] {
        return root.keep(work);
    };
    const auto kept = co_await runBlocking<QString>(keep);
    Error error = built.error();
    if (!kept) // what went wrong first is what must be mended
        m_emit(LogLine{job.recipe.ref.text(), kept.error().args.join(u' ') + u": " + kept.error().detail});
    else if (!kept->isEmpty())
        error.args.append(*kept);
    co_return error;
}

Task<BuildWitness> ChainBuild::witness(LoadedRecipe recipe)
{
    const QDateTime startedAt = QDateTime::currentDateTimeUtc();
    const auto origin = co_await originOf(recipe.file, m_context);
    if (!origin)
        co_return origin.as<BuildWitness>();
    co_return BuildWitness{m_person, startedAt, m_top.record.digest, *origin};
}

Task<Done> ChainBuild::prepare(LoadedRecipe recipe)
{
    if (const auto possible = canBuild(recipe); !possible)
        co_return possible;
    if (!m_work) {
        auto work = WorkFolder::make(m_home);
        if (!work)
            co_return work.as<Done>();
        m_work = std::make_shared<WorkFolder>(work.take());
    }
    const auto unpacked = co_await unpackBelow();
    if (!unpacked)
        co_return unpacked;
    const auto inventory = co_await inventoryBelow();
    if (!inventory)
        co_return inventory.as<Done>();
    m_inventory = *inventory;
    co_return Done{};
}

Task<Done> ChainBuild::unpackBelow()
{
    if (m_folders.size() == m_layers.size())
        co_return Done{};
    const std::function<Result<QStringList>(StopFlag)> unpack = [cache = LayerCache(m_home), store = store(),
                                                                 layers = m_layers](const StopFlag& stop) {
        return unpackAll(cache, store, layers, stop);
    };
    const auto folders = co_await runStoppable<QStringList>(unpack, m_context);
    if (!folders)
        co_return folders.as<Done>();
    m_folders = *folders;
    co_return Done{};
}

Task<Inventory> ChainBuild::inventoryBelow()
{
    if (m_layers.isEmpty() || !m_inventory.digest.isNull())
        co_return Inventory(m_inventory); // a member alone would be moved out of here (GCC 12)
    const std::function<Result<Inventory>()> read = [store = ImageStore(store()), digest = m_top.record.digest] {
        return store.inventory(digest);
    };
    const auto inventory = co_await runBlocking<Inventory>(read);
    co_return inventory;
}

Task<Done> ChainBuild::commit()
{
    if (m_built.isEmpty())
        co_return Done{};
    if (m_context.cancel.isCancelled())
        co_return Cancelled{};
    const std::function<Result<Done>()> write = [store = store(), tiers = m_built] {
        return commitTiers(store, tiers);
    };
    const auto committed = co_await runBlocking<Done>(write);
    if (!committed)
        co_return committed;
    for (qsizetype i = 0; i < m_built.size(); ++i)
        m_emit(ImageBuilt{m_built[i].record, false, m_promised[i]});
    co_return Done{};
}

Task<Done> ChainBuild::removeWork()
{
    if (!m_work)
        co_return Done{};
    m_emit(Progress{Phase::CleaningUp, {}, 0, 0});
    const std::function<Result<Done>()> remove = [work = m_work] { return work->remove(); };
    const auto removed = co_await runBlocking<Done>(remove);
    m_work.reset();
    co_return removed;
}

} // namespace snowmelt
