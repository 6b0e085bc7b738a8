// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/parent_checks.h"

#include "models/domain/blueprint/yaml_tree.h"

#include <algorithm>

namespace snowmelt {

namespace {

QList<Problem> healthProblem(const YamlNode& root, const Recipe& recipe, const QList<Recipe>& parents)
{
    const int port = recipe.health ? recipe.health->port : 0;
    const auto listens = [port](const Recipe& one) { return one.ports.contains(port); };
    if (port == 0 || listens(recipe) || std::any_of(parents.begin(), parents.end(), listens))
        return {};
    const QString key = QStringLiteral("port");
    const YamlNode* health = root.find(QStringLiteral("health"));
    const YamlNode* place = health ? health->find(key) : nullptr;
    return {{ProblemCode::BadValue,
             place ? place->line : 1,
             place ? place->column : 1,
             {key, QString::number(port), QStringLiteral("a port of this recipe or of its parents")}}};
}

/// A node would be born with the parent's template over the file.
QList<Problem> hiddenFiles(const YamlNode& root, const QList<Recipe>& parents)
{
    const QString key = QStringLiteral("path");
    QStringList rendered;
    for (const Recipe& parent : parents)
        for (const RecipeFile& file : parent.templates)
            rendered += file.path;
    QList<Problem> problems;
    const YamlNode* files = root.find(QStringLiteral("files"));
    for (const YamlNode& file : files ? files->items : QList<YamlNode>()) {
        const YamlNode* path = file.find(key);
        if (path && rendered.contains(path->text))
            problems.append({ProblemCode::BadValue,
                             path->line,
                             path->column,
                             {key, path->text, QStringLiteral("a path that no parent makes from a template")}});
    }
    return problems;
}

} // namespace

QList<Problem> problemsWithParents(const QByteArray& text, const Recipe& recipe, const QList<Recipe>& parents)
{
    const Parsed<YamlNode> yaml = readYaml(text);
    return healthProblem(yaml.value, recipe, parents) + hiddenFiles(yaml.value, parents);
}

} // namespace snowmelt
