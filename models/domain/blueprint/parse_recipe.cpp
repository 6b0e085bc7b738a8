// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/packer_reader.h"
#include "models/domain/blueprint/recipe_checks.h"
#include "models/domain/blueprint/recipe_file_reader.h"
#include "models/domain/blueprint/source_reader.h"
#include "models/domain/blueprint/trial_reader.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int newestRecipe = 1;
constexpr int highestPort = 65535;

const QString packagesKey = QStringLiteral("packages");
const QString sourcesKey = QStringLiteral("sources");
const QString filesKey = QStringLiteral("files");
const QString usersKey = QStringLiteral("users");
const QString templatesKey = QStringLiteral("templates");
const QString startKey = QStringLiteral("start");
const QString healthKey = QStringLiteral("health");
const QString testsKey = QStringLiteral("tests");
const QString schemaKey = QStringLiteral("schema");
const QString packerKey = QStringLiteral("packer");
const QString commandsKey = QStringLiteral("commands");
const QString beforeKey = QStringLiteral("before-packages");
const QString servicesKey = QStringLiteral("services");
const QString portsKey = QStringLiteral("ports");
const QString labelsKey = QStringLiteral("labels");
const QString nameKey = QStringLiteral("name");
const QString pathKey = QStringLiteral("path");
const QString suiteKey = QStringLiteral("suite");
const QString parentKey = QStringLiteral("parent");
const QString commandKey = QStringLiteral("command");

class RecipeReader
{
public:
    RecipeReader(const YamlNode& root, const QByteArray& text)
        : m_text(text), m_top(root, QStringLiteral("recipe"),
                              {QStringLiteral("snowmelt-recipe"),
                               QStringLiteral("description"),
                               QStringLiteral("tier"),
                               parentKey,
                               suiteKey,
                               sourcesKey,
                               beforeKey,
                               packagesKey,
                               usersKey,
                               filesKey,
                               templatesKey,
                               commandsKey,
                               startKey,
                               servicesKey,
                               portsKey,
                               healthKey,
                               testsKey,
                               schemaKey,
                               labelsKey,
                               packerKey},
                              m_problems)
    {
    }

    /// A newer version may mean anything: nothing else of it is judged.
    static std::optional<Problem> futureVersion(const YamlNode& root)
    {
        const YamlNode* version = root.find(QStringLiteral("snowmelt-recipe"));
        if (!version || version->text.toLongLong() <= newestRecipe)
            return std::nullopt;
        return Problem{
            ProblemCode::FutureVersion, version->line, version->column, {version->text, QString::number(newestRecipe)}};
    }

    Parsed<Recipe> read()
    {
        m_top.number(QStringLiteral("snowmelt-recipe"), 1, newestRecipe);
        m_recipe.description = checkedText(m_top, QStringLiteral("description"), recipe_rule::line(), {});
        readTier();
        m_recipe.preCommands = commandsOf(beforeKey);
        readSources();
        readPackages();
        readParts();
        m_recipe.commands = commandsOf(commandsKey);
        m_recipe.start = commandsOf(startKey);
        readTrial();
        m_top.eachEntry(labelsKey, [this](const YamlNode& key, const YamlNode& value) { readLabel(key, value); });
        std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        if (!m_problems.isEmpty())
            return {{}, m_problems};
        return {m_recipe, {}};
    }

private:
    void bad(const YamlNode& where, const QString& key, const QString& expected)
    {
        m_top.report(ProblemCode::BadValue, where, {key, quoted(where.text), expected});
    }

    void readTier()
    {
        const QStringList tiers{QStringLiteral("os"), QStringLiteral("foundation"), QStringLiteral("immutable")};
        const qsizetype tier = tiers.indexOf(m_top.choice(QStringLiteral("tier"), tiers));
        m_recipe.tier = static_cast<Tier>(std::max<qsizetype>(0, tier));
        if (m_top.find(packerKey))
            readPacked();
        else if (tier == 0)
            readSuite();
        else if (tier > 0)
            readParent();
        if (tier == 0)
            refuse(schemaKey, QStringLiteral("a schema window above the OS tier only"));
        if (tier == 2 && !m_recipe.packer)
            refuseInApplication();
    }

    /// Packer makes the whole root: nothing is below it, and nothing is added.
    void readPacked()
    {
        m_recipe.packer = readPacker(*m_top.find(packerKey), m_problems);
        for (const QString& key : {parentKey, suiteKey, sourcesKey, beforeKey, packagesKey, usersKey, filesKey,
                                   templatesKey, commandsKey, startKey, servicesKey})
            refuse(key, QStringLiteral("not beside packer"));
    }

    void refuseInApplication()
    {
        refuse(sourcesKey, QStringLiteral("package sources in the tiers os and foundation only"));
        refuse(startKey, QStringLiteral("start commands in the tiers os and foundation only"));
    }

    void refuse(const QString& key, const QString& expected)
    {
        if (const YamlNode* node = m_top.find(key))
            bad(*node, key, expected);
    }

    void readSuite()
    {
        m_recipe.suite = checkedText(m_top, suiteKey, recipe_rule::suite());
        refuse(parentKey, QStringLiteral("no parent in an OS tier"));
        refuse(beforeKey, QStringLiteral("no commands before there is a root"));
    }

    void readParent()
    {
        const QString text = m_top.text(parentKey);
        const auto ref = ImageRef::parse(text);
        if (!text.isNull() && !ref)
            bad(*m_top.find(parentKey), parentKey, QStringLiteral("NAME@VERSION"));
        m_recipe.parent = ref.value_or(ImageRef{});
        refuse(suiteKey, QStringLiteral("a suite in the OS tier only"));
    }

    QStringList commandsOf(const QString& key)
    {
        QStringList commands;
        m_top.eachItem(key, [&](const YamlNode& item) {
            if (checkItem(m_top, key, item, recipe_rule::command()))
                commands += item.text;
        });
        return commands;
    }

    void readSources()
    {
        Once once(m_top, sourcesKey);
        m_top.eachItem(sourcesKey, [&](const YamlNode& item) {
            const RecipeSource source = readSource(item, m_problems);
            if (source.uri.isEmpty() || once.first(item, source.uri + u' ' + source.suite))
                m_recipe.sources += source;
        });
    }

    void readPackages()
    {
        Once once(m_top, packagesKey);
        m_top.eachItem(packagesKey, [&](const YamlNode& item) {
            if (checkItem(m_top, packagesKey, item, recipe_rule::package()) &&
                once.first(item, item.text.section(u'=', 0, 0)))
                m_recipe.packages += item.text;
        });
    }

    void readParts()
    {
        Once users(m_top, nameKey);
        Once files(m_top, pathKey);
        Once services(m_top, nameKey);
        Once ports(m_top, portsKey);
        m_top.eachItem(usersKey, [&](const YamlNode& item) { readUser(item, users); });
        m_top.eachItem(filesKey, [&](const YamlNode& item) { readFile(item, filesKey, m_recipe.files, files); });
        m_top.eachItem(templatesKey,
                       [&](const YamlNode& item) { readFile(item, templatesKey, m_recipe.templates, files); });
        m_top.eachItem(servicesKey, [&](const YamlNode& item) { readService(item, services); });
        m_top.eachItem(portsKey, [&](const YamlNode& item) { readPort(item, ports); });
        if (m_recipe.services.size() > mostServices)
            m_top.report(ProblemCode::BadValue, *m_top.find(servicesKey),
                         {servicesKey, QString::number(m_recipe.services.size()),
                          QStringLiteral("at most 30 services in one recipe")});
    }

    void readTrial()
    {
        Once tests(m_top, nameKey);
        if (const YamlNode* health = m_top.find(healthKey))
            m_recipe.health = readHealth(*health, m_problems);
        if (const YamlNode* schema = m_top.find(schemaKey))
            m_recipe.schema = readSchemaWindow(*schema, m_problems);
        m_top.eachItem(testsKey, [&](const YamlNode& item) {
            m_recipe.tests.append(readTest(item, m_problems));
            if (const YamlNode* name = item.find(nameKey); name && name->kind == YamlNode::Kind::Scalar)
                tests.first(*name, name->text);
        });
    }

    void readUser(const YamlNode& item, Once& once)
    {
        const QString home = QStringLiteral("home");
        const QString shell = QStringLiteral("shell");
        MappingReader reader(item, usersKey, {nameKey, home, shell}, m_problems);
        RecipeUser user;
        user.name = checkedText(reader, nameKey, recipe_rule::userName());
        user.home = reader.text(home, QStringLiteral("/nonexistent"));
        user.shell = reader.text(shell, user.shell);
        for (const QString& key : {home, shell})
            checkPath(reader, key, isPlainPath, QStringLiteral("an absolute path"));
        if (const YamlNode* name = reader.find(nameKey))
            once.first(*name, user.name);
        m_recipe.users.append(user);
    }

    void readFile(const YamlNode& item, const QString& list, QList<RecipeFile>& files, Once& once)
    {
        files.append(readRecipeFile(item, list, m_text, m_problems));
        if (const YamlNode* path = item.find(pathKey); path && path->kind == YamlNode::Kind::Scalar)
            once.first(*path, path->text);
    }

    void readService(const YamlNode& item, Once& once)
    {
        MappingReader reader(item, servicesKey, {nameKey, commandKey}, m_problems);
        RecipeService service;
        service.name = checkedText(reader, nameKey, recipe_rule::service());
        service.command = checkedText(reader, commandKey, recipe_rule::line());
        if (const YamlNode* name = reader.find(nameKey))
            once.first(*name, service.name);
        m_recipe.services.append(service);
    }

    void readPort(const YamlNode& item, Once& once)
    {
        bool whole = false;
        const int port = item.text.toInt(&whole);
        if (!whole || QString::number(port) != item.text)
            m_top.report(ProblemCode::WrongType, item, {portsKey, QStringLiteral("a whole number")});
        else if (port < 1 || port > highestPort)
            m_top.report(ProblemCode::OutOfRange, item,
                         {portsKey, item.text, QStringLiteral("1"), QString::number(highestPort)});
        else if (once.first(item, item.text))
            m_recipe.ports += port;
    }

    void readLabel(const YamlNode& key, const YamlNode& value)
    {
        if (!recipe_rule::labelName().fits(key.text))
            bad(key, labelsKey, recipe_rule::labelName().expected);
        else if (value.kind != YamlNode::Kind::Scalar)
            m_top.report(ProblemCode::WrongType, value.kind == YamlNode::Kind::Null ? key : value,
                         {key.text, QStringLiteral("text")});
        else if (!recipe_rule::line().fits(value.text))
            bad(value, key.text, recipe_rule::line().expected);
        else
            m_recipe.labels.insert(key.text, value.text);
    }

    QByteArray m_text;
    QList<Problem> m_problems;
    MappingReader m_top;
    Recipe m_recipe;
};

} // namespace

Parsed<Recipe> parseRecipe(const QByteArray& text)
{
    const Parsed<YamlNode> yaml = readYaml(text);
    if (!yaml.ok())
        return {{}, yaml.problems};
    if (const auto problem = RecipeReader::futureVersion(yaml.value))
        return {{}, {*problem}};
    return RecipeReader(yaml.value, text).read();
}

} // namespace snowmelt
