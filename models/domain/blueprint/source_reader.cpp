// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/source_reader.h"

#include "models/domain/blueprint/recipe_checks.h"

namespace snowmelt {

namespace {

const QString sourceSuiteKey = QStringLiteral("suite");
const QString componentsKey = QStringLiteral("components");
const QString signerKey = QStringLiteral("key");

/// apt reads a suite that ends in "/" as a folder, and that has no components.
void checkComponents(MappingReader& reader, const RecipeSource& source)
{
    const YamlNode* given = reader.find(componentsKey);
    if (!source.suite.endsWith(u'/'))
        reader.require(componentsKey);
    if (given && source.suite.endsWith(u'/'))
        reader.report(ProblemCode::BadValue, *given,
                      {componentsKey, source.components.join(QStringLiteral(", ")),
                       QStringLiteral("no components beside a folder")});
    else if (given && given->kind == YamlNode::Kind::Sequence && given->items.isEmpty())
        reader.report(ProblemCode::BadValue, *given,
                      {componentsKey, QStringLiteral("[]"), QStringLiteral("a component such as main")});
}

} // namespace

RecipeSource readSource(const YamlNode& item, QList<Problem>& problems)
{
    const QString uri = QStringLiteral("uri");
    MappingReader reader(item, QStringLiteral("sources"), {uri, sourceSuiteKey, componentsKey, signerKey}, problems);
    RecipeSource source;
    source.uri = checkedText(reader, uri, recipe_rule::address());
    source.suite = checkedText(reader, sourceSuiteKey, recipe_rule::archive());
    source.components = checkedTexts(reader, componentsKey, recipe_rule::component());
    checkComponents(reader, source);
    source.key = checkedFile(reader, signerKey);
    return source;
}

} // namespace snowmelt
