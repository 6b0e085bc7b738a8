// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/parse_blueprint.h"

#include "models/domain/blueprint/blueprint_references.h"
#include "models/domain/blueprint/mapping_reader.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int newestBlueprint = 1;
constexpr int largestPort = 65535;
/// A lab fleet has 250 addresses, and a swap needs a group twice.
constexpr int largestLabGroup = 100;
constexpr int largestSimulatedGroup = 100'000;
constexpr int largestPrice = 1'000'000'000;

class BlueprintReader
{
public:
    BlueprintReader(const YamlNode& root, const QString& path)
        : m_top(root, QStringLiteral("blueprint"),
                {QStringLiteral("snowmelt"), QStringLiteral("name"), QStringLiteral("platform"),
                 QStringLiteral("images"), QStringLiteral("balancers"), QStringLiteral("groups"),
                 QStringLiteral("databases"), QStringLiteral("prices")},
                m_problems)
    {
        m_blueprint.path = path;
    }

    /// A newer version may mean anything: nothing else of it is judged.
    static std::optional<Problem> futureVersion(const YamlNode& root)
    {
        const YamlNode* version = root.find(QStringLiteral("snowmelt"));
        if (!version || version->text.toLongLong() <= newestBlueprint)
            return std::nullopt;
        return Problem{ProblemCode::FutureVersion,
                       version->line,
                       version->column,
                       {version->text, QString::number(newestBlueprint)}};
    }

    Parsed<Blueprint> read()
    {
        m_top.number(QStringLiteral("snowmelt"), 1, newestBlueprint);
        m_blueprint.name = m_top.text(QStringLiteral("name"));
        if (const YamlNode* name = m_top.find(QStringLiteral("name")))
            checkName(*name);
        readPlatform();
        m_top.eachEntry(QStringLiteral("images"), [this](auto& key, auto& value) { readImage(key, value); });
        m_top.eachEntry(QStringLiteral("balancers"), [this](auto& key, auto& value) { readBalancer(key, value); });
        m_top.eachEntry(QStringLiteral("groups"), [this](auto& key, auto& value) { readGroup(key, value); });
        m_top.eachEntry(QStringLiteral("databases"), [this](auto& key, auto& value) { readDatabase(key, value); });
        readPrices();
        m_problems += checkReferences(m_blueprint, m_mentions);
        std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        if (!m_problems.isEmpty())
            return {{}, m_problems};
        return {m_blueprint, {}};
    }

private:
    void problem(ProblemCode code, const YamlNode& where, const QStringList& args)
    {
        m_problems.append({code, where.line, where.column, args});
    }

    void checkName(const YamlNode& name)
    {
        static const QRegularExpression allowed(QStringLiteral("^[a-z][a-z0-9-]{0,30}$"));
        if (name.kind == YamlNode::Kind::Scalar && !allowed.match(name.text).hasMatch())
            problem(ProblemCode::BadName, name, {name.text});
    }

    QString partName(const YamlNode& key, const QString& kind)
    {
        checkName(key);
        m_mentions.partNames.append({kind, key.text, key.line, key.column});
        return key.text;
    }

    void readPlatform()
    {
        m_top.require(QStringLiteral("platform"));
        const YamlNode* node = m_top.find(QStringLiteral("platform"));
        if (!node)
            return;
        MappingReader platform(*node, QStringLiteral("platform"), {QStringLiteral("kind")}, m_problems);
        m_blueprint.platform.kind =
            platform.choice(QStringLiteral("kind"), {QStringLiteral("podman"), QStringLiteral("simulation")});
    }

    void readPrices()
    {
        const YamlNode* node = m_top.find(QStringLiteral("prices"));
        if (!node)
            return;
        MappingReader prices(*node, QStringLiteral("prices"), {QStringLiteral("currency"), QStringLiteral("node-hour")},
                             m_problems);
        m_blueprint.prices.currency = currencyOf(prices);
        m_blueprint.prices.perNodeHour = prices.decimal(QStringLiteral("node-hour"), 0, largestPrice);
    }

    /// A sign or a code, to be written before a number: no digits, nothing that would run into the number.
    QString currencyOf(MappingReader& prices)
    {
        const QString currency = prices.text(QStringLiteral("currency"));
        static const QRegularExpression allowed(QStringLiteral("^[\\p{L}\\p{Sc}.]{1,4}$"));
        const YamlNode* node = prices.find(QStringLiteral("currency"));
        if (node && node->kind == YamlNode::Kind::Scalar && !allowed.match(currency).hasMatch())
            problem(ProblemCode::BadValue, *node,
                    {QStringLiteral("currency"), currency, QStringLiteral("a sign or a code such as € or EUR")});
        return currency;
    }

    void readImage(const YamlNode& key, const YamlNode& value)
    {
        MappingReader image(value, key.text, {QStringLiteral("versions")}, m_problems);
        image.require(QStringLiteral("versions"));
        image.eachEntry(QStringLiteral("versions"), [&](const YamlNode& version, const YamlNode& recipe) {
            const QString text = key.text + u'@' + version.text;
            const auto ref = ImageRef::parse(text);
            if (!ref)
                problem(ProblemCode::BadName, version, {text});
            else
                m_blueprint.images.append({*ref, recipePath(version, recipe)});
        });
    }

    QString recipePath(const YamlNode& version, const YamlNode& recipe)
    {
        if (recipe.kind != YamlNode::Kind::Scalar) {
            problem(ProblemCode::WrongType, recipe.kind == YamlNode::Kind::Null ? version : recipe,
                    {version.text, QStringLiteral("text")});
            return {};
        }
        const QString clean = QDir::cleanPath(recipe.text);
        if (recipe.text.isEmpty() || QDir::isAbsolutePath(clean) || clean == QStringLiteral("..") ||
            clean.startsWith(QStringLiteral("../")))
            problem(ProblemCode::PathEscapes, recipe, {recipe.text});
        return clean;
    }

    ImageRef imageOf(MappingReader& part)
    {
        const QString text = part.text(QStringLiteral("image"));
        const YamlNode* node = part.find(QStringLiteral("image"));
        if (text.isNull())
            return {};
        const auto ref = ImageRef::parse(text);
        if (!ref)
            problem(ProblemCode::BadValue, *node, {QStringLiteral("image"), text, QStringLiteral("NAME@VERSION")});
        else
            m_mentions.images.append({QStringLiteral("image"), text, node->line, node->column});
        return ref.value_or(ImageRef{});
    }

    QStringList mentioned(MappingReader& part, const QString& key, QList<Mention>& mentions)
    {
        part.eachItem(key, [&](const YamlNode& item) { mentions.append({key, item.text, item.line, item.column}); });
        return part.texts(key);
    }

    void readBalancer(const YamlNode& key, const YamlNode& value)
    {
        MappingReader part(
            value, key.text,
            {QStringLiteral("driver"), QStringLiteral("image"), QStringLiteral("listen"), QStringLiteral("serves")},
            m_problems);
        Balancer balancer;
        balancer.name = partName(key, QStringLiteral("balancers"));
        balancer.driver = part.choice(QStringLiteral("driver"), {QStringLiteral("haproxy")});
        balancer.image = imageOf(part);
        balancer.listen = part.number(QStringLiteral("listen"), 1, largestPort);
        part.require(QStringLiteral("serves"));
        balancer.serves = mentioned(part, QStringLiteral("serves"), m_mentions.groups);
        m_blueprint.balancers.append(balancer);
    }

    void readGroup(const YamlNode& key, const YamlNode& value)
    {
        MappingReader part(value, key.text,
                           {QStringLiteral("image"), QStringLiteral("size"), QStringLiteral("port"),
                            QStringLiteral("health"), QStringLiteral("uses")},
                           m_problems);
        Group group;
        group.name = partName(key, QStringLiteral("groups"));
        group.image = imageOf(part);
        const bool simulated = m_blueprint.platform.kind == QStringLiteral("simulation");
        group.size = part.number(QStringLiteral("size"), 1, simulated ? largestSimulatedGroup : largestLabGroup);
        group.port = part.number(QStringLiteral("port"), 1, largestPort);
        group.health = healthOf(part);
        group.uses = mentioned(part, QStringLiteral("uses"), m_mentions.databases);
        if (group.uses.size() > 1)
            problem(ProblemCode::BadValue, *part.find(QStringLiteral("uses")),
                    {QStringLiteral("uses"), group.uses.join(QStringLiteral(", ")), QStringLiteral("one database")});
        m_blueprint.groups.append(group);
    }

    HealthCheck healthOf(MappingReader& part)
    {
        HealthCheck health;
        const YamlNode* node = part.find(QStringLiteral("health"));
        if (!node)
            return health;
        MappingReader reader(*node, QStringLiteral("health"), {QStringLiteral("path")}, m_problems);
        health.path = reader.text(QStringLiteral("path"), health.path);
        static const QRegularExpression allowed(QStringLiteral("^/[A-Za-z0-9/._~?=&%-]*$"));
        if (!allowed.match(health.path).hasMatch())
            problem(ProblemCode::BadValue, *reader.find(QStringLiteral("path")),
                    {QStringLiteral("path"), health.path, QStringLiteral("a URL path such as /healthz")});
        return health;
    }

    void readDatabase(const YamlNode& key, const YamlNode& value)
    {
        MappingReader part(
            value, key.text,
            {QStringLiteral("engine"), QStringLiteral("image"), QStringLiteral("volume"), QStringLiteral("schema")},
            m_problems);
        Database database;
        database.name = partName(key, QStringLiteral("databases"));
        database.engine = part.choice(QStringLiteral("engine"), {QStringLiteral("postgresql")});
        database.image = imageOf(part);
        if (part.find(QStringLiteral("volume")))
            database.keepVolume =
                part.choice(QStringLiteral("volume"), {QStringLiteral("keep"), QStringLiteral("discard")}) ==
                QStringLiteral("keep");
        database.schema = part.number(QStringLiteral("schema"), 1, 1'000'000, 0);
        m_blueprint.databases.append(database);
    }

    QList<Problem> m_problems;
    MappingReader m_top;
    Mentions m_mentions;
    Blueprint m_blueprint;
};

} // namespace

Parsed<Blueprint> parseBlueprint(const QByteArray& text, const QString& path)
{
    const Parsed<YamlNode> yaml = readYaml(text);
    if (!yaml.ok())
        return {{}, yaml.problems};
    if (const auto problem = BlueprintReader::futureVersion(yaml.value))
        return {{}, {*problem}};
    return BlueprintReader(yaml.value, path).read();
}

} // namespace snowmelt
