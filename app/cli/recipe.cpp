// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/load_blueprint.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "app/cli/verb.h"
#include "models/domain/drift/drift.h"
#include "models/recipes/recipe_lineage.h"
#include "models/wording/recipe_wording.h"

#include <QJsonArray>

namespace snowmelt {
namespace {

const QString recipeName = QStringLiteral("recipe");

QString partCode(RecipePart part)
{
    static const QStringList codes{
        QStringLiteral("suite"),  QStringLiteral("packer"),   QStringLiteral("beforePackages"),
        QStringLiteral("source"), QStringLiteral("package"),  QStringLiteral("user"),
        QStringLiteral("file"),   QStringLiteral("template"), QStringLiteral("command"),
        QStringLiteral("start"),  QStringLiteral("service"),  QStringLiteral("port"),
        QStringLiteral("health"), QStringLiteral("test"),     QStringLiteral("schema"),
        QStringLiteral("label")};
    return codes.at(static_cast<qsizetype>(part));
}

QJsonObject jsonOf(const EffectiveLine& line)
{
    QJsonObject object{{QStringLiteral("part"), partCode(line.part)},
                       {QStringLiteral("name"), line.name},
                       {QStringLiteral("value"), line.value},
                       {QStringLiteral("from"), line.from.text()}};
    if (!line.undoneBy.isNull())
        object.insert(QStringLiteral("undoneBy"), line.undoneBy.text());
    return object;
}

QJsonObject documentOf(const ImageRef& image, const QList<EffectiveLine>& lines)
{
    QJsonArray parts;
    for (const EffectiveLine& line : lines)
        parts.append(jsonOf(line));
    return {{QStringLiteral("schema"), QStringLiteral("snowmelt.recipe/1")},
            {QStringLiteral("image"), image.text()},
            {QStringLiteral("parts"), parts}};
}

void print(Console& console, const QList<EffectiveLine>& lines)
{
    Table table({{CliText::tr("FROM")}, {CliText::tr("PART")}, {CliText::tr("WHAT")}, {CliText::tr("DETAILS")}});
    ImageRef before;
    for (const EffectiveLine& line : lines) {
        const TerminalInk ink = line.undoneBy.isNull() ? TerminalInk::Plain : TerminalInk::Faint;
        table.row({{line.from == before ? QString() : line.from.text(), TerminalInk::Strong},
                   {partText(line.part), TerminalInk::Faint},
                   {displayText(line.name.toUtf8()), ink},
                   {displayText(valueText(line).toUtf8()), ink}});
        before = line.from;
    }
    table.print(console);
}

QList<EffectiveLine> linesOf(const RecipeLineage& lineage)
{
    QList<RecipeOfTier> chain;
    for (const TierRecipe& tier : lineage.tiers)
        chain.append({tier.ref, tier.recipe});
    return effectiveRecipe(chain);
}

int tellFaults(const Call& call, const QList<FileProblem>& problems)
{
    if (call.arguments.json())
        tellDocument(call.console, checkJson(problems));
    tellProblems(call.console, problems);
    return exitBadBlueprint;
}

int runRecipe(const Call& call)
{
    const auto image = namedImage(call, recipeName, call.arguments.words.value(0));
    if (!image)
        return exitUsage;
    const RecipeLineage lineage = readRecipeLineage(call.blueprint, *image);
    if (lineage.unknown) {
        tellError(call.console, {ErrorCode::ImageUnknown, {image->text()}, {}}, Safety::NothingTouched);
        return exitFailed;
    }
    if (!lineage.ok())
        return tellFaults(call, lineageProblems(lineage, call.blueprint, call.arguments.file));
    if (call.arguments.json())
        tellDocument(call.console, documentOf(*image, linesOf(lineage)));
    else
        print(call.console, linesOf(lineage));
    return exitOk;
}

} // namespace

Verb recipeVerb()
{
    Verb verb;
    verb.name = recipeName;
    verb.summary = CliText::tr("show an image's recipe with all its parents', each part with the tier it comes from");
    verb.words = {QStringLiteral("IMAGE[@VERSION]")};
    verb.run = runRecipe;
    return verb;
}

} // namespace snowmelt
