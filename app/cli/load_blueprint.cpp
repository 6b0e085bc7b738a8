// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_blueprint.h"

#include "app/cli/cli_text.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/blueprint/recipe.h"
#include "models/wording/wording.h"

#include <QFile>
#include <QFileInfo>

namespace snowmelt {
namespace {

QList<FileProblem> placed(const QString& file, const QList<Problem>& problems)
{
    QList<FileProblem> found;
    for (const Problem& problem : problems)
        found.append({file, problem, sentence(problem)});
    return found;
}

/// The whole file, or an error. A folder opens but does not read.
std::optional<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    return file.error() == QFileDevice::NoError ? std::optional(text) : std::nullopt;
}

/// A recipe that the blueprint names but nobody can read is the blueprint's fault.
FileProblem unreadableRecipe(const QString& blueprintFile, const ImageSource& image)
{
    const Problem problem{ProblemCode::UnknownReference, 1, 1, {image.ref.text(), image.recipe, QString()}};
    return {blueprintFile, problem,
            CliText::tr("the recipe of %1, “%2”, cannot be read").arg(image.ref.text(), image.recipe)};
}

} // namespace

LoadedBlueprint loadBlueprint(const QString& file)
{
    LoadedBlueprint loaded;
    const std::optional<QByteArray> text = readWhole(file);
    if (!text) {
        loaded.error = Error{ErrorCode::FileUnreadable, {file}, {}};
        return loaded;
    }
    const Parsed<Blueprint> parsed = parseBlueprint(*text, QFileInfo(file).canonicalFilePath());
    loaded.blueprint = parsed.value;
    loaded.problems = placed(file, parsed.problems);
    return loaded;
}

QList<FileProblem> recipeProblems(const Blueprint& blueprint, const QString& blueprintFile)
{
    QList<FileProblem> problems;
    QStringList seen;
    for (const ImageSource& image : blueprint.images) {
        if (seen.contains(image.recipe))
            continue;
        seen.append(image.recipe);
        // The path is shown as the person would type it: from where the blueprint was named.
        const QString path = QFileInfo(blueprintFile).path() + u'/' + image.recipe;
        const std::optional<QByteArray> text = readWhole(path);
        if (text)
            problems += placed(path, parseRecipe(*text).problems);
        else
            problems.append(unreadableRecipe(blueprintFile, image));
    }
    return problems;
}

} // namespace snowmelt
