// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_tier.h"

#include "backend/image/durable_file.h"
#include "backend/image/elsewhere.h"
#include "backend/image/packer/artifact_root.h"
#include "backend/image/packer/packer_folder.h"
#include "backend/image/packer/packer_manifest.h"
#include "backend/image/packer/packer_run.h"
#include "backend/image/packer/root_facts.h"
#include "backend/image/settled_times.h"
#include "backend/image/staging.h"
#include "models/recipes/recipe_files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 largestManifest = 4 << 20;

SecretScrub scrubOf(const QList<PackerSecret>& secrets)
{
    QList<Secret> values;
    for (const PackerSecret& secret : secrets)
        values.append(secret.value);
    return SecretScrub(values);
}

/// What Packer has made, and where.
struct PackerYield
{
    TierJob job;
    QString work;
    qint64 begunAt = 0;
    SecretScrub scrub;
    std::shared_ptr<PackerTalk> talk;

    QString folder() const { return work + QStringLiteral("/run"); }
    QByteArray upper() const { return QFile::encodeName(work + QStringLiteral("/upper")); }
    const QString& artifact() const { return job.recipe.recipe.packer->artifact; }

    Error invalid(const QString& file, const QString& detail) const
    {
        return {ErrorCode::ArtifactInvalid, {job.recipe.ref.text(), file}, detail};
    }
};

Result<Done> prepareFolder(const TierJob& job, const QString& work)
{
    for (const char* folder : {"/tmp", "/run"})
        if (!QDir().mkpath(work + QLatin1String(folder)))
            return writeError(work, errno);
    if (auto placed = placePackerFolder(job.recipe.packerFolder, work + QStringLiteral("/run")); !placed)
        return placed;
    if (auto staged = stageResource(QStringLiteral("packer.sh"), work); !staged || !job.elsewhere)
        return staged;
    return stageElsewhere(work);
}

/// What the artifacts are that Packer told of, one a line.
QStringList artifactLines(const PackerYield& yield)
{
    QStringList lines;
    const QList<PackerArtifact> artifacts = yield.talk->artifacts();
    for (const PackerArtifact& artifact : artifacts)
        lines.append(artifact.build + u": " + artifact.text);
    return lines;
}

/// A link in its path may lead anywhere.
Result<QString> findArtifact(const PackerYield& yield)
{
    const QString path = QFileInfo(yield.folder()).canonicalFilePath() + u'/' + yield.artifact();
    const QFileInfo file(path);
    if (!file.exists() && !file.isSymLink())
        return yield.invalid(yield.artifact(), artifactLines(yield).join(u'\n'));
    if (file.canonicalFilePath() != path || (!file.isFile() && !file.isDir()))
        return yield.invalid(yield.artifact(), file.canonicalFilePath());
    return path;
}

QString secretNames(const PackerYield& yield)
{
    return yield.job.recipe.recipe.packer->secrets.join(QStringLiteral(", "));
}

Result<Done> takeArtifact(const PackerYield& yield, const StopFlag& stop)
{
    const auto artifact = findArtifact(yield);
    if (!artifact)
        return artifact.as<Done>();
    const auto taken = takeRoot(*artifact, yield.upper(), stop);
    if (taken.failed() && taken.error().code == ErrorCode::ArtifactInvalid)
        return yield.invalid(yield.artifact(), yield.scrub.scrub(taken.error().detail));
    if (!taken)
        return taken;
    QFile::remove(*artifact);
    const auto found = pathWithSecret(yield.upper(), yield.scrub, stop);
    if (!found)
        return found.as<Done>();
    if (!found->isEmpty())
        return yield.invalid(yield.scrub.scrub(QString::fromUtf8(*found)), secretNames(yield) + u": " + concealed());
    return Done{};
}

/// What the post-processor "manifest" has written now, whatever its name is.
std::optional<QByteArray> writtenManifest(const PackerYield& yield)
{
    const QStringList names = QDir(yield.folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const auto text = readPlainFile(yield.folder() + u'/' + name, largestManifest);
        const auto isGiven = [&](const PackerFile& file) { return file.path == name && text == file.content; };
        const QList<PackerFile>& given = yield.job.recipe.packerFolder;
        if (!text || std::any_of(given.begin(), given.end(), isGiven))
            continue;
        if (const auto manifest = lastRunOf(*text, yield.scrub))
            return manifest;
    }
    return std::nullopt;
}

Inventory inventoryOfRoot(const PackerYield& yield, const RootFacts& facts, const LayerContents& contents)
{
    Inventory inventory;
    inventory.packages = facts.packages;
    inventory.users = facts.users;
    inventory.groups = facts.groups;
    inventory.files = withLayer({}, contents);
    inventory.ports = yield.job.recipe.recipe.ports;
    std::sort(inventory.ports.begin(), inventory.ports.end());
    return inventory;
}

/// What is known after it, for the thread that may tell of it.
struct PackedRoot
{
    BuiltTier tier;
    bool hasDpkg = false;
};

Result<PackedRoot> packRoot(const PackerYield& yield, const StopFlag& stop)
{
    if (const auto taken = takeArtifact(yield, stop); !taken)
        return taken.as<PackedRoot>();
    if (const auto settled = settleTimes(yield.upper(), yield.begunAt, timeOfBuilding); !settled)
        return settled.as<PackedRoot>();
    const QString layerFile = yield.work + QStringLiteral("/layer.tar");
    const auto packed = packLayer({yield.upper(), layerFile, yield.begunAt, timeOfBuilding}, stop);
    if (!packed)
        return packed.as<PackedRoot>();
    const auto facts = factsOfRoot(yield.upper(), packed->contents);
    if (!facts)
        return facts.as<PackedRoot>();
    BuiltTier tier = describeBuilt(yield.job, *packed, layerFile, inventoryOfRoot(yield, *facts, packed->contents));
    tier.packer = yield.talk->version();
    tier.artifacts = artifactLines(yield);
    const QByteArray told = manifestOf(yield.talk->artifacts());
    tier.papers.insert(oci::packerPaper, writtenManifest(yield).value_or(told));
    return PackedRoot{tier, facts->hasDpkg};
}

} // namespace

Task<BuiltTier> buildWithPacker(TierJob job, CallContext context)
{
    const QString work = job.work + u'/' + QString::number(job.number);
    const qint64 begunAt = QDateTime::currentSecsSinceEpoch();
    job.emit(Progress{Phase::BuildingImage, {job.recipe.ref.text()}, 0, 5});
    if (!job.runner->host().isEmpty()) // its plugins and what they reach are this machine's
        co_return Error{ErrorCode::HostCannotBuild, {job.runner->host(), QStringLiteral("packer")}, {}};
    const auto secrets =
        co_await gatherSecrets(job.recipe.ref, job.recipe.recipe.packer->secrets, job.secrets, context);
    if (!secrets)
        co_return secrets.as<BuiltTier>();
    const std::function<Result<Done>()> prepare = [job, work] { return prepareFolder(job, work); };
    const auto prepared = co_await runBlocking<Done>(prepare);
    if (!prepared)
        co_return prepared.as<BuiltTier>();
    const SecretScrub scrub = scrubOf(*secrets);
    const auto talk = std::make_shared<PackerTalk>(scrub);
    const auto ran = co_await runPacker(job, work, *secrets, talk, context);
    if (!ran)
        co_return ran.as<BuiltTier>();
    job.emit(Progress{Phase::PackingLayer, {job.recipe.ref.text()}, 4, 5});
    const PackerYield yield{job, work, begunAt, scrub, talk};
    const std::function<Result<PackedRoot>(StopFlag)> pack = [yield](const StopFlag& stop) {
        return packRoot(yield, stop);
    };
    const auto packed = co_await runStoppable<PackedRoot>(pack, context);
    if (!packed)
        co_return packed.as<BuiltTier>();
    if (!packed->hasDpkg)
        job.emit(LogLine{job.recipe.ref.text(), QStringLiteral("/var/lib/dpkg/status: -")});
    if (job.secrets.worked)
        for (const PackerSecret& secret : *secrets)
            job.secrets.worked(job.recipe.ref, secret.variable);
    co_return BuiltTier(packed->tier);
}

} // namespace snowmelt
