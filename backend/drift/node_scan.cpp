// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/node_scan.h"

#include "backend/drift/node_look.h"
#include "backend/execution/blocking.h"
#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/texts.h"

#include <QDateTime>
#include <QSemaphore>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 listLimit = 4 * 1024 * 1024;

/// Nothing: the image has no such file. That it cannot be read is something else, and would explain nothing.
Result<std::optional<QByteArray>> fileIfThere(const BirthImage& image, const QByteArray& path)
{
    using Content = std::optional<QByteArray>;
    Result<QByteArray> content = image.readFile(path, listLimit);
    if (content.ok())
        return Content(content.take());
    const bool isAbsent = content.failed() && content.error().code == ErrorCode::FileUnreadable;
    return isAbsent ? Result<Content>(Content()) : content.as<Content>();
}

Result<BaselinePtr> readBaseline(const NodeScan& scan)
{
    Result<Inventory> inventory = scan.image->inventory();
    if (!inventory.ok())
        return inventory.as<BaselinePtr>();
    auto baseline = std::make_shared<Baseline>();
    baseline->inventory = inventory.take();
    baseline->birth = scan.node.birth;
    baseline->ports = scan.ports;
    for (const QByteArray& path : accountFilePaths()) {
        // An image without one of them is fine: then its lines explain nothing.
        Result<std::optional<QByteArray>> content = fileIfThere(*scan.image, path);
        if (!content.ok())
            return content.as<BaselinePtr>();
        if (*content)
            baseline->accountFiles.insert(path, **content);
    }
    return BaselinePtr(baseline);
}

QMap<QByteArray, QByteArray> accountHashes(const Baseline& baseline)
{
    QMap<QByteArray, QByteArray> hashes;
    for (const QByteArray& path : accountFilePaths())
        hashes.insert(path, baseline.inventory.files.value(path).sha256);
    return hashes;
}

Result<QSet<QByteArray>> listedPaths(const BirthImage& image, const QByteArray& path)
{
    const Result<std::optional<QByteArray>> list = fileIfThere(image, path);
    if (!list.ok())
        return list.as<QSet<QByteArray>>();
    QSet<QByteArray> paths;
    for (const QByteArray& line : list->value_or(QByteArray()).split('\n')) {
        if (line.startsWith('/'))
            paths.insert(line);
    }
    return paths;
}

// A package that left took its file list along, but the image still has it.
Result<QMap<QString, PackageFiles>> packageFilesOf(const BirthImage& image, const QStringList& packages)
{
    QMap<QString, PackageFiles> files;
    for (const QString& package : packages) {
        const QByteArray base = "/var/lib/dpkg/info/" + package.toUtf8();
        const auto all = listedPaths(image, base + ".list");
        const auto configuration = listedPaths(image, base + ".conffiles");
        for (const auto* list : {&all, &configuration})
            if (!list->ok())
                return list->as<QMap<QString, PackageFiles>>();
        files.insert(package, {*all, *configuration});
    }
    return files;
}

struct Comparison
{
    DriftReport report;
    TextsWanted texts;
};

/// The sheet of a node with many files takes much room: few are made at once.
void keepLook(const NodeScan& scan, const ProbeFacts& facts, const QDateTime& now)
{
    static QSemaphore places(2);
    if (!scan.keeping.keep)
        return;
    const QSemaphoreReleaser place((places.acquire(), places));
    scan.keeping.keep(factSheet(facts, scan.node.name, now));
}

Result<Comparison> compareAll(const NodeScan& scan, const Baseline& baseline, const ProbeFacts& facts)
{
    auto packageFiles = packageFilesOf(*scan.image, packagesToExplain(baseline.inventory, facts));
    if (!packageFiles.ok())
        return packageFiles.as<Comparison>();
    Baseline whole = baseline;
    whole.packageFiles = packageFiles.take();
    Comparison comparison;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    comparison.report = judged(compareWithBirth(whole, facts), scan.rules, scan.node.group, now.date());
    comparison.report.node = scan.node.name;
    comparison.report.scannedAt = now;
    keepLook(scan, facts, now);
    for (const QByteArray& path : showableTexts(comparison.report, whole, facts))
        comparison.texts.insert(path, facts.files.value(path).sha256);
    return comparison;
}

void addTexts(DriftReport& report, const QMap<QByteArray, QByteArray>& texts, const BirthImage& image)
{
    for (Difference& difference : report.differences) {
        const auto actual = texts.constFind(difference.key);
        if (difference.section != DriftSection::Files || actual == texts.constEnd())
            continue;
        const Result<QByteArray> baseline = image.readFile(difference.key, textLimit);
        if (!baseline.ok())
            continue;
        difference.baselineText = showableText(*baseline);
        difference.actualText = showableText(*actual);
    }
}

} // namespace

Task<BaselinePtr> loadBaseline(NodeScan scan)
{
    const std::function<Result<BaselinePtr>()> work = [scan] { return readBaseline(scan); };
    const Result<BaselinePtr> baseline = co_await runBlocking<BaselinePtr>(work);
    co_return baseline;
}

Task<FactsPtr> probeNode(Exec* exec, NodeScan scan, BaselinePtr baseline, CallContext context)
{
    const ProbeRequest request{makeNonce(), scan.root, baseline->inventory.packages, accountHashes(*baseline),
                               birthSections()};
    const Result<FactsPtr> facts = co_await runProbe(exec, scan.node, request, context, scan.hashes);
    co_return facts;
}

Task<DriftReport> compareNode(Exec* exec, NodeScan scan, BaselinePtr baseline, FactsPtr facts, CallContext context)
{
    const std::function<Result<Comparison>()> compare = [scan, baseline, facts]() -> Result<Comparison> {
        return compareAll(scan, *baseline, *facts);
    };
    const Result<Comparison> compared = co_await runBlocking<Comparison>(compare);
    if (!compared.ok())
        co_return compared.as<DriftReport>();
    const Comparison comparison = *compared;
    if (comparison.texts.isEmpty())
        co_return comparison.report;
    const Result<FetchedTexts> fetched = co_await fetchTexts(exec, scan.node, comparison.texts, context);
    if (!fetched.ok())
        co_return fetched.as<DriftReport>();
    const FetchedTexts texts = *fetched;
    const std::function<Result<DriftReport>()> finish = [scan, comparison, texts]() -> Result<DriftReport> {
        DriftReport report = comparison.report;
        addTexts(report, texts, *scan.image);
        return report;
    };
    const Result<DriftReport> report = co_await runBlocking<DriftReport>(finish);
    co_return report;
}

} // namespace snowmelt
