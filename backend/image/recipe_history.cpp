// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/recipe_history.h"

#include "backend/execution/process.h"
#include "models/domain/image/recipe_trail.h"

namespace snowmelt {

namespace {

constexpr std::chrono::seconds longestAnswer(10);

// Nothing of the work tree may start a program, ask a person or fetch: it may be anybody's.
ProcessSpec gitProcess(const RecipeTexts& recipes)
{
    ProcessSpec spec;
    spec.program = QStringLiteral("git");
    spec.arguments = QStringList{QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"), QStringLiteral("-c"),
                                 QStringLiteral("core.hooksPath=/dev/null")} +
                     trailArguments(recipes.folder, recipes.files);
    for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_TRACE"})
        spec.environment.remove(QString::fromLatin1(name));
    for (const auto& [name, value] :
         {std::pair("LC_ALL", "C.UTF-8"), std::pair("LANGUAGE", "C"), std::pair("GIT_OPTIONAL_LOCKS", "0"),
          std::pair("GIT_TERMINAL_PROMPT", "0"), std::pair("GIT_NO_LAZY_FETCH", "1")})
        spec.environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    spec.outputLimit = 4 * 1024 * 1024;
    return spec;
}

RecipeTrail withoutAnswer(RecipeTrailKind kind, const QString& detail)
{
    return {kind, {}, detail};
}

RecipeTrail trailOf(const ProcessOutput& ended, const RecipeTexts& recipes)
{
    if (ended.exitStatus == 0)
        return trailFrom(ended.out, recipes.from, recipes.to);
    const bool nowhere = ended.err.contains("not a git repository");
    const QString said = lastLines(ended.err, 3);
    return nowhere ? withoutAnswer(RecipeTrailKind::NoRepository, {})
                   : withoutAnswer(RecipeTrailKind::Unreadable, said);
}

} // namespace

Task<RecipeTrail> askRecipeHistory(RecipeTexts recipes, CallContext context)
{
    const ProcessSpec spec = gitProcess(recipes);
    const Result<ProcessOutput> ended = co_await runProcess(spec, context.within(longestAnswer));
    if (ended.cancelled())
        co_return ended.as<RecipeTrail>();
    if (ended.failed() && ended.error().code == ErrorCode::ToolMissing)
        co_return withoutAnswer(RecipeTrailKind::NoGit, {});
    if (ended.failed())
        co_return withoutAnswer(RecipeTrailKind::Unreadable, ended.error().detail);
    co_return trailOf(*ended, recipes);
}

} // namespace snowmelt
