// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"
#include "backend/image/image_papers.h"
#include "backend/image/recipe_history.h"
#include "backend/services/verbs.h"
#include "models/domain/image/compare_images.h"
#include "models/domain/image/meant_image.h"

namespace snowmelt {

namespace {

constexpr qint64 longestText = 4 * 1024 * 1024;

struct ComparedImages
{
    ImageDiff diff;
    std::optional<QByteArray> recipeFrom;
    std::optional<QByteArray> recipeTo;
};

/// All of an image but the texts: which of them are needed is seen beside the other image.
Result<ImageContents> contentsOf(const ImageStore& store, const ImageRecord& record)
{
    Result<Inventory> inventory = store.inventory(record.digest);
    if (!inventory)
        return inventory.as<ImageContents>();
    const auto papers = papersOf(store.layoutFolder(), record.digest, oci::recipePaper);
    if (!papers)
        return papers.as<ImageContents>();
    ImageContents contents{record, inventory.take()};
    if (const auto recipe = papers->constFind(oci::recipePaper); recipe != papers->constEnd())
        contents.recipe = *recipe;
    return contents;
}

Result<QList<ImageContents>> bothContents(const ImageStore& store, const ImageDiffIntent& intent)
{
    using Both = QList<ImageContents>;
    const auto builds = store.builds();
    if (!builds)
        return builds.as<Both>();
    Both both;
    for (const QString& text : {intent.from, intent.to}) {
        const auto record = meantImage(*builds, text);
        if (!record)
            return record.as<Both>();
        auto contents = contentsOf(store, *record);
        if (!contents)
            return contents.as<Both>();
        both.append(contents.take());
    }
    return both;
}

Result<ComparedImages> compareStored(const ImageStore& store, const ImageDiffIntent& intent)
{
    const auto read = bothContents(store, intent);
    if (!read)
        return read.as<ComparedImages>();
    QList<ImageContents> both = *read;
    for (const auto& [mine, other] : {std::pair(0, 1), std::pair(1, 0)}) {
        const QList<QByteArray> wanted = textsWanted(both[mine].inventory, both[other].inventory);
        const auto texts = store.readFiles(both[mine].record.digest, wanted, longestText);
        if (!texts)
            return texts.as<ComparedImages>();
        both[mine].texts = *texts;
    }
    return ComparedImages{compareImages(both[0], both[1]), both[0].recipe, both[1].recipe};
}

/// The files of both recipes, as the blueprint names them now; none when it has neither.
RecipeTexts recipesOf(const Blueprint& blueprint, const ComparedImages& compared)
{
    RecipeTexts recipes{blueprint.folder(), {}, compared.recipeFrom, compared.recipeTo};
    for (const ImageRef& ref : {compared.diff.from.ref, compared.diff.to.ref})
        if (const ImageSource* source = blueprint.findImage(ref); source && !recipes.files.contains(source->recipe))
            recipes.files.append(source->recipe);
    return recipes;
}

bool isSameRecipe(const ComparedImages& compared)
{
    return compared.diff.from.digest == compared.diff.to.digest ||
           (compared.recipeFrom && compared.recipeFrom == compared.recipeTo);
}

Task<RecipeTrail> trailOf(OperationPtr operation, ComparedImages compared)
{
    const RecipeTexts recipes = recipesOf(operation->blueprint(), compared);
    if (isSameRecipe(compared) || recipes.files.isEmpty())
        co_return RecipeTrail();
    const Result<RecipeTrail> trail = co_await askRecipeHistory(recipes, operation->context());
    co_return trail;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ImageDiffIntent intent)
{
    const ImageStore store = operation->rooms().store;
    const std::function<Result<ComparedImages>()> work = [store, intent] { return compareStored(store, intent); };
    const Result<ComparedImages> compared = co_await runBlocking<ComparedImages>(work);
    if (!compared)
        co_return endedBy(compared, Safety::Unchanged);
    const Result<RecipeTrail> trail = co_await trailOf(operation, *compared);
    if (!trail || operation->context().cancel.isCancelled())
        co_return Finished{OutcomeKind::Cancelled, Safety::Unchanged, std::nullopt, 0};
    ImageDiff diff = compared->diff;
    diff.trail = *trail;
    operation->say(ImagesCompared{diff});
    co_return Finished{outcomeOf(diff), Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
