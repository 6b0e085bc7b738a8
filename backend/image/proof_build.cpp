// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/proof_build.h"

#include "backend/execution/blocking.h"
#include "backend/image/layer_comparison.h"
#include "backend/image/layer_travel.h"
#include "backend/image/layer_unpacker.h"
#include "backend/image/local_runner.h"
#include "backend/image/root_folder.h"
#include "backend/image/staging.h"

#include <QFile>

namespace snowmelt {

namespace {

constexpr int stepsOfBuild = 5; // as buildTier() counts them

/// The steps of one of the two builds as steps of both.
ImageBuilder::Emit countedAs(const ImageBuilder::Emit& emit, int begun)
{
    return [emit, begun](EventBody body) {
        if (auto* progress = std::get_if<Progress>(&body)) {
            progress->done += begun;
            progress->total = 2 * stepsOfBuild;
        }
        emit(std::move(body));
    };
}

ImageDifference wholeDiffers(const QByteArray& key, const Digest& was, const Digest& is)
{
    return {ImagePart::File, ImageChange::Changed, key, was.text(), is.text()};
}

/// What a build says besides its layer follows from the layer; should it not, that is a difference too.
Result<QList<ImageDifference>> compareTiers(const BuiltTier& first, const BuiltTier& second, const StopFlag& stop)
{
    const Digest was = first.manifest.layers.last().digest;
    const Digest is = second.manifest.layers.last().digest;
    if (was == is && first.manifest == second.manifest)
        return QList<ImageDifference>{};
    if (was == is)
        return QList<ImageDifference>{wholeDiffers("manifest", Digest::ofBytes(oci::render(first.manifest)),
                                                   Digest::ofBytes(oci::render(second.manifest)))};
    const auto before = readMembers(first.layerFile, stop);
    if (!before)
        return before.as<QList<ImageDifference>>();
    const auto after = readMembers(second.layerFile, stop);
    if (!after)
        return after.as<QList<ImageDifference>>();
    QList<ImageDifference> differences = compareMembers(*before, *after);
    if (differences.isEmpty())
        differences.append(wholeDiffers("layer.tar", was, is));
    return differences;
}

/// As a folder, and beside it as an archive for a user namespace; elsewhere.sh takes one of them.
Result<Done> unpackElsewhere(const QString& file, const Digest& digest, const QString& folder, const StopFlag& stop)
{
    const auto written =
        writeForTravel(file, digest, layer::usersOpaqueAttribute, folder + QStringLiteral(".tar"), stop);
    if (!written)
        return written.as<Done>();
    return unpackLayer(file, digest, QFile::encodeName(folder), stop);
}

} // namespace

ProofBuild::ProofBuild(QString home, ImageBuilder::Emit emit, CallContext context)
    : m_home(std::move(home)), m_emit(std::move(emit)), m_context(context),
      m_runner(std::make_shared<LocalRunner>(m_home))
{
}

QString ProofBuild::secondFolder() const
{
    return m_work->path() + QStringLiteral("/elsewhere");
}

Task<bool> ProofBuild::run(QList<LoadedRecipe> chain)
{
    const QStringList nothingKept;
    auto turn = co_await awaitTurn(m_home, nothingKept, m_emit, m_context);
    if (!turn)
        co_return turn.as<bool>();
    m_turn = turn.take();
    auto same = co_await climb(chain);
    const auto removed = co_await removeWork(m_work, m_emit);
    m_work.reset();
    if (same && !removed)
        co_return removed.as<bool>();
    co_return same;
}

Task<bool> ProofBuild::climb(QList<LoadedRecipe> chain)
{
    for (const LoadedRecipe& recipe : chain) {
        if (const auto possible = canBuild(recipe); !possible)
            co_return possible.as<bool>();
        if (const auto fits = lockFits(recipe); !fits)
            co_return fits.as<bool>();
    }
    auto work = WorkFolder::make(m_home);
    if (!work)
        co_return work.as<bool>();
    m_work = std::make_shared<WorkFolder>(work.take());
    bool all = true;
    for (const LoadedRecipe& recipe : chain) {
        const auto same = co_await prove(recipe);
        if (!same)
            co_return same;
        all = all && *same;
    }
    co_return all;
}

Task<bool> ProofBuild::prove(LoadedRecipe recipe)
{
    const std::optional<qint64> here;
    const auto first = co_await build(recipe, here);
    if (!first)
        co_return first.as<bool>();
    const auto second = co_await build(recipe, first->record.ownSize);
    if (!second)
        co_return second.as<bool>();
    const std::function<Result<QList<ImageDifference>>(StopFlag)> compare =
        [one = *first, other = *second](const StopFlag& stop) { return compareTiers(one, other, stop); };
    const auto differences = co_await runStoppable<QList<ImageDifference>>(compare, m_context);
    if (!differences)
        co_return differences.as<bool>();
    m_emit(ImageProved{first->record, *differences});
    const auto removed = co_await removeSecond();
    if (!removed)
        co_return removed.as<bool>();
    const auto stepped = co_await stepOn(*first);
    if (!stepped)
        co_return stepped.as<bool>();
    co_return differences->isEmpty();
}

Task<Done> ProofBuild::stepOn(BuiltTier first)
{
    const OciDescriptor layer = first.manifest.layers.last();
    const QString number = QString::number(m_below.size());
    const QString folder = m_work->path() + QStringLiteral("/unpacked-") + number;
    const std::function<Result<Done>(StopFlag)> unpack = [file = first.layerFile, layer, folder](const StopFlag& stop) {
        auto unpacked = unpackElsewhere(file, layer.digest, folder, stop);
        QFile::remove(file);
        return unpacked;
    };
    const auto unpacked = co_await runStoppable<Done>(unpack, m_context);
    if (!unpacked)
        co_return unpacked;
    m_below.append({layer, m_work->path() + u'/' + number + QStringLiteral("/upper")});
    m_belowElsewhere.append({layer, folder});
    m_inventory = first.inventory;
    co_return Done{};
}

Task<BuiltTier> ProofBuild::build(LoadedRecipe recipe, std::optional<qint64> elsewhere)
{
    TierJob job;
    job.recipe = recipe;
    job.home = m_home;
    job.runner = m_runner;
    job.work = elsewhere ? secondFolder() : m_work->path();
    job.number = static_cast<int>(m_below.size());
    job.below = elsewhere ? m_belowElsewhere : m_below;
    job.parent = m_inventory;
    job.secrets = m_secrets;
    job.elsewhere = elsewhere;
    job.emit = countedAs(m_emit, elsewhere ? stepsOfBuild : 0);
    auto built = co_await buildTier(job, m_context);
    co_return built;
}

Task<Done> ProofBuild::removeSecond()
{
    const std::function<Result<Done>()> remove = [folder = secondFolder()] { return removeTree(folder); };
    const auto removed = co_await runBlocking<Done>(remove);
    co_return removed;
}

} // namespace snowmelt
