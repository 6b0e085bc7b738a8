// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/recipe_chain.h"

#include "backend/image/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    return file.readAll();
}

Error invalid(const QString& file, const Problem& problem)
{
    return {ErrorCode::RecipeInvalid,
            {file, QString::number(problem.line), QString::number(problem.column), codeName(problem.code)},
            problem.args.join(QStringLiteral(", "))};
}

/// Canonical, so that a link cannot lead out of the folder either.
Result<QString> insideFolder(const Blueprint& blueprint, const QString& recipeFile, const QString& source)
{
    const QString path = QFileInfo(QFileInfo(recipeFile).dir(), source).canonicalFilePath();
    const QString folder = QFileInfo(blueprint.folder()).canonicalFilePath();
    if (path.isEmpty())
        return Error{ErrorCode::FileUnreadable, {QFileInfo(recipeFile).dir().filePath(source)}, {}};
    if (!path.startsWith(folder + u'/'))
        return invalid(recipeFile, {ProblemCode::PathEscapes, 1, 1, {source}});
    return path;
}

Result<LoadedRecipe> load(const Blueprint& blueprint, const ImageRef& ref)
{
    const ImageSource* source = blueprint.findImage(ref);
    if (!source)
        return Error{ErrorCode::ImageUnknown, {ref.text()}, {}};
    const QString file = QDir(blueprint.folder()).filePath(source->recipe);
    const auto text = readWhole(file);
    if (!text)
        return text.as<LoadedRecipe>();
    const Parsed<Recipe> parsed = parseRecipe(*text);
    if (!parsed.ok())
        return invalid(file, parsed.problems.first());
    LoadedRecipe loaded{ref, parsed.value, *text, {}};
    for (const RecipeFile& wanted : loaded.recipe.files) {
        if (wanted.source.isEmpty()) {
            loaded.contents.append(wanted.content);
            continue;
        }
        const auto path = insideFolder(blueprint, file, wanted.source);
        if (!path)
            return path.as<LoadedRecipe>();
        const auto content = readWhole(*path);
        if (!content)
            return content.as<LoadedRecipe>();
        loaded.contents.append(*content);
    }
    return loaded;
}

Error badParent(const Blueprint& blueprint, const LoadedRecipe& child)
{
    const QString file = QDir(blueprint.folder()).filePath(blueprint.findImage(child.ref)->recipe);
    return invalid(file, {ProblemCode::UnknownReference, 1, 1, {QStringLiteral("parent"), child.recipe.parent.text()}});
}

/// Each part with its length in front, so that moving a byte from one to the next changes the sum.
void add(Sha256& sum, const QByteArray& part)
{
    const QByteArray size = QByteArray::number(part.size()) + ':';
    sum.add(size.constData(), static_cast<size_t>(size.size()));
    sum.add(part.constData(), static_cast<size_t>(part.size()));
}

} // namespace

Result<QList<LoadedRecipe>> loadChain(const Blueprint& blueprint, const ImageRef& image)
{
    QList<LoadedRecipe> chain;
    for (ImageRef next = image; !next.isNull(); next = chain.first().recipe.parent) {
        auto loaded = load(blueprint, next);
        if (!loaded && !chain.isEmpty() && loaded.failed() && loaded.error().code == ErrorCode::ImageUnknown)
            return badParent(blueprint, chain.first());
        if (!loaded)
            return loaded.as<QList<LoadedRecipe>>();
        // Tiers only ever rest on lower or equal ones; that alone does not end a circle of equal ones.
        const bool climbs = !chain.isEmpty() && loaded->recipe.tier > chain.first().recipe.tier;
        const bool circles = std::any_of(chain.begin(), chain.end(), [&](const auto& r) { return r.ref == next; });
        if (climbs || circles)
            return badParent(blueprint, chain.first());
        chain.prepend(loaded.take());
    }
    return chain;
}

QString buildKey(const LoadedRecipe& recipe, const Digest& parent, const QByteArray& builder)
{
    Sha256 sum;
    add(sum, builder);
    add(sum, recipe.ref.text().toUtf8());
    add(sum, parent.text().toLatin1());
    add(sum, recipe.text);
    for (const QByteArray& content : recipe.contents)
        add(sum, content);
    return QString::fromLatin1(sum.hex());
}

} // namespace snowmelt
