// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/parse_blueprint.h"

#include "models/domain/blueprint/blueprint_references.h"
#include "models/domain/blueprint/drift_reader.h"
#include "models/domain/blueprint/host_reader.h"
#include "models/domain/blueprint/mapping_reader.h"
#include "models/domain/blueprint/part_reader.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int newestBlueprint = 1;
constexpr int largestPrice = 1'000'000'000;

class BlueprintReader
{
public:
    BlueprintReader(const YamlNode& root, const QString& path)
        : m_top(root, QStringLiteral("blueprint"),
                {QStringLiteral("snowmelt"), QStringLiteral("name"), QStringLiteral("platform"),
                 QStringLiteral("images"), QStringLiteral("balancers"), QStringLiteral("groups"),
                 QStringLiteral("databases"), QStringLiteral("caches"), QStringLiteral("prices"),
                 QStringLiteral("drift")},
                m_problems),
          m_parts(m_blueprint, m_mentions, m_problems)
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
            m_parts.checkName(*name);
        readPlatform();
        m_top.eachEntry(QStringLiteral("images"), [this](auto& key, auto& value) { readImage(key, value); });
        m_parts.readAll(m_top);
        readPrices();
        if (const YamlNode* drift = m_top.find(QStringLiteral("drift")))
            DriftReader(m_blueprint.drift, m_mentions, m_problems).read(*drift);
        m_problems += checkReferences(m_blueprint, m_mentions);
        makePairsMutual();
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

    /// A pair is said on either side.
    void makePairsMutual()
    {
        QMap<QString, QString> other;
        for (const Balancer& balancer : std::as_const(m_blueprint.balancers))
            if (!balancer.pair.isEmpty())
                other.insert(balancer.pair, balancer.name);
        for (Balancer& balancer : m_blueprint.balancers)
            if (balancer.pair.isEmpty())
                balancer.pair = other.value(balancer.name);
    }

    void readPlatform()
    {
        m_top.require(QStringLiteral("platform"));
        const YamlNode* node = m_top.find(QStringLiteral("platform"));
        if (!node)
            return;
        const QString user = QStringLiteral("user");
        const QString config = QStringLiteral("ssh-config");
        MappingReader platform(*node, QStringLiteral("platform"), {QStringLiteral("kind"), user, config}, m_problems);
        m_blueprint.platform.kind = platform.choice(
            QStringLiteral("kind"), {QStringLiteral("podman"), QStringLiteral("simulation"), QStringLiteral("ssh")});
        HostReader hosts(m_blueprint, m_problems);
        if (!hosts.given())
            return hosts.refuse(platform, {user, config});
        hosts.refuse(m_top, {QStringLiteral("images")});
        m_blueprint.platform.user = userOf(platform, user);
        if (const YamlNode* file = platform.find(config))
            m_blueprint.platform.sshConfig = pathInside(*file, *file, config);
    }

    /// As OpenSSH takes it for a user: nothing a shell or a program could take for something else.
    QString userOf(MappingReader& platform, const QString& key)
    {
        const QString user = platform.text(key, {});
        static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9_.][A-Za-z0-9_.@+\\\\-]{0,99}\\$?\\z"));
        if (!user.isNull() && !allowed.match(user).hasMatch())
            problem(ProblemCode::BadValue, *platform.find(key),
                    {key, displayText(user.toUtf8()).left(80), QStringLiteral("a user name")});
        return user;
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
        static const QRegularExpression allowed(QStringLiteral("\\A[\\p{L}\\p{Sc}.]{1,4}\\z"));
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
                m_blueprint.images.append({*ref, pathInside(recipe, version, version.text)});
        });
    }

    /// A path relative to the blueprint's folder. `named`: where it is said that it is no text at all.
    QString pathInside(const YamlNode& path, const YamlNode& named, const QString& key)
    {
        if (path.kind != YamlNode::Kind::Scalar) {
            problem(ProblemCode::WrongType, path.kind == YamlNode::Kind::Null ? named : path,
                    {key, QStringLiteral("text")});
            return {};
        }
        const QString clean = QDir::cleanPath(path.text);
        if (path.text.isEmpty() || QDir::isAbsolutePath(clean) || clean == QStringLiteral("..") ||
            clean.startsWith(QStringLiteral("../")))
            problem(ProblemCode::PathEscapes, path, {path.text});
        return clean;
    }

    QList<Problem> m_problems;
    MappingReader m_top;
    Mentions m_mentions;
    Blueprint m_blueprint;
    PartReader m_parts;
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
