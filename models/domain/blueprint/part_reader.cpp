// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/part_reader.h"

#include "models/domain/blueprint/label.h"

#include <QRegularExpression>

namespace snowmelt {

namespace {

constexpr int largestPort = 65535;
/// A lab fleet has 250 addresses, and a swap needs a group twice.
constexpr int largestLabGroup = 100;
constexpr int largestSimulatedGroup = 100'000;
constexpr int largestSchema = 1'000'000;
constexpr qsizetype longestZone = 200; ///< characters
constexpr int shownOfZone = 80;

const QString imageKey = QStringLiteral("image");
const QString portKey = QStringLiteral("port");
const QString zoneKey = QStringLiteral("zone");
const QString zonesKey = QStringLiteral("zones");
const QString engineKey = QStringLiteral("engine");
const QString hostsKey = QStringLiteral("hosts");
const QString sizeKey = QStringLiteral("size");

/// None when it is no list: that has been said already.
QList<YamlNode> itemsOf(const MappingReader& part, const QString& key)
{
    const YamlNode* list = part.find(key);
    return list && list->kind == YamlNode::Kind::Sequence ? list->items : QList<YamlNode>();
}

} // namespace

PartReader::PartReader(Blueprint& blueprint, Mentions& mentions, QList<Problem>& problems)
    : m_blueprint(blueprint), m_mentions(mentions), m_problems(problems), m_hosts(blueprint, problems)
{
}

void PartReader::readAll(MappingReader& top)
{
    top.eachEntry(QStringLiteral("balancers"), [this](auto& key, auto& value) { readBalancer(key, value); });
    top.eachEntry(QStringLiteral("groups"), [this](auto& key, auto& value) { readGroup(key, value); });
    top.eachEntry(QStringLiteral("caches"), [this](auto& key, auto& value) { readCache(key, value); });
    top.eachEntry(QStringLiteral("databases"), [this](auto& key, auto& value) { readDatabase(key, value); });
    m_hosts.checkNames(m_mentions.partNames);
}

void PartReader::problem(ProblemCode code, const YamlNode& where, const QStringList& args)
{
    m_problems.append({code, where.line, where.column, args});
}

void PartReader::checkName(const YamlNode& name)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[a-z][a-z0-9-]{0,30}\\z"));
    if (name.kind == YamlNode::Kind::Scalar && !allowed.match(name.text).hasMatch())
        problem(ProblemCode::BadName, name, {name.text});
}

QString PartReader::partName(const YamlNode& key, const QString& kind)
{
    checkName(key);
    m_mentions.partNames.append({kind, key.text, {}, key.line, key.column});
    return key.text;
}

ImageRef PartReader::imageOf(MappingReader& part)
{
    if (m_hosts.given()) {
        m_hosts.refuse(part, {imageKey});
        return {};
    }
    const QString text = part.text(imageKey);
    const YamlNode* node = part.find(imageKey);
    if (text.isNull())
        return {};
    const auto ref = ImageRef::parse(text);
    if (!ref)
        problem(ProblemCode::BadValue, *node, {imageKey, text, QStringLiteral("NAME@VERSION")});
    else
        m_mentions.images.append({imageKey, text, {}, node->line, node->column});
    return ref.value_or(ImageRef{});
}

QStringList PartReader::mentioned(MappingReader& part, const QString& owner, const QString& key,
                                  QList<Mention>& mentions)
{
    const QStringList names = part.texts(key);
    for (const YamlNode& item : itemsOf(part, key))
        mentions.append({key, item.text, owner, item.line, item.column});
    return names;
}

QString PartReader::mentionedOne(MappingReader& part, const QString& owner, const QString& key,
                                 QList<Mention>& mentions)
{
    const QString name = part.text(key, {});
    if (!name.isNull())
        mentions.append({key, name, owner, part.find(key)->line, part.find(key)->column});
    return name;
}

/// Nothing is named by a zone: it is a label, not a host name as a part's is.
void PartReader::checkZone(const QString& key, const YamlNode& zone)
{
    if (zone.kind == YamlNode::Kind::Scalar && !isLabel(zone.text, longestZone))
        problem(ProblemCode::BadValue, zone,
                {key, displayText(zone.text.toUtf8()).left(shownOfZone),
                 QStringLiteral("visible text of at most 200 characters")});
}

/// `zone: a` or `zones: [a, b]`.
QStringList PartReader::zonesOf(MappingReader& part)
{
    const YamlNode* several = part.find(zonesKey);
    if (const YamlNode* one = part.find(zoneKey)) {
        if (several)
            problem(ProblemCode::BadValue, *several, {zonesKey, zoneKey, QStringLiteral("either zone or zones")});
        checkZone(zoneKey, *one);
        return {part.text(zoneKey, {})};
    }
    QStringList zones = part.texts(zonesKey);
    for (const YamlNode& item : itemsOf(part, zonesKey))
        checkZone(zonesKey, item);
    if (zones.removeDuplicates() > 0)
        problem(ProblemCode::BadValue, *several,
                {zonesKey, zones.join(QStringLiteral(", ")), QStringLiteral("each one once")});
    return zones;
}

void PartReader::readBalancer(const YamlNode& key, const YamlNode& value)
{
    MappingReader part(value, key.text,
                       {QStringLiteral("driver"), imageKey, QStringLiteral("listen"), QStringLiteral("serves"),
                        QStringLiteral("pair"), zoneKey, zonesKey, hostsKey},
                       m_problems);
    Balancer balancer;
    balancer.name = partName(key, QStringLiteral("balancers"));
    balancer.driver = part.choice(QStringLiteral("driver"), {QStringLiteral("haproxy")});
    balancer.image = imageOf(part);
    balancer.listen = part.number(QStringLiteral("listen"), 1, largestPort);
    part.require(QStringLiteral("serves"));
    balancer.serves = mentioned(part, key.text, QStringLiteral("serves"), m_mentions.served);
    balancer.pair = mentionedOne(part, key.text, QStringLiteral("pair"), m_mentions.pairs);
    balancer.zones = zonesOf(part);
    balancer.hosts = m_hosts.oneHostOf(part, key);
    m_blueprint.balancers.append(balancer);
}

void PartReader::readGroup(const YamlNode& key, const YamlNode& value)
{
    MappingReader part(
        value, key.text,
        {imageKey, sizeKey, portKey, QStringLiteral("health"), QStringLiteral("uses"), zoneKey, zonesKey, hostsKey},
        m_problems);
    Group group;
    group.name = partName(key, QStringLiteral("groups"));
    group.image = imageOf(part);
    group.hosts = m_hosts.hostsOf(part, key);
    group.size = sizeOf(part, group.hosts);
    group.port = part.number(portKey, 1, largestPort);
    group.health = healthOf(part);
    group.uses = mentioned(part, key.text, QStringLiteral("uses"), m_mentions.used);
    group.zones = zonesOf(part);
    m_blueprint.groups.append(group);
}

int PartReader::sizeOf(MappingReader& part, const QStringList& hosts)
{
    if (m_hosts.given()) {
        m_hosts.refuse(part, {sizeKey});
        return static_cast<int>(hosts.size());
    }
    const bool simulated = m_blueprint.platform.kind == QStringLiteral("simulation");
    return part.number(sizeKey, 1, simulated ? largestSimulatedGroup : largestLabGroup);
}

HealthCheck PartReader::healthOf(MappingReader& part)
{
    HealthCheck health;
    const YamlNode* node = part.find(QStringLiteral("health"));
    if (!node)
        return health;
    MappingReader reader(*node, QStringLiteral("health"), {QStringLiteral("path")}, m_problems);
    health.path = reader.text(QStringLiteral("path"), health.path);
    static const QRegularExpression allowed(QStringLiteral("\\A/[A-Za-z0-9/._~?=&%-]*\\z"));
    if (!allowed.match(health.path).hasMatch())
        problem(ProblemCode::BadValue, *reader.find(QStringLiteral("path")),
                {QStringLiteral("path"), health.path, QStringLiteral("a URL path such as /healthz")});
    return health;
}

void PartReader::readDatabase(const YamlNode& key, const YamlNode& value)
{
    const QString volume = QStringLiteral("volume");
    const QString keep = QStringLiteral("keep");
    MappingReader part(value, key.text,
                       {engineKey, imageKey, volume, QStringLiteral("schema"), QStringLiteral("replica-of"), zoneKey,
                        zonesKey, hostsKey},
                       m_problems);
    Database database;
    database.name = partName(key, QStringLiteral("databases"));
    database.engine = part.choice(engineKey, {QStringLiteral("postgresql")});
    database.image = imageOf(part);
    database.hosts = m_hosts.oneHostOf(part, key);
    if (m_hosts.given())
        m_hosts.refuse(part, {volume});
    else if (part.find(volume))
        database.keepVolume = part.choice(volume, {keep, QStringLiteral("discard")}) == keep;
    database.schema = part.number(QStringLiteral("schema"), 1, largestSchema, 0);
    database.replicaOf = mentionedOne(part, key.text, QStringLiteral("replica-of"), m_mentions.primaries);
    database.zones = zonesOf(part);
    m_blueprint.databases.append(database);
}

void PartReader::readCache(const YamlNode& key, const YamlNode& value)
{
    MappingReader part(value, key.text, {engineKey, imageKey, portKey, zoneKey, zonesKey, hostsKey}, m_problems);
    Cache cache;
    cache.name = partName(key, QStringLiteral("caches"));
    cache.engine = part.choice(engineKey, {QStringLiteral("redis"), QStringLiteral("valkey"),
                                           QStringLiteral("memcached"), QStringLiteral("varnish")});
    cache.image = imageOf(part);
    cache.port = part.number(portKey, 1, largestPort, 0);
    cache.zones = zonesOf(part);
    cache.hosts = m_hosts.hostsOf(part, key);
    m_blueprint.caches.append(cache);
}

} // namespace snowmelt
