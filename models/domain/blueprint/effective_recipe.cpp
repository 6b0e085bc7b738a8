// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/effective_recipe.h"

#include <QHash>

namespace snowmelt {

namespace {

class Flattener
{
public:
    void add(const RecipeOfTier& tier, bool last)
    {
        m_from = tier.ref;
        const Recipe& recipe = tier.recipe;
        if (!recipe.suite.isEmpty())
            line(RecipePart::Suite, recipe.suite);
        for (const QString& command : recipe.preCommands)
            line(RecipePart::BeforePackages, command);
        for (const RecipeSource& source : recipe.sources)
            line(RecipePart::Source, source.uri, (QStringList{source.suite} + source.components).join(u' '));
        for (const QString& package : recipe.packages)
            only(RecipePart::Package, package.section(u'=', 0, 0), package.section(u'=', 1));
        addFilesAndUsers(recipe);
        for (const QString& command : recipe.commands)
            line(RecipePart::Command, command);
        for (const RecipeService& service : recipe.services)
            line(RecipePart::Service, service.name, service.command);
        for (const int port : recipe.ports)
            only(RecipePart::Port, QString::number(port), {});
        for (auto label = recipe.labels.begin(); last && label != recipe.labels.end(); ++label)
            line(RecipePart::Label, label.key(), label.value());
    }

    QList<EffectiveLine> lines;

private:
    void addFilesAndUsers(const Recipe& recipe)
    {
        for (const RecipeUser& user : recipe.users)
            line(RecipePart::User, user.name, user.home + QStringLiteral("  ") + user.shell);
        for (const RecipeFile& file : recipe.files) {
            const QString who =
                QStringLiteral("%1 %2:%3").arg(file.mode, 4, 8, QLatin1Char('0')).arg(file.owner, file.group);
            only(RecipePart::File, file.path, file.source.isEmpty() ? who : QString(who + u"  " + file.source));
        }
    }

    void line(RecipePart part, const QString& name, const QString& value = {})
    {
        lines.append({part, name, value, m_from, {}});
    }

    /// Of those there is one in a root: the last that is said of it.
    void only(RecipePart part, const QString& name, const QString& value)
    {
        const auto before = m_last.find({static_cast<int>(part), name});
        if (before != m_last.end() && part == RecipePart::Port)
            return;
        if (before != m_last.end())
            lines[*before].undoneBy = m_from;
        m_last.insert({static_cast<int>(part), name}, lines.size());
        line(part, name, value);
    }

    ImageRef m_from;
    QHash<std::pair<int, QString>, qsizetype> m_last;
};

} // namespace

QList<EffectiveLine> effectiveRecipe(const QList<RecipeOfTier>& chain)
{
    Flattener flattener;
    for (qsizetype i = 0; i < chain.size(); ++i)
        flattener.add(chain[i], i == chain.size() - 1);
    return flattener.lines;
}

} // namespace snowmelt
