// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/chain_build.h"

#include "backend/execution/blocking.h"
#include "backend/image/build_inputs.h"
#include "backend/image/build_look.h"
#include "backend/image/candidate_layout.h"
#include "backend/image/failed_root.h"
#include "backend/image/image_store.h"
#include "backend/image/local_runner.h"
#include "backend/image/recipe_origin.h"
#include "backend/image/staging.h"

namespace snowmelt {

namespace {

/// What the lock says that `key` gives, where that is another image.
Digest promisedBy(const std::optional<Lock>& lock, const QString& key, const Digest& built)
{
    return lock && lock->from == key && lock->built != built ? lock->built : Digest();
}

/// For a log, where nothing comes of it.
QString toldOf(const Error& error)
{
    return error.args.join(u' ') + QStringLiteral(": ") + error.detail;
}

QStringList namesDue(const QList<ImageDue>& chain)
{
    QStringList names;
    for (const ImageDue& due : chain)
        if (!due.reasons.isEmpty())
            names.append(due.image.text());
    return names;
}

} // namespace

ChainBuild::ChainBuild(QString home, ImageBuilder::Emit emit, CallContext context, QString person)
    : m_home(std::move(home)), m_emit(std::move(emit)), m_context(context), m_person(std::move(person)),
      m_runner(std::make_shared<LocalRunner>(m_home))
{
}

QString ChainBuild::store() const
{
    return m_home + QStringLiteral("/images");
}

Task<ImageBuilder::Built> ChainBuild::run(QList<LoadedRecipe> chain, bool fromScratch)
{
    const auto begun = co_await begin(chain, fromScratch);
    if (!begun)
        co_return begun.as<ImageBuilder::Built>();
    auto built = co_await climb(chain, fromScratch);
    const auto settled = co_await settle(built.ok());
    const auto ended = co_await m_runner->end();
    const auto removed = co_await removeWork(m_work, m_emit);
    m_work.reset();
    // What is built is built: what could not be cleared away is found by the next build.
    for (const Result<Done>& cleared : {settled, ended, removed})
        if (cleared.failed())
            m_emit(LogLine{chain.last().ref.text(), toldOf(cleared.error())});
    co_return built;
}

/// Says why each tier is built, or is not, once it is this build's turn.
Task<Done> ChainBuild::begin(QList<LoadedRecipe> chain, bool fromScratch)
{
    auto foreseen = co_await foresee(chain, fromScratch);
    if (!foreseen)
        co_return foreseen.as<Done>();
    if (const QStringList images = namesDue(*foreseen); !images.isEmpty()) {
        const auto taken = co_await takeTurn(images);
        if (!taken)
            co_return taken;
        foreseen = co_await foresee(chain, fromScratch); // somebody may have built it meanwhile
        if (!foreseen)
            co_return foreseen.as<Done>();
    }
    for (const ImageDue& due : *foreseen)
        m_emit(due);
    co_return Done{};
}

Task<QList<ImageDue>> ChainBuild::foresee(QList<LoadedRecipe> chain, bool fromScratch)
{
    const std::function<Result<QList<ImageDue>>()> look = [store = store(), chain, fromScratch] {
        return foreseenBuild(store, chain, fromScratch);
    };
    const auto foreseen = co_await runBlocking<QList<ImageDue>>(look);
    co_return foreseen;
}

Task<Done> ChainBuild::takeTurn(QStringList images)
{
    auto turn = co_await awaitTurn(m_home, images, m_emit, m_context);
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
    m_chain.append(recipe.recipe);
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
    const BuildLook found = looked.take();
    if (!fromScratch && found.reasons.isEmpty()) {
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
    const QString inputs = renderInputs(inputsOf(recipe, m_top.record.digest, builderOf(recipe.recipe)));
    TierJob job{recipe, key,         inputs, m_home, m_runner, m_work->path(), static_cast<int>(m_built.size()),
                {},     m_inventory, m_emit};
    job.secrets = m_secrets;
    for (qsizetype i = 0; i < m_layers.size(); ++i)
        job.below.append({m_layers[i], m_folders[i]});
    auto built = co_await buildOrKeep(job);
    if (!built)
        co_return built.as<Done>();
    m_built.append(built.take());
    m_promised.append(promisedBy(recipe.lock, key, m_built.last().record.digest));
    BuildWitness told = *witnessed;
    told.packer = m_built.last().packer;
    told.artifacts = m_built.last().artifacts;
    told.host = m_runner->host();
    m_built.last().papers.insert(papersOfTier(recipe, m_built.last().record, told));
    const BuiltTier& tier = m_built.last();
    m_layers = tier.manifest.layers;
    m_inventory = tier.inventory;
    m_top = {tier.record, false};
    const TierPlace place{recipe.ref, m_work->path() + u'/' + QString::number(job.number), m_emit};
    const auto folder = co_await m_runner->adopt(place, m_layers.last().digest, m_context);
    if (!folder)
        co_return folder.as<Done>();
    m_folders.append(*folder);
    const auto tried = co_await tryOut();
    co_return tried;
}

Task<Done> ChainBuild::tryOut()
{
    if (!m_gate)
        co_return Done{};
    const QString layout = m_work->path() + QStringLiteral("/candidate-") + QString::number(m_built.size());
    const std::function<Result<Done>()> layOut = [layout, store = store(), built = m_built] {
        return layOutCandidate(layout, store, built);
    };
    const auto laidOut = co_await runBlocking<Done>(layOut);
    if (!laidOut)
        co_return laidOut;
    const TrialCandidate candidate{m_built.last().record, m_chain, layout};
    const auto tried = co_await m_gate->tryOut(m_work->path(), candidate, m_emit, m_context);
    if (!tried)
        co_return tried.as<Done>();
    m_built.last().record.serveMs = tried->serveMs;
    m_top.record.serveMs = tried->serveMs;
    if (tried->booted)
        m_emit(ImageTried{m_top.record, tried->tests});
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
    const std::function<Result<QString>()> keep =
        [root, work = QString(job.work + u'/' + QString::number(job.number))] { return root.keep(work); };
    const auto kept = co_await runBlocking<QString>(keep);
    Error error = built.error();
    if (!kept) // what went wrong first is what must be mended
        m_emit(LogLine{job.recipe.ref.text(), toldOf(kept.error())});
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
    const auto possible = co_await m_runner->canBuild(recipe, m_context);
    if (!possible)
        co_return possible;
    if (!m_work) {
        auto work = WorkFolder::make(m_home);
        if (!work)
            co_return work.as<Done>();
        m_work = std::make_shared<WorkFolder>(work.take());
        if (m_gate) {
            const auto opened = co_await m_gate->open(m_context);
            if (!opened)
                co_return opened;
        }
    }
    const auto unpacked = co_await unpackBelow(recipe.ref);
    if (!unpacked)
        co_return unpacked;
    const auto inventory = co_await inventoryBelow();
    if (!inventory)
        co_return inventory.as<Done>();
    m_inventory = *inventory;
    co_return Done{};
}

Task<Done> ChainBuild::unpackBelow(ImageRef image)
{
    if (m_folders.size() == m_layers.size())
        co_return Done{};
    QList<LayerSource> layers;
    for (const OciDescriptor& layer : m_layers)
        layers.append({layer.digest, oci::blobPath(store(), layer.digest)});
    const TierPlace place{image, m_work->path(), m_emit};
    const auto folders = co_await m_runner->provide(place, layers, m_context);
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

Task<Done> ChainBuild::settle(bool committed)
{
    if (!m_gate || !m_work)
        co_return Done{};
    const auto settled = co_await m_gate->settle(committed);
    co_return settled;
}

} // namespace snowmelt
