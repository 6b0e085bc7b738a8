// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/node_scan.h"

#include "backend/execution/blocking.h"
#include "backend/execution/process.h"
#include "models/domain/drift/texts.h"

#include <QDateTime>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 listLimit = 4 * 1024 * 1024;
constexpr qint64 probeLimit = 256 * 1024 * 1024; // a root file system of some hundred thousand files

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
        Result<QByteArray> content = scan.image->readFile(path, listLimit);
        if (content.ok())
            baseline->accountFiles.insert(path, content.take());
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

QSet<QByteArray> listedPaths(const BirthImage& image, const QByteArray& path)
{
    const Result<QByteArray> list = image.readFile(path, listLimit);
    QSet<QByteArray> paths;
    if (!list.ok())
        return paths;
    for (const QByteArray& line : list->split('\n')) {
        if (line.startsWith('/'))
            paths.insert(line);
    }
    return paths;
}

// A package that left took its file list along, but the image still has it.
QMap<QString, PackageFiles> packageFilesOf(const BirthImage& image, const QStringList& packages)
{
    QMap<QString, PackageFiles> files;
    for (const QString& package : packages) {
        const QByteArray base = "/var/lib/dpkg/info/" + package.toUtf8();
        files.insert(package, {listedPaths(image, base + ".list"), listedPaths(image, base + ".conffiles")});
    }
    return files;
}

struct Comparison
{
    DriftReport report;
    QList<QByteArray> texts; ///< to fetch
};

Comparison compareAll(const NodeScan& scan, const Baseline& baseline, const ProbeFacts& facts)
{
    Baseline whole = baseline;
    whole.packageFiles = packageFilesOf(*scan.image, packagesToExplain(baseline.inventory, facts));
    Comparison comparison;
    comparison.report = compareWithBirth(whole, facts);
    comparison.report.node = scan.node.name;
    comparison.report.scannedAt = QDateTime::currentDateTimeUtc();
    comparison.texts = showableTexts(comparison.report, whole, facts);
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
    const QByteArray nonce = makeNonce();
    ExecRequest request;
    request.script = probeScript({nonce, scan.root, baseline->inventory.packages, accountHashes(*baseline)});
    request.outputLimit = probeLimit;
    const Result<ExecResult> answer = co_await exec->exec(scan.node, request, context);
    if (!answer.ok())
        co_return answer.as<FactsPtr>();
    if (!answer->out.contains(nonce))
        co_return Error{ErrorCode::ProbeUnreadable, {scan.node.name}, lastLines(answer->err)};
    const ExecResult said = *answer;
    const std::function<Result<FactsPtr>()> work = [said, nonce]() -> Result<FactsPtr> {
        return FactsPtr(std::make_shared<ProbeFacts>(parseProbe(said.out, said.err, said.truncated, nonce)));
    };
    const Result<FactsPtr> facts = co_await runBlocking<FactsPtr>(work);
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
    const QByteArray nonce = makeNonce();
    ExecRequest request;
    request.script = textScript(comparison.texts, nonce);
    const Result<ExecResult> answer = co_await exec->exec(scan.node, request, context);
    if (answer.cancelled())
        co_return Cancelled{};
    if (!answer.ok())
        co_return comparison.report; // the differences are known; their texts are not
    const QByteArray out = answer->out;
    const std::function<Result<DriftReport>()> finish = [scan, comparison, facts, nonce, out]() -> Result<DriftReport> {
        DriftReport report = comparison.report;
        addTexts(report, parseTexts(out, comparison.texts, nonce, *facts), *scan.image);
        return report;
    };
    const Result<DriftReport> report = co_await runBlocking<DriftReport>(finish);
    co_return report;
}

} // namespace snowmelt
