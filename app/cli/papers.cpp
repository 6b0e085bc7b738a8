// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/documents.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "ui/export/exporter.h"
#include "ui/export/sidecar.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("papers");
const QString kindOption = QStringLiteral("--kind");
const QString outOption = QStringLiteral("-o");
const QString stdoutPath = QStringLiteral("-");

const QList<std::pair<QString, PaperKind>>& kinds()
{
    static const QList<std::pair<QString, PaperKind>> all{
        {QStringLiteral("inventory"), PaperKind::Inventory}, {QStringLiteral("spdx"), PaperKind::Spdx},
        {QStringLiteral("cyclonedx"), PaperKind::CycloneDx}, {QStringLiteral("provenance"), PaperKind::Provenance},
        {QStringLiteral("signature"), PaperKind::Signature}, {QStringLiteral("packer"), PaperKind::Packer}};
    return all;
}

QString kindNames()
{
    QStringList names;
    for (const auto& kind : kinds())
        names.append(kind.first);
    return names.join(QStringLiteral(", "));
}

std::optional<PaperKind> kindValue(const Call& call)
{
    const QString text = call.arguments.value(kindOption);
    for (const auto& [name, kind] : kinds())
        if (name == text)
            return kind;
    tellUsage(call.console, CliText::tr("%1 is “%2”; expected %3.").arg(kindOption, text, kindNames()), verbName);
    return std::nullopt;
}

bool isToStdout(const Call& call)
{
    return call.arguments.value(outOption, stdoutPath) == stdoutPath;
}

Result<Done> written(const Call& call, const QByteArray& text)
{
    if (!isToStdout(call))
        return writeFile(call.arguments.value(outOption), text);
    if (call.arguments.json() || call.console.outFile(text))
        return Done{};
    return Error{ErrorCode::FileUnwritable, {QStringLiteral("stdout")}, {}};
}

int deliver(const Call& call, const std::optional<PaperMade>& paper, Finished finished)
{
    const Result<Done> done = paper ? written(call, paper->text) : Result<Done>(Done{});
    if (!done)
        finished = {OutcomeKind::Failed, Safety::Unchanged, done.error(), finished.ms};
    const QString file = isToStdout(call) ? QString() : call.arguments.value(outOption);
    if (call.arguments.json())
        tellDocument(call.console, paperJson(paper, file, finished));
    else if (finished.outcome == OutcomeKind::Done && !file.isEmpty())
        call.console.out(CliText::tr("%1 is written.").arg(file));
    else
        tellFailure(call.console, finished);
    return exitCode(finished.outcome);
}

bool suitsTarget(const Call& call)
{
    const QString path = call.arguments.value(outOption);
    if (isToStdout(call) || !isBlueprintOrSidecar(path, call.blueprint.path))
        return true;
    tellUsage(call.console,
              CliText::tr("%1 is the blueprint, or what the window keeps beside it. Name another file.").arg(path),
              verbName);
    return false;
}

int runPapers(const Call& call)
{
    const std::optional<ImageRef> image = namedImage(call, verbName, call.arguments.words.value(0));
    const std::optional<PaperKind> kind = image ? kindValue(call) : std::nullopt;
    if (!kind || !suitsTarget(call))
        return exitUsage;
    const Reading reading = read(call, PaperIntent{*image, *kind});
    return deliver(call, reading.last<PaperMade>(), reading.finished);
}

} // namespace

Verb papersVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary =
        CliText::tr("write one of the papers of a built image: what is in it, how it was built, who signed it");
    verb.words = {QStringLiteral("IMAGE[@VERSION]")};
    verb.options = {{kindOption, QStringLiteral("KIND"), kindNames()},
                    {outOption, QStringLiteral("OUT"), CliText::tr("the file to write; without it, stdout")}};
    verb.required = {kindOption};
    verb.run = runPapers;
    return verb;
}

} // namespace snowmelt
