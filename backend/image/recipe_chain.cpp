// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/recipe_chain.h"

#include "backend/image/lock_file.h"
#include "backend/image/oci.h"
#include "backend/image/sha256.h"
#include "models/domain/blueprint/effective_recipe.h"
#include "models/recipes/recipe_files.h"
#include "models/recipes/recipe_lineage.h"

#include <QDir>
#include <QFileInfo>

namespace snowmelt {

namespace {

Error errorOf(const RecipeFault& fault)
{
    if (!fault.problem)
        return {ErrorCode::FileUnreadable, {fault.file}, {}};
    const Problem& problem = *fault.problem;
    return {ErrorCode::RecipeInvalid,
            QStringList{fault.file, QString::number(problem.line), QString::number(problem.column),
                        codeName(problem.code)} +
                problem.args,
            {}};
}

/// The first file of a recipe that is larger than an image takes.
std::optional<Error> tooLarge(const Blueprint& blueprint, const TierRecipe& tier)
{
    for (const NamedFile& named : filesNamedBy(tier.text)) {
        const FileLook look = lookAt(named.path, tier.file, blueprint.folder());
        if (look.seen.inside && look.seen.plain && look.seen.bytes >= fileLimit)
            return Error{ErrorCode::FileTooLarge,
                         {look.path, QString::number(look.seen.bytes), QString::number(fileLimit - 1)},
                         {}};
    }
    return std::nullopt;
}

/// The bytes of a file that was looked at; it may have changed since then.
Result<QByteArray> bytesOf(const Blueprint& blueprint, const QString& recipe, const QString& path)
{
    const FileLook look = lookAt(path, recipe, blueprint.folder());
    const auto bytes = look.seen.inside ? readPlainFile(look.path, fileLimit - 1) : std::nullopt;
    if (!bytes)
        return Error{ErrorCode::FileUnreadable, {QFileInfo(recipe).dir().filePath(path)}, {}};
    return *bytes;
}

/// The template's folder, if the recipe has one.
Result<LoadedRecipe> withPackerFolder(LoadedRecipe loaded, const Blueprint& blueprint)
{
    if (!loaded.recipe.packer)
        return loaded;
    const FileLook look = lookAt(loaded.recipe.packer->source, loaded.file, blueprint.folder());
    if (!look.seen.inside || !look.seen.plain)
        return Error{
            ErrorCode::FileUnreadable, {QFileInfo(loaded.file).dir().filePath(loaded.recipe.packer->source)}, {}};
    auto files = readPackerFolder(look.path);
    if (files.failed() && files.error().code == ErrorCode::PackerInvalid)
        return Error{ErrorCode::PackerInvalid,
                     {loaded.ref.text(), loaded.recipe.packer->source, QStringLiteral("names")},
                     files.error().detail};
    if (!files)
        return files.as<LoadedRecipe>();
    loaded.packerFolder = files.take();
    return loaded;
}

Result<QList<QByteArray>> allBytesOf(const Blueprint& blueprint, const QString& recipe, const QList<RecipeFile>& files)
{
    QList<QByteArray> all;
    for (const RecipeFile& file : files) {
        const auto bytes =
            file.source.isEmpty() ? Result<QByteArray>(file.content) : bytesOf(blueprint, recipe, file.source);
        if (!bytes)
            return bytes.as<QList<QByteArray>>();
        all.append(*bytes);
    }
    return all;
}

Result<LoadedRecipe> load(const Blueprint& blueprint, const TierRecipe& tier)
{
    LoadedRecipe loaded{tier.ref, tier.recipe, tier.text, {}, {}, {}, {}, {}, tier.file};
    for (const auto& [files, into] :
         {std::pair(&tier.recipe.files, &loaded.contents), std::pair(&tier.recipe.templates, &loaded.templates)}) {
        const auto all = allBytesOf(blueprint, tier.file, *files);
        if (!all)
            return all.as<LoadedRecipe>();
        *into = *all;
    }
    for (const RecipeSource& source : tier.recipe.sources) {
        const auto key =
            source.key.isEmpty() ? Result<QByteArray>(QByteArray()) : bytesOf(blueprint, tier.file, source.key);
        if (!key)
            return key.as<LoadedRecipe>();
        loaded.keys.append(*key);
    }
    return withPackerFolder(loaded, blueprint);
}

/// Each part with its length in front, so that moving a byte from one to the next changes the sum.
void add(Sha256& sum, const QByteArray& part)
{
    const QByteArray size = QByteArray::number(part.size()) + ':';
    sum.add(size.constData(), static_cast<size_t>(size.size()));
    sum.add(part.constData(), static_cast<size_t>(part.size()));
}

} // namespace

Result<QList<LoadedRecipe>> loadRecipes(const Blueprint& blueprint, const ImageRef& image)
{
    const RecipeLineage lineage = readRecipeLineage(blueprint, image);
    if (lineage.unknown)
        return Error{ErrorCode::ImageUnknown, {image.text()}, {}};
    for (const TierRecipe& tier : lineage.tiers)
        if (const auto error = tooLarge(blueprint, tier))
            return *error;
    if (!lineage.ok())
        return errorOf(lineage.faults.first());
    QList<LoadedRecipe> chain;
    QList<Recipe> recipes;
    for (const TierRecipe& tier : lineage.tiers) {
        auto loaded = load(blueprint, tier);
        if (!loaded)
            return loaded.as<QList<LoadedRecipe>>();
        chain.append(loaded.take());
        recipes.append(tier.recipe);
        chain.last().schema = effectiveSchema(recipes);
    }
    return chain;
}

Result<QList<LoadedRecipe>> loadChain(const Blueprint& blueprint, const ImageRef& image)
{
    auto loaded = loadRecipes(blueprint, image);
    if (!loaded)
        return loaded;
    QList<LoadedRecipe> chain = loaded.take();
    for (LoadedRecipe& recipe : chain) {
        const auto lock = readLock(recipe.file);
        if (!lock)
            return lock.as<QList<LoadedRecipe>>();
        recipe.lock = *lock;
    }
    return chain;
}

QMap<QString, QString> labelsOf(const LoadedRecipe& recipe)
{
    QMap<QString, QString> labels = recipe.recipe.labels;
    if (recipe.schema.from > 0)
        labels.insert(oci::schemaLabel, renderSchemaWindow(recipe.schema));
    return labels;
}

Result<Done> lockFits(const LoadedRecipe& recipe)
{
    if (recipe.lock && recipe.recipe.packer)
        return Error{ErrorCode::Unsupported, {QStringLiteral("lock"), recipe.ref.text()}, {}};
    const QString missing = recipe.lock ? missingIn(*recipe.lock, recipe.recipe.packages) : QString();
    if (!missing.isEmpty())
        return Error{ErrorCode::LockTooOld, {recipe.ref.text(), missing}, {}};
    return Done{};
}

QString buildKey(const LoadedRecipe& recipe, const Digest& parent, const QByteArray& builder)
{
    Sha256 sum;
    add(sum, builder);
    add(sum, recipe.ref.text().toUtf8());
    add(sum, parent.text().toLatin1());
    add(sum, recipe.text);
    for (const QByteArray& content : recipe.contents + recipe.keys + recipe.templates)
        add(sum, content);
    for (const PackerFile& file : recipe.packerFolder)
        add(sum, identityOf(file));
    if (recipe.lock)
        add(sum, lockedContent(*recipe.lock));
    return QString::fromLatin1(sum.hex());
}

} // namespace snowmelt
