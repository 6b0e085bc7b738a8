// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/effective_recipe.h"

#include <QHash>

namespace snowmelt {

namespace {

QString textOf(const SchemaWindow& window)
{
    const QString from = QString::number(window.from);
    return window.from == window.to ? from : QStringLiteral("%1 – %2").arg(from).arg(window.to);
}

class Flattener
{
public:
    void add(const RecipeOfTier& tier, bool last)
    {
        m_from = tier.ref;
        const Recipe& recipe = tier.recipe;
        if (!recipe.suite.isEmpty())
            line(RecipePart::Suite, recipe.suite);
        if (recipe.packer)
            addPacker(*recipe.packer);
        for (const QString& command : recipe.preCommands)
            line(RecipePart::BeforePackages, command);
        for (const RecipeSource& source : recipe.sources)
            line(RecipePart::Source, source.uri, (QStringList{source.suite} + source.components).join(u' '));
        for (const QString& package : recipe.packages)
            only(RecipePart::Package, package.section(u'=', 0, 0), package.section(u'=', 1));
        addFilesAndUsers(recipe);
        for (const RecipeFile& file : recipe.templates)
            addFile(RecipePart::Template, file);
        for (const QString& command : recipe.commands)
            line(RecipePart::Command, command);
        for (const QString& command : recipe.start)
            line(RecipePart::Start, command);
        for (const RecipeService& service : recipe.services)
            line(RecipePart::Service, service.name, service.command);
        for (const int port : recipe.ports)
            only(RecipePart::Port, QString::number(port), {});
        addTrial(recipe, last);
        for (auto label = recipe.labels.begin(); last && label != recipe.labels.end(); ++label)
            line(RecipePart::Label, label.key(), label.value());
    }

    QList<EffectiveLine> lines;

private:
    void addFilesAndUsers(const Recipe& recipe)
    {
        for (const RecipeUser& user : recipe.users)
            line(RecipePart::User, user.name, user.home + QStringLiteral("  ") + user.shell);
        for (const RecipeFile& file : recipe.files)
            addFile(RecipePart::File, file);
    }

    void addFile(RecipePart part, const RecipeFile& file)
    {
        const QString who =
            QStringLiteral("%1 %2:%3").arg(file.mode, 4, 8, QLatin1Char('0')).arg(file.owner, file.group);
        only(part, file.path, file.source.isEmpty() ? who : QString(who + u"  " + file.source));
    }

    void addTrial(const Recipe& recipe, bool last)
    {
        if (recipe.health)
            one(RecipePart::Health, QString::number(recipe.health->port),
                QStringLiteral("%1  %2 s").arg(recipe.health->path).arg(recipe.health->seconds).trimmed());
        for (auto test = recipe.tests.begin(); last && test != recipe.tests.end(); ++test)
            line(RecipePart::Test, test->name, test->command);
        if (recipe.schema.from > 0)
            one(RecipePart::Schema, textOf(recipe.schema), {});
    }

    /// Names of secrets, never a value: the recipe has none.
    void addPacker(const RecipePacker& packer)
    {
        QStringList said{packer.artifact};
        for (auto variable = packer.variables.begin(); variable != packer.variables.end(); ++variable)
            said += variable.key() + u'=' + variable.value();
        for (const QString& secret : packer.secrets)
            said += secret + QStringLiteral("=…");
        line(RecipePart::Packer, packer.source, said.join(QStringLiteral("  ")));
    }

    void line(RecipePart part, const QString& name, const QString& value = {})
    {
        lines.append({part, name, value, m_from, {}});
    }

    /// Of those there is one in a root: the last that is said of it.
    void only(RecipePart part, const QString& name, const QString& value)
    {
        if (part != RecipePart::Port || !m_last.contains({static_cast<int>(part), name}))
            replace(part, name, name, value);
    }

    /// Of which an image has one at most, whatever it is.
    void one(RecipePart part, const QString& name, const QString& value) { replace(part, {}, name, value); }

    void replace(RecipePart part, const QString& key, const QString& name, const QString& value)
    {
        const auto before = m_last.find({static_cast<int>(part), key});
        if (before != m_last.end())
            lines[*before].undoneBy = m_from;
        m_last.insert({static_cast<int>(part), key}, lines.size());
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

std::optional<RecipeHealth> effectiveHealth(const QList<Recipe>& chain)
{
    for (auto recipe = chain.crbegin(); recipe != chain.crend(); ++recipe)
        if (recipe->health)
            return recipe->health;
    return std::nullopt;
}

SchemaWindow effectiveSchema(const QList<Recipe>& chain)
{
    for (auto recipe = chain.crbegin(); recipe != chain.crend(); ++recipe)
        if (recipe->schema.from > 0)
            return recipe->schema;
    return {};
}

} // namespace snowmelt
