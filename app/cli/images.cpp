// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/image_store_actions.h"
#include "app/cli/operation_run.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "models/domain/drift/drift.h"
#include "models/domain/image/lineage.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

const QString treeOption = QStringLiteral("--tree");

Span stateOf(const ImageRecord& image)
{
    if (image.digest.isNull())
        return {CliText::tr("not built"), TerminalInk::Faint};
    if (image.stale)
        return {CliText::tr("stale"), TerminalInk::Amber};
    return {CliText::tr("built"), TerminalInk::Plain};
}

Line rowOf(const ImageRecord& image, const QDateTime& now)
{
    const bool built = !image.digest.isNull();
    return {{image.ref.text(), TerminalInk::Strong},
            {tierText(image.tier)},
            stateOf(image),
            {built ? sizeText(image.size) : QString()},
            {built ? QString::number(image.packages) : QString()},
            {image.serveMs > 0 ? durationText(image.serveMs) : QString()},
            {image.nodes > 0 ? QString::number(image.nodes) : QString()},
            {ageText(image.builtAt, now), TerminalInk::Faint},
            {image.digest.shortHex(), TerminalInk::Faint}};
}

void print(Console& console, const QList<ImageRecord>& images)
{
    using enum Table::Align;
    Table table({{CliText::tr("IMAGE")},
                 {CliText::tr("TIER")},
                 {CliText::tr("STATE")},
                 {CliText::tr("SIZE"), Right},
                 {CliText::tr("PACKAGES"), Right},
                 {CliText::tr("SERVES AFTER"), Right},
                 {CliText::tr("NODES"), Right},
                 {CliText::tr("BUILT")},
                 {CliText::tr("DIGEST")}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const ImageRecord& image : images)
        table.row(rowOf(image, now));
    table.print(console);
}

/// "├─ ", "│  └─ " before each row of the tree: which lines go on is seen from below.
QStringList branchesOf(const QList<LineageRow>& rows)
{
    QStringList branches;
    QList<bool> goesOn; // at each depth: a brother follows
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        const int depth = rows[i].depth;
        goesOn.resize(std::max<qsizetype>(goesOn.size(), depth + 1), false);
        QString branch;
        for (int level = 1; level < depth; ++level)
            branch += goesOn[level] ? QStringLiteral("│  ") : QStringLiteral("   ");
        if (depth > 0)
            branch += goesOn[depth] ? QStringLiteral("├─ ") : QStringLiteral("└─ ");
        branches.prepend(branch);
        goesOn[depth] = true;
        goesOn.resize(depth + 1);
    }
    return branches;
}

/// Names of the nodes that run an image; how many, where they are not known.
QString nodesOn(const ImageRecord& image, const std::optional<FleetState>& fleet)
{
    QStringList names;
    for (const NodeState* node : fleet ? fleet->allNodes() : QList<const NodeState*>())
        if (!image.digest.isNull() && node->digest == image.digest)
            names.append(displayText(node->name.toUtf8()));
    if (names.isEmpty() && image.nodes > 0)
        return CliText::tr("%n node(s)", nullptr, image.nodes);
    return names.join(QStringLiteral(", "));
}

void printTree(Console& console, const QList<ImageRecord>& images, const std::optional<FleetState>& fleet)
{
    using enum Table::Align;
    Table table({{CliText::tr("IMAGE")},
                 {CliText::tr("STATE")},
                 {CliText::tr("SIZE"), Right},
                 {CliText::tr("OWN"), Right},
                 {CliText::tr("SERVES AFTER"), Right},
                 {CliText::tr("BUILT")},
                 {CliText::tr("DIGEST")},
                 {CliText::tr("NODES")}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<LineageRow> rows = lineageOf(images);
    const QStringList branches = branchesOf(rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ImageRecord& image = rows[i].image;
        const bool built = !image.digest.isNull();
        table.row({{branches[i] + image.ref.text(), TerminalInk::Strong},
                   stateOf(image),
                   {built ? sizeText(image.size) : QString()},
                   {built ? sizeText(image.ownSize) : QString()},
                   {image.serveMs > 0 ? durationText(image.serveMs) : QString()},
                   {ageText(image.builtAt, now), TerminalInk::Faint},
                   {image.digest.shortHex(), TerminalInk::Faint},
                   {nodesOn(image, fleet)}});
    }
    table.print(console);
}

/// The fleet is asked only when some node runs one of them; without an answer the counts stand.
std::optional<FleetState> fleetThatRuns(const Call& call, const QList<ImageRecord>& images)
{
    if (std::ranges::none_of(images, [](const ImageRecord& image) { return image.nodes > 0; }))
        return std::nullopt;
    const auto observed = read(call, StatusIntent{}).last<FleetObserved>();
    return observed ? std::optional(observed->fleet) : std::nullopt;
}

int runImages(const Call& call)
{
    if (const auto status = runImageStoreAction(call))
        return *status;
    const Reading reading = read(call, ImagesIntent{});
    const QList<ImageRecord> images = reading.last<ImagesListed>().value_or(ImagesListed()).images;
    if (call.arguments.json()) {
        tellDocument(call.console, imagesJson(images, reading.finished));
    } else {
        if (call.arguments.has(treeOption))
            printTree(call.console, images, fleetThatRuns(call, images));
        else
            print(call.console, images);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb imagesVerb()
{
    Verb verb;
    verb.name = QStringLiteral("images");
    verb.summary = CliText::tr("list the images of the blueprint, built or not");
    verb.options = {{treeOption, {}, CliText::tr("show who is born from what, and the nodes that run each")}};
    verb.options += imageStoreOptions();
    verb.fault = imageStoreFault;
    verb.run = runImages;
    return verb;
}

} // namespace snowmelt
