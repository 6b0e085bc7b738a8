// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/tier_build.h"

#include "backend/execution/blocking.h"
#include "backend/image/build_failure.h"
#include "backend/image/deb_fetch.h"
#include "backend/image/deb_repository.h"
#include "backend/image/durable_file.h"
#include "backend/image/elsewhere.h"
#include "backend/image/inventory_json.h"
#include "backend/image/packer/packer_tier.h"
#include "backend/image/staging.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <unistd.h>

namespace snowmelt {

namespace {

constexpr qsizetype keptOutput = 64 * 1024;

/// Listens to the script: which step it is at, and what it says.
class ScriptEar
{
public:
    ScriptEar(const TierJob& job, QByteArray mark) : m_job(job), m_mark(std::move(mark) + ' ') {}

    void hear(const QByteArray& line)
    {
        if (line.startsWith(m_mark))
            return begin(QString::fromUtf8(line.mid(m_mark.size())));
        output += line + '\n';
        if (output.size() > 2 * keptOutput)
            output = output.right(keptOutput);
        m_job.emit(LogLine{source(), QString::fromUtf8(line)});
    }

    QString step;
    QByteArray output; ///< its end

private:
    void begin(const QString& what)
    {
        step = what;
        const QString kind = what.section(u' ', 0, 0);
        if (kind == u"os" || kind == u"packages")
            return m_job.emit(Progress{Phase::InstallingPackages, {m_job.recipe.ref.text()}, 1, 5});
        if (kind == u"facts")
            return m_job.emit(Progress{Phase::RecordingInventory, {m_job.recipe.ref.text()}, 3, 5});
        if (kind == u"users")
            m_job.emit(Progress{Phase::RunningCommands, {m_job.recipe.ref.text()}, 2, 5});
    }

    QString source() const
    {
        if (step == u"os")
            return QStringLiteral("mmdebstrap");
        return step == u"packages" ? QStringLiteral("apt") : m_job.recipe.ref.text();
    }

    const TierJob& m_job;
    QByteArray m_mark;
};

Result<QByteArray> factFile(const QString& work, const QString& name)
{
    return readWhole(work + u"/facts/" + name);
}

QList<int> portsWith(QList<int> ports, const QList<int>& more)
{
    ports += more;
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    return ports;
}

Result<Inventory> inventoryOf(const TierJob& job, const QString& work, const LayerContents& contents)
{
    const auto packages = factFile(work, QStringLiteral("packages"));
    const auto passwd = factFile(work, QStringLiteral("passwd"));
    const auto group = factFile(work, QStringLiteral("group"));
    for (const auto* fact : {&packages, &passwd, &group})
        if (!*fact)
            return fact->as<Inventory>();
    Inventory inventory;
    inventory.packages = parsePackages(*packages);
    inventory.users = parsePasswd(*passwd);
    inventory.groups = parseGroups(*group);
    inventory.files = withLayer(job.parent.files, contents);
    inventory.ports = portsWith(job.parent.ports, job.recipe.recipe.ports);
    return inventory;
}

Result<BuiltTier> describePacked(const TierJob& job, const QString& work, const PackedLayer& packed)
{
    const auto inventory = inventoryOf(job, work, packed.contents);
    if (!inventory)
        return inventory.as<BuiltTier>();
    return describeBuilt(job, packed, work + QStringLiteral("/layer.tar"), *inventory);
}

/// Short relative names for the layers below, topmost first: a mount option has no room for many long paths, and reads
/// a colon or a comma in one as its own.
Result<QStringList> linkLayers(const TierJob& job, const QString& work)
{
    QStringList names;
    for (const UnpackedLayer& layer : job.below) {
        const QString name = QStringLiteral("layer%1").arg(names.size());
        if (!QFile::link(layer.folder, work + u'/' + name))
            return writeError(work + u'/' + name, errno);
        names.prepend(name);
    }
    return names;
}

/// A locked tier finds its packages in WORK/debs and nowhere else.
Result<Done> placeDebs(const TierJob& job, const QString& work, const StopFlag& stop)
{
    if (!job.recipe.lock)
        return Done{};
    const QString& suite = job.recipe.recipe.suite;
    return makeDebRepository(work + QStringLiteral("/debs"), suite.isEmpty() ? QStringLiteral("locked") : suite,
                             *job.recipe.lock, DebCache(job.home), stop);
}

Result<Done> prepareWork(const TierJob& job, const QString& work, const StopFlag& stop)
{
    if (!QDir().mkpath(work))
        return writeError(work, errno);
    const auto lower = linkLayers(job, work);
    if (!lower)
        return lower.as<Done>();
    if (auto placed = placeDebs(job, work, stop); !placed)
        return placed;
    if (auto staged = stage(job.recipe, *lower, work); !staged || !job.elsewhere)
        return staged;
    return stageElsewhere(work);
}

Task<Done> provideDebs(TierJob job, CallContext context)
{
    if (!job.recipe.lock)
        co_return Done{};
    const DebFetch fetch{job.home, job.work, job.recipe.lock->debs, job.emit};
    const auto fetched = co_await fetchDebs(fetch, context);
    co_return fetched;
}

Task<Done> runScript(TierJob job, QString work, CallContext context)
{
    const QByteArray mark = "@" + QUuid::createUuid().toByteArray(QUuid::Id128);
    ScriptEar ear(job, mark);
    const TierPlace place{job.recipe.ref, work, job.emit};
    TierScript script{mark, {}, job.elsewhere};
    script.onLine = [&ear](const QByteArray& line) { ear.hear(line); };
    const auto ended = co_await job.runner->run(place, script, context);
    if (!ended)
        co_return ended.as<Done>();
    if (*ended == 0)
        co_return Done{};
    const auto names = factFile(work, QStringLiteral("names"));
    co_return buildFailure({job.recipe.ref, ear.step, commandOf(job.recipe.recipe, ear.step), *ended, ear.output,
                            job.runner->folder(), names ? *names : QByteArray()});
}

Task<BuiltTier> buildWithScript(TierJob job, CallContext context)
{
    const QString work = job.work + u'/' + QString::number(job.number);
    job.emit(Progress{Phase::BuildingImage, {job.recipe.ref.text()}, 0, 5});
    const auto provided = co_await provideDebs(job, context);
    if (!provided)
        co_return provided.as<BuiltTier>();
    const std::function<Result<Done>(StopFlag)> prepare = [job, work](const StopFlag& stop) {
        return prepareWork(job, work, stop);
    };
    const auto staged = co_await runStoppable<Done>(prepare, context);
    if (!staged)
        co_return staged.as<BuiltTier>();
    const auto ran = co_await runScript(job, work, context);
    if (!ran)
        co_return ran.as<BuiltTier>();
    job.emit(Progress{Phase::PackingLayer, {job.recipe.ref.text()}, 4, 5});
    const TierPlace place{job.recipe.ref, work, job.emit};
    const auto packed = co_await job.runner->pack(place, context);
    if (!packed)
        co_return packed.as<BuiltTier>();
    const std::function<Result<BuiltTier>()> describe = [job, work, layer = *packed] {
        return describePacked(job, work, layer);
    };
    auto described = co_await runBlocking<BuiltTier>(describe);
    co_return described;
}

} // namespace

BuiltTier describeBuilt(const TierJob& job, const PackedLayer& packed, const QString& layerFile, Inventory inventory)
{
    ImageRecord record;
    record.ref = job.recipe.ref;
    record.parent = job.recipe.recipe.parent;
    record.tier = job.recipe.recipe.tier;
    record.builtAt = QDateTime::currentDateTimeUtc();
    QList<OciDescriptor> below;
    for (const UnpackedLayer& layer : job.below)
        below.append(layer.descriptor);
    BuiltTier tier = describeTier(record, below, {oci::layerType, packed.digest, packed.size, {}}, std::move(inventory),
                                  labelsOf(job.recipe));
    tier.key = job.key;
    tier.inputs = job.inputs;
    tier.layerFile = layerFile;
    return tier;
}

Result<Done> canBuild(const LoadedRecipe& recipe)
{
    if (::geteuid() != 0)
        return Error{ErrorCode::BuildNeedsRoot, {QStringLiteral("always")}, {}};
    const QString tool = recipe.recipe.packer ? QStringLiteral("packer") : QStringLiteral("mmdebstrap");
    const bool isNeeded = recipe.recipe.packer || recipe.recipe.tier == Tier::Os;
    if (isNeeded && QStandardPaths::findExecutable(tool).isEmpty())
        return Error{ErrorCode::ToolMissing, {tool, tool}, {}};
    return Done{};
}

Task<BuiltTier> buildTier(TierJob job, CallContext context)
{
    QElapsedTimer clock;
    clock.start();
    const auto build = job.recipe.recipe.packer ? &buildWithPacker : &buildWithScript;
    auto built = co_await build(job, context);
    if (!built)
        co_return built;
    BuiltTier tier = built.take();
    tier.record.buildMs = clock.elapsed();
    co_return tier;
}

} // namespace snowmelt
