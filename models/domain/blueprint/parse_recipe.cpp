// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/mapping_reader.h"
#include "models/domain/blueprint/recipe.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int newestRecipe = 1;

class RecipeReader
{
public:
    explicit RecipeReader(const YamlNode& root)
        : m_top(root, QStringLiteral("recipe"),
                {QStringLiteral("snowmelt-recipe"), QStringLiteral("description"), QStringLiteral("tier"),
                 QStringLiteral("parent"), QStringLiteral("suite"), QStringLiteral("before-packages"),
                 QStringLiteral("packages"), QStringLiteral("users"), QStringLiteral("files"),
                 QStringLiteral("commands"), QStringLiteral("services"), QStringLiteral("ports")},
                m_problems)
    {
    }

    Parsed<Recipe> read()
    {
        m_top.number(QStringLiteral("snowmelt-recipe"), 1, newestRecipe);
        m_recipe.description = m_top.text(QStringLiteral("description"), {});
        readTier();
        m_recipe.preCommands = m_top.texts(QStringLiteral("before-packages"));
        readPackages();
        m_top.eachItem(QStringLiteral("users"), [this](const YamlNode& item) { readUser(item); });
        m_top.eachItem(QStringLiteral("files"), [this](const YamlNode& item) { readFile(item); });
        m_recipe.commands = m_top.texts(QStringLiteral("commands"));
        m_top.eachItem(QStringLiteral("services"), [this](const YamlNode& item) { readService(item); });
        m_top.eachItem(QStringLiteral("ports"), [this](const YamlNode& item) { readPort(item); });
        std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        if (!m_problems.isEmpty())
            return {{}, m_problems};
        return {m_recipe, {}};
    }

private:
    void problem(ProblemCode code, const YamlNode& where, const QStringList& args)
    {
        m_problems.append({code, where.line, where.column, args});
    }

    void checkText(MappingReader& reader, const QString& key, const QRegularExpression& allowed,
                   const QString& expected)
    {
        const YamlNode* node = reader.find(key);
        if (node && node->kind == YamlNode::Kind::Scalar && !allowed.match(node->text).hasMatch())
            problem(ProblemCode::BadValue, *node, {key, node->text, expected});
    }

    void readTier()
    {
        const QStringList tiers{QStringLiteral("os"), QStringLiteral("foundation"), QStringLiteral("immutable")};
        const qsizetype tier = tiers.indexOf(m_top.choice(QStringLiteral("tier"), tiers));
        m_recipe.tier = static_cast<Tier>(std::max<qsizetype>(0, tier));
        if (tier == 0)
            readSuite();
        else if (tier > 0)
            readParent();
    }

    void readSuite()
    {
        m_recipe.suite = m_top.text(QStringLiteral("suite"));
        static const QRegularExpression allowed(QStringLiteral("^[a-z][a-z0-9.-]*$"));
        checkText(m_top, QStringLiteral("suite"), allowed, QStringLiteral("a Debian suite such as bookworm"));
        if (const YamlNode* parent = m_top.find(QStringLiteral("parent")))
            problem(ProblemCode::BadValue, *parent,
                    {QStringLiteral("parent"), parent->text, QStringLiteral("no parent in an OS tier")});
    }

    void readParent()
    {
        const QString text = m_top.text(QStringLiteral("parent"));
        const auto ref = ImageRef::parse(text);
        if (!text.isNull() && !ref)
            problem(ProblemCode::BadValue, *m_top.find(QStringLiteral("parent")),
                    {QStringLiteral("parent"), text, QStringLiteral("NAME@VERSION")});
        m_recipe.parent = ref.value_or(ImageRef{});
        if (const YamlNode* suite = m_top.find(QStringLiteral("suite")))
            problem(ProblemCode::BadValue, *suite,
                    {QStringLiteral("suite"), suite->text, QStringLiteral("a suite in the OS tier only")});
    }

    void readPackages()
    {
        static const QRegularExpression allowed(QStringLiteral("^[a-z0-9][a-z0-9+.-]+(=[A-Za-z0-9.+:~-]+)?$"));
        m_top.eachItem(QStringLiteral("packages"), [this](const YamlNode& item) {
            if (!allowed.match(item.text).hasMatch())
                problem(ProblemCode::BadValue, item,
                        {QStringLiteral("packages"), item.text, QStringLiteral("a Debian package name")});
            else
                m_recipe.packages += item.text;
        });
    }

    void readUser(const YamlNode& item)
    {
        static const QRegularExpression name(QStringLiteral("^[a-z_][a-z0-9_-]{0,30}$"));
        MappingReader reader(item, QStringLiteral("users"),
                             {QStringLiteral("name"), QStringLiteral("home"), QStringLiteral("shell")}, m_problems);
        RecipeUser user;
        user.name = reader.text(QStringLiteral("name"));
        checkText(reader, QStringLiteral("name"), name, QStringLiteral("a Linux user name"));
        user.home = reader.text(QStringLiteral("home"), QStringLiteral("/nonexistent"));
        user.shell = reader.text(QStringLiteral("shell"), user.shell);
        checkAbsolute(reader, QStringLiteral("home"));
        checkAbsolute(reader, QStringLiteral("shell"));
        m_recipe.users.append(user);
    }

    void checkAbsolute(MappingReader& reader, const QString& key)
    {
        const YamlNode* node = reader.find(key);
        if (node &&
            (!node->text.startsWith(u'/') || QDir::cleanPath(node->text) != node->text || node->text.contains(u'\n')))
            problem(ProblemCode::BadValue, *node, {key, node->text, QStringLiteral("an absolute path")});
    }

    void readFile(const YamlNode& item)
    {
        MappingReader reader(item, QStringLiteral("files"),
                             {QStringLiteral("path"), QStringLiteral("source"), QStringLiteral("content"),
                              QStringLiteral("mode"), QStringLiteral("owner"), QStringLiteral("group")},
                             m_problems);
        RecipeFile file;
        file.path = reader.text(QStringLiteral("path"));
        checkAbsolute(reader, QStringLiteral("path"));
        readBody(reader, file);
        file.mode = modeOf(reader);
        file.owner = reader.text(QStringLiteral("owner"), file.owner);
        file.group = reader.text(QStringLiteral("group"), file.group);
        m_recipe.files.append(file);
    }

    void readBody(MappingReader& reader, RecipeFile& file)
    {
        const YamlNode* source = reader.find(QStringLiteral("source"));
        const YamlNode* content = reader.find(QStringLiteral("content"));
        if (!source && !content)
            reader.require(QStringLiteral("source"));
        else if (source && content)
            problem(ProblemCode::BadValue, *content,
                    {QStringLiteral("content"), QStringLiteral("…"), QStringLiteral("either source or content")});
        file.source = reader.text(QStringLiteral("source"), {});
        if (QDir::isAbsolutePath(file.source) || file.source.contains(QChar(u'\0')))
            problem(ProblemCode::PathEscapes, *source, {file.source});
        file.content = reader.text(QStringLiteral("content"), {}).toUtf8();
    }

    int modeOf(MappingReader& reader)
    {
        const QString text = reader.text(QStringLiteral("mode"), QStringLiteral("0644"));
        bool octal = false;
        const int mode = text.toInt(&octal, 8);
        if (octal && mode >= 0 && mode <= 07777)
            return mode;
        problem(ProblemCode::BadValue, *reader.find(QStringLiteral("mode")),
                {QStringLiteral("mode"), text, QStringLiteral("an octal mode such as \"0755\"")});
        return 0644;
    }

    void readService(const YamlNode& item)
    {
        static const QRegularExpression name(QStringLiteral("^[a-z][a-z0-9-]*$"));
        MappingReader reader(item, QStringLiteral("services"), {QStringLiteral("name"), QStringLiteral("command")},
                             m_problems);
        m_recipe.services.append({reader.text(QStringLiteral("name")), reader.text(QStringLiteral("command"))});
        checkText(reader, QStringLiteral("name"), name, QStringLiteral("a name of a-z, 0-9 and -"));
    }

    void readPort(const YamlNode& item)
    {
        bool whole = false;
        const int port = item.text.toInt(&whole);
        if (!whole)
            problem(ProblemCode::WrongType, item, {QStringLiteral("ports"), QStringLiteral("a whole number")});
        else if (port < 1 || port > 65535)
            problem(ProblemCode::OutOfRange, item,
                    {QStringLiteral("ports"), item.text, QStringLiteral("1"), QStringLiteral("65535")});
        else
            m_recipe.ports += port;
    }

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
    return RecipeReader(yaml.value).read();
}

} // namespace snowmelt
