// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/load_blueprint.h"
#include "app/cli/tell.h"
#include "app/cli/verb.h"
#include "models/domain/blueprint/unsupported.h"

#include <QJsonArray>

namespace snowmelt {
namespace {

/// For --json, where a file that cannot be read is a problem like any other.
FileProblem unreadable(const QString& file)
{
    return {file, {ProblemCode::Empty, 1, 1, {}}, CliText::tr("the file cannot be read")};
}

QJsonObject checkDocument(const QList<FileProblem>& problems, const Blueprint& blueprint)
{
    QJsonArray keys;
    for (const UnsupportedPart& part : unsupportedParts(blueprint))
        keys.append(part.key);
    QJsonObject document = checkJson(problems);
    document.insert(QStringLiteral("unsupported"), keys);
    return document;
}

/// In order, and yet `up` would refuse it.
int tellUnsupported(const Call& call, const Error& refused)
{
    if (!call.arguments.json())
        tellError(call.console, refused, Safety::NothingTouched);
    return exitFailed;
}

int runCheck(const Call& call)
{
    const QString file = call.arguments.file;
    const LoadedBlueprint loaded = loadBlueprint(file);
    QList<FileProblem> problems = loaded.problems;
    if (loaded.error)
        problems.append(unreadable(file));
    else if (problems.isEmpty())
        problems = recipeProblems(loaded.blueprint, file);

    if (call.arguments.json())
        tellDocument(call.console, checkDocument(problems, loaded.blueprint));
    if (loaded.error && !call.arguments.json())
        tellError(call.console, *loaded.error, Safety::NothingTouched);
    else
        tellProblems(call.console, problems);
    const std::optional<Error> refused = problems.isEmpty() ? unsupported(loaded.blueprint) : std::nullopt;
    if (refused)
        return tellUnsupported(call, *refused);
    if (problems.isEmpty() && !call.arguments.json())
        call.console.out(CliText::tr("%1 and its recipes are in order.").arg(file));
    return problems.isEmpty() ? exitOk : exitBadBlueprint;
}

} // namespace

Verb checkVerb()
{
    Verb verb;
    verb.name = QStringLiteral("check");
    verb.summary = CliText::tr("read the blueprint and its recipes, and list every error at its place");
    verb.parsesBlueprint = false;
    verb.run = runCheck;
    return verb;
}

} // namespace snowmelt
