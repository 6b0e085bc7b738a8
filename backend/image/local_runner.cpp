// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/local_runner.h"

#include "backend/execution/blocking.h"
#include "backend/execution/process.h"
#include "backend/image/elsewhere.h"
#include "backend/image/layer_cache.h"
#include "backend/image/layer_travel.h"
#include "backend/image/namespaced_script.h"
#include "backend/image/settled_times.h"
#include "backend/image/tier_build.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

#include <unistd.h>

namespace snowmelt {

namespace {

QProcessEnvironment buildEnvironment(const QString& work, const QProcessEnvironment& persons)
{
    QProcessEnvironment environment = buildersEnvironment(persons);
    environment.insert(QStringLiteral("TMPDIR"), work + QStringLiteral("/tmp"));
    environment.insert(QStringLiteral("SOURCE_DATE_EPOCH"), QString::number(timeOfBuilding));
    return environment;
}

ProcessSpec scriptProcess(const QString& work, const QString& cache, const QByteArray& mark)
{
    ProcessSpec spec = namespacedScript(work, QStringLiteral("tier.sh"), {work, cache, QString::fromLatin1(mark)});
    spec.environment = buildEnvironment(work, QProcessEnvironment::systemEnvironment());
    return spec;
}

/// Folders of all layers, in their order.
Result<QStringList> unpackAll(const LayerCache& cache, const QList<LayerSource>& layers, const QString& work,
                              const StopFlag& stop)
{
    QStringList folders;
    for (const LayerSource& layer : layers) {
        const auto folder = cache.provide(layer.file, layer.digest, work, stop);
        if (!folder)
            return folder.as<QStringList>();
        folders.append(*folder);
    }
    return folders;
}

/// What a user namespace has made comes as an archive, in which it has its own owners (elsewhere.sh).
Result<PackedLayer> packArchive(const QString& work, const QString& archive, const StopFlag& stop)
{
    const QString layerFile = work + QStringLiteral("/layer.tar");
    auto packed = packTravelled({layer::usersOpaqueAttribute, archive, layerFile, timeOfBuilding}, stop);
    QFile::remove(archive);
    return packed;
}

Result<PackedLayer> packUpper(const QString& work, qint64 begunAt, const StopFlag& stop)
{
    const QString archive = work + QStringLiteral("/upper.tar");
    if (QFile::exists(archive))
        return packArchive(work, archive, stop);
    const QByteArray upper = QFile::encodeName(work + QStringLiteral("/upper"));
    if (const auto settled = settleTimes(upper, begunAt, timeOfBuilding); !settled)
        return settled.as<PackedLayer>();
    return packLayer({upper, work + QStringLiteral("/layer.tar"), begunAt, timeOfBuilding}, stop);
}

} // namespace

Task<Done> LocalRunner::canBuild(LoadedRecipe recipe, CallContext)
{
    co_return snowmelt::canBuild(recipe);
}

Task<QStringList> LocalRunner::provide(TierPlace place, QList<LayerSource> layers, CallContext context)
{
    const std::function<Result<QStringList>(StopFlag)> unpack = [cache = LayerCache(m_home), layers,
                                                                 work = place.work](const StopFlag& stop) {
        return unpackAll(cache, layers, work, stop);
    };
    const auto folders = co_await runStoppable<QStringList>(unpack, context);
    co_return folders;
}

Task<int> LocalRunner::run(TierPlace place, TierScript script, CallContext context)
{
    m_begunAt = QDateTime::currentSecsSinceEpoch();
    ProcessSpec spec = scriptProcess(place.work, m_home + QStringLiteral("/cache/apt"), script.mark);
    if (script.elsewhere) {
        spec = elsewhere(spec, place.work, *script.elsewhere);
        spec.environment = buildEnvironment(place.work, strangersEnvironment(QProcessEnvironment::systemEnvironment()));
    }
    spec.onLine = [onLine = script.onLine](const QByteArray& line, bool) { onLine(line); };
    const auto ended = co_await runProcess(spec, context);
    if (!ended)
        co_return ended.as<int>();
    co_return int(ended->exitStatus);
}

Task<PackedLayer> LocalRunner::pack(TierPlace place, CallContext context)
{
    const std::function<Result<PackedLayer>(StopFlag)> pack =
        [work = place.work, begunAt = m_begunAt](const StopFlag& stop) { return packUpper(work, begunAt, stop); };
    auto packed = co_await runStoppable<PackedLayer>(pack, context);
    co_return packed;
}

Task<QString> LocalRunner::adopt(TierPlace place, Digest digest, CallContext)
{
    const std::function<Result<QString>()> take = [cache = LayerCache(m_home), work = place.work, digest] {
        return cache.adopt(work + QStringLiteral("/upper"), digest);
    };
    const auto folder = co_await runBlocking<QString>(take);
    co_return folder;
}

Task<Done> LocalRunner::end()
{
    co_return Done{};
}

} // namespace snowmelt
