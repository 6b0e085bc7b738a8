// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/arguments.h"
#include "app/cli/cli_text.h"
#include "app/cli/help.h"
#include "app/cli/load_blueprint.h"
#include "app/cli/run_cli.h"
#include "app/cli/tell.h"
#include "models/domain/blueprint/nearest.h"

#include <QFileInfo>

#include <algorithm>

namespace snowmelt {
namespace {

bool isHelp(const QString& word)
{
    return word == u"help" || word == u"--help" || word == u"-h";
}

/// "sawp" rather than a file somebody wants to open.
bool looksLikeVerb(const QString& word)
{
    const bool plain = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c == u'-'; });
    return plain && !word.startsWith(u'-') && !word.isEmpty() && !QFileInfo::exists(word);
}

int unknownVerb(Console& console, const QString& word)
{
    QStringList names;
    for (const Verb& verb : allVerbs())
        names.append(verb.name);
    const QString near = nearest(word, names);
    tellUsage(console,
              near.isEmpty() ? CliText::tr("There is no verb “%1”.").arg(word)
                             : CliText::tr("There is no verb “%1”; did you mean “%2”?").arg(word, near),
              QString());
    return exitUsage;
}

int helpOn(Console& console, const QString& word)
{
    if (word.isEmpty()) {
        printHelp(console);
        return exitOk;
    }
    const std::optional<Verb> verb = findVerb(word);
    if (!verb)
        return unknownVerb(console, word);
    printHelp(console, *verb);
    return exitOk;
}

int runVerb(const Verb& verb, const Arguments& arguments, Console& console, const MakeOperations& makeOperations)
{
    Call call{arguments, {}, console, makeOperations};
    if (verb.parsesBlueprint) {
        const LoadedBlueprint loaded = loadBlueprint(arguments.file);
        tellProblems(console, loaded.problems);
        if (loaded.error)
            tellError(console, *loaded.error, Safety::NothingTouched);
        if (loaded.error || !loaded.problems.isEmpty())
            return exitBadBlueprint;
        call.blueprint = loaded.blueprint;
    }
    return verb.run(call);
}

} // namespace

bool isCommandLine(const QStringList& arguments)
{
    const QString first = arguments.value(0);
    return isHelp(first) || first == u"--version" || findVerb(first) || looksLikeVerb(first);
}

bool drawsPicture(const QStringList& arguments)
{
    return arguments.value(0) == exportVerb().name;
}

int runCli(const QStringList& arguments, Console& console, const MakeOperations& makeOperations)
{
    const QString first = arguments.value(0);
    if (isHelp(first) || first.isEmpty())
        return helpOn(console, arguments.value(1));
    if (first == u"--version") {
        console.out(QStringLiteral("snowmelt " SNOWMELT_VERSION));
        return exitOk;
    }
    const std::optional<Verb> verb = findVerb(first);
    if (!verb)
        return unknownVerb(console, first);
    const ParsedArguments parsed = parseArguments(*verb, arguments.mid(1));
    if (parsed.helpWanted)
        return helpOn(console, verb->name);
    if (!parsed.ok()) {
        tellUsage(console, parsed.fault, verb->name);
        return exitUsage;
    }
    return runVerb(*verb, parsed.arguments, console, makeOperations);
}

int runCommandLine(const QStringList& arguments, const std::function<std::unique_ptr<Operations>()>& makeOperations)
{
    Console console = Console::ofProcess();
    return runCli(arguments, console, makeOperations);
}

} // namespace snowmelt
