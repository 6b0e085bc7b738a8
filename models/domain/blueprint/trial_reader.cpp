// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/trial_reader.h"

#include "models/domain/blueprint/recipe_checks.h"

namespace snowmelt {

namespace {

constexpr int highestHealthPort = 65535;
constexpr int longestStart = 3600; ///< seconds
constexpr int highestSchema = 1'000'000;

} // namespace

RecipeHealth readHealth(const YamlNode& node, QList<Problem>& problems)
{
    const QString port = QStringLiteral("port");
    const QString path = QStringLiteral("path");
    const QString seconds = QStringLiteral("seconds");
    MappingReader reader(node, QStringLiteral("health"), {port, path, seconds}, problems);
    RecipeHealth health;
    health.port = reader.number(port, 1, highestHealthPort);
    health.path = checkedText(reader, path, recipe_rule::urlPath(), {});
    health.seconds = reader.number(seconds, 1, longestStart, health.seconds);
    return health;
}

RecipeTest readTest(const YamlNode& item, QList<Problem>& problems)
{
    const QString name = QStringLiteral("name");
    const QString command = QStringLiteral("command");
    MappingReader reader(item, QStringLiteral("tests"), {name, command}, problems);
    RecipeTest test;
    test.name = checkedText(reader, name, recipe_rule::service());
    test.command = checkedText(reader, command, recipe_rule::line());
    return test;
}

SchemaWindow readSchemaWindow(const YamlNode& node, QList<Problem>& problems)
{
    const QString from = QStringLiteral("from");
    const QString to = QStringLiteral("to");
    MappingReader reader(node, QStringLiteral("schema"), {from, to}, problems);
    const qsizetype before = problems.size();
    const SchemaWindow window{reader.number(from, 1, highestSchema), reader.number(to, 1, highestSchema)};
    if (problems.size() == before && window.to < window.from)
        reader.report(ProblemCode::BadValue, *reader.find(to),
                      {to, QString::number(window.to), QStringLiteral("a version that is not below from")});
    return window;
}

} // namespace snowmelt
