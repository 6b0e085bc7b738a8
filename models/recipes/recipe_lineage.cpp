// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipes/recipe_lineage.h"

#include "models/domain/blueprint/nearest.h"
#include "models/domain/blueprint/parent_checks.h"
#include "models/domain/blueprint/yaml_tree.h"
#include "models/recipes/recipe_files.h"

#include <QDir>

#include <algorithm>

namespace snowmelt {

namespace {

std::optional<QByteArray> fromDisk(const QString& file)
{
    return readPlainFile(file, YamlLimits().bytes);
}

QStringList imageNames(const Blueprint& blueprint)
{
    QStringList names;
    for (const ImageSource& source : blueprint.images)
        names.append(source.ref.text());
    return names;
}

class Climb
{
public:
    Climb(const Blueprint& blueprint, const ReadText& read) : m_blueprint(blueprint), m_read(read) {}

    RecipeLineage run(const ImageRef& image)
    {
        m_lineage.unknown = !m_blueprint.findImage(image);
        ImageRef next = image;
        while (!next.isNull() && m_lineage.ok() && take(next))
            next = m_lineage.tiers.first().recipe.parent;
        for (qsizetype i = m_lineage.tiers.size() - 1; i >= 0 && m_lineage.ok(); --i)
            checkWithParents(i);
        return m_lineage;
    }

private:
    /// Puts one more recipe below those that are there, unless something is wrong with it.
    bool take(const ImageRef& ref)
    {
        const ImageSource* source = m_blueprint.findImage(ref);
        if (!source)
            return blameUnknown();
        if (std::any_of(m_lineage.tiers.begin(), m_lineage.tiers.end(), [&](const auto& t) { return t.ref == ref; }))
            return blameChild(ProblemCode::BadValue, {QStringLiteral("a parent that is not born from this image")});
        const QString file = recipeFile(m_blueprint, *source);
        const auto text = m_read(file);
        if (!text)
            return blame({file, std::nullopt});
        const Parsed<Recipe> parsed = parseRecipe(*text);
        for (const Problem& problem : parsed.problems)
            blame({file, problem});
        if (!parsed.ok())
            return false;
        return add({ref, file, *text, parsed.value});
    }

    bool add(const TierRecipe& tier)
    {
        if (!m_lineage.tiers.isEmpty() && tier.recipe.tier > m_lineage.tiers.first().recipe.tier)
            return blameChild(ProblemCode::BadValue, {QStringLiteral("a parent of the same tier or a lower one")});
        for (const Problem& problem : fileProblems(tier.text, tier.file, m_blueprint.folder()))
            blame({tier.file, problem});
        m_lineage.tiers.prepend(tier);
        return true;
    }

    void checkWithParents(qsizetype index)
    {
        QList<Recipe> parents;
        for (qsizetype i = 0; i < index; ++i)
            parents += m_lineage.tiers[i].recipe;
        const TierRecipe& tier = m_lineage.tiers[index];
        for (const Problem& problem : problemsWithParents(tier.text, tier.recipe, parents))
            blame({tier.file, problem});
    }

    bool blame(const RecipeFault& fault)
    {
        m_lineage.faults.append(fault);
        return false;
    }

    bool blameChild(ProblemCode code, const QStringList& more)
    {
        const TierRecipe& child = m_lineage.tiers.first();
        const QStringList args = QStringList{QStringLiteral("parent"), child.recipe.parent.text()} + more;
        return blame({child.file, parentProblem(child.text, code, args)});
    }

    bool blameUnknown()
    {
        if (m_lineage.tiers.isEmpty())
            return false;
        const QStringList names = imageNames(m_blueprint);
        const QString meant = nearest(m_lineage.tiers.first().recipe.parent.text(), names);
        return blameChild(ProblemCode::UnknownChoice, {names.join(QStringLiteral(", ")), meant});
    }

    const Blueprint& m_blueprint;
    const ReadText& m_read;
    RecipeLineage m_lineage;
};

} // namespace

QString recipeFile(const Blueprint& blueprint, const ImageSource& source)
{
    return QDir(blueprint.folder()).filePath(source.recipe);
}

RecipeLineage readRecipeLineage(const Blueprint& blueprint, const ImageRef& image, const ReadText& read)
{
    const ReadText disk = fromDisk;
    return Climb(blueprint, read ? read : disk).run(image);
}

} // namespace snowmelt
