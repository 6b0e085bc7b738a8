// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/packer_reader.h"

#include "models/domain/blueprint/recipe_checks.h"

#include <QDir>

namespace snowmelt {

namespace {

const QString templateKey = QStringLiteral("template");
const QString variablesKey = QStringLiteral("variables");
const QString secretsKey = QStringLiteral("secrets");
const QString artifactKey = QStringLiteral("artifact");

QMap<QString, QString> readVariables(MappingReader& reader)
{
    QMap<QString, QString> variables;
    reader.eachEntry(variablesKey, [&](const YamlNode& key, const YamlNode& value) {
        const YamlNode& place = value.kind == YamlNode::Kind::Null ? key : value;
        if (!recipe_rule::variable().fits(key.text))
            reader.report(ProblemCode::BadValue, key,
                          {variablesKey, quoted(key.text), recipe_rule::variable().expected});
        else if (value.kind != YamlNode::Kind::Scalar)
            reader.report(ProblemCode::WrongType, place, {key.text, QStringLiteral("text")});
        else if (!recipe_rule::value().fits(value.text))
            reader.report(ProblemCode::BadValue, value, {key.text, quoted(value.text), recipe_rule::value().expected});
        else
            variables.insert(key.text, value.text);
    });
    return variables;
}

/// A secret's value never stands in a recipe.
void checkSecrets(MappingReader& reader, const RecipePacker& packer)
{
    reader.eachItem(secretsKey, [&](const YamlNode& item) {
        if (packer.variables.contains(item.text))
            reader.report(ProblemCode::BadValue, item,
                          {secretsKey, quoted(item.text), QStringLiteral("a name that is not among variables")});
    });
}

/// Below the folder Packer runs in.
QString readArtifact(MappingReader& reader)
{
    reader.require(artifactKey);
    const QString path = checkedFile(reader, artifactKey);
    const QString clean = QDir::cleanPath(path);
    const YamlNode* node = reader.find(artifactKey);
    if (node && isRelativePath(path) && (clean != path || clean == u"." || clean.section(u'/', 0, 0) == u".."))
        reader.report(ProblemCode::BadValue, *node,
                      {artifactKey, quoted(path), QStringLiteral("a file below the folder Packer runs in")});
    return path;
}

} // namespace

RecipePacker readPacker(const YamlNode& node, QList<Problem>& problems)
{
    MappingReader reader(node, QStringLiteral("packer"), {templateKey, variablesKey, secretsKey, artifactKey},
                         problems);
    RecipePacker packer;
    reader.require(templateKey);
    packer.source = checkedFile(reader, templateKey);
    packer.variables = readVariables(reader);
    packer.secrets = checkedTexts(reader, secretsKey, recipe_rule::variable());
    checkSecrets(reader, packer);
    packer.artifact = readArtifact(reader);
    return packer;
}

} // namespace snowmelt
