// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_blueprint.h"

#include "app/cli/cli_text.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/recipes/recipe_files.h"
#include "models/wording/wording.h"

#include <QFileInfo>

namespace snowmelt {
namespace {

/// More than any blueprint may have: the parser then says so.
constexpr qint64 mostBytes = 8 * 1024 * 1024;

QList<FileProblem> placed(const QString& file, const QList<Problem>& problems)
{
    QList<FileProblem> found;
    for (const Problem& problem : problems)
        found.append({file, problem, sentence(problem)});
    return found;
}

/// A recipe that the blueprint names but nobody can read is the blueprint's fault.
FileProblem unreadableRecipe(const Blueprint& blueprint, const QString& blueprintFile, const QString& recipe)
{
    for (const ImageSource& image : blueprint.images) {
        if (recipeFile(blueprint, image) != recipe)
            continue;
        const Problem problem{ProblemCode::UnknownReference, 1, 1, {image.ref.text(), image.recipe, QString()}};
        return {blueprintFile, problem,
                CliText::tr("the recipe of %1, “%2”, cannot be read").arg(image.ref.text(), image.recipe)};
    }
    return {};
}

/// As the person would type it: from where the blueprint was named.
QString asTyped(const QString& recipe, const Blueprint& blueprint, const QString& blueprintFile)
{
    return QFileInfo(blueprintFile).path() + recipe.mid(blueprint.folder().size());
}

} // namespace

LoadedBlueprint loadBlueprint(const QString& file)
{
    LoadedBlueprint loaded;
    const std::optional<QByteArray> text = readPlainFile(file, mostBytes);
    if (!text) {
        loaded.error = Error{ErrorCode::FileUnreadable, {file}, {}};
        return loaded;
    }
    const Parsed<Blueprint> parsed = parseBlueprint(*text, QFileInfo(file).canonicalFilePath());
    loaded.blueprint = parsed.value;
    loaded.problems = placed(file, parsed.problems);
    return loaded;
}

QList<FileProblem> lineageProblems(const RecipeLineage& lineage, const Blueprint& blueprint,
                                   const QString& blueprintFile)
{
    QList<FileProblem> problems;
    for (const RecipeFault& fault : lineage.faults) {
        if (fault.problem)
            problems += placed(asTyped(fault.file, blueprint, blueprintFile), {*fault.problem});
        else
            problems.append(unreadableRecipe(blueprint, blueprintFile, fault.file));
    }
    return problems;
}

QList<FileProblem> recipeProblems(const Blueprint& blueprint, const QString& blueprintFile)
{
    QList<FileProblem> problems;
    for (const ImageSource& image : blueprint.images) {
        const RecipeLineage lineage = readRecipeLineage(blueprint, image.ref);
        for (const FileProblem& found : lineageProblems(lineage, blueprint, blueprintFile)) {
            // Images that share a recipe or a parent share its faults.
            if (!problems.contains(found))
                problems.append(found);
        }
    }
    return problems;
}

} // namespace snowmelt
