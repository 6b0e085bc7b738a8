// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/podman_possessions.h"

#include "backend/platform/podman/labels.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds stopGrace{30};
constexpr qsizetype shownDigits = 12;
const QString ourImages = QStringLiteral("localhost/");

QJsonArray arrayOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).array();
}

QString fleetOf(const QJsonValue& thing, QStringView labels)
{
    return thing[labels][QLatin1String(fleetLabel)].toString();
}

/// "orders" of "snowmelt-shop-3f2a1b2c-orders".
QString partOf(const QString& name, const QString& fleetId)
{
    const QString mark = u'-' + fleetId.left(8) + u'-';
    const qsizetype at = name.indexOf(mark);
    return at < 0 ? QString() : name.mid(at + mark.size());
}

struct Held
{
    QSet<QString> images;
    QSet<QString> networks;
};

Held heldBy(const QJsonArray& containers)
{
    Held held;
    for (const QJsonValue& container : containers) {
        held.images.insert(container[u"ImageID"].toString());
        for (const QJsonValue& network : container[u"Networks"].toArray())
            held.networks.insert(network.toString());
    }
    return held;
}

Possession nodeOf(const QJsonObject& container, const NodeFacts& facts)
{
    const QString name = container.value(u"Names").toArray().first().toString();
    return {OrphanKind::Node,
            container.value(u"Id").toString(),
            name,
            facts.fleet,
            facts.name,
            facts.image,
            facts.birth.bornAt,
            -1,
            false};
}

Possession networkOf(const QJsonValue& network, const Held& held)
{
    const QString name = network[u"name"].toString();
    return {OrphanKind::Network,
            name,
            name,
            {fleetOf(network, u"labels"), {}},
            {},
            {},
            QDateTime::fromString(network[u"created"].toString(), Qt::ISODateWithMs).toUTC(),
            -1,
            held.networks.contains(name)};
}

QJsonObject usageOf(const QByteArray& json, QStringView list, QStringView key, const QString& name)
{
    for (const QJsonValue& used : QJsonDocument::fromJson(json)[list].toArray()) {
        if (used[key].toString() == name)
            return used.toObject();
    }
    return {};
}

Possession volumeOf(const QJsonValue& volume, const QByteArray& usage)
{
    const QString name = volume[u"Name"].toString();
    const QString fleet = fleetOf(volume, u"Labels");
    const QJsonObject used = usageOf(usage, u"Volumes", u"VolumeName", name);
    return {OrphanKind::Volume,
            name,
            name,
            {fleet, {}},
            partOf(name, fleet),
            {},
            QDateTime::fromString(volume[u"CreatedAt"].toString(), Qt::ISODateWithMs).toUTC(),
            used.value(u"Size").toInteger(-1),
            used.value(u"Links").toInt(1) > 0}; // not known counts as held
}

/// The same image has the same bytes everywhere, its date too: when it came here is not known.
Possession imageOf(const QJsonValue& image, const Held& held, const QByteArray& usage)
{
    const QString id = image[u"Id"].toString();
    const QString tag = image[u"RepoTags"].toArray().first().toString();
    const QString ref = tag.startsWith(ourImages) ? tag.mid(ourImages.size()).replace(u':', u'@') : QString();
    const qint64 size = usageOf(usage, u"Images", u"ImageID", id).value(u"UniqueSize").toInteger(-1);
    return {
        OrphanKind::Image,       id, id.left(shownDigits), {}, {}, ImageRef::parse(ref).value_or(ImageRef()), {}, size,
        held.images.contains(id)};
}

} // namespace

QList<Possession> possessionsOf(const PossessionAnswers& answers)
{
    const QJsonArray containers = arrayOf(answers.containers);
    const Held held = heldBy(containers);
    QList<Possession> all;
    for (const QJsonValue& container : containers) {
        if (const std::optional<NodeFacts> facts = factsOf(container.toObject()))
            all << nodeOf(container.toObject(), *facts);
    }
    for (const QJsonValue& network : arrayOf(answers.networks)) {
        if (!fleetOf(network, u"labels").isEmpty())
            all << networkOf(network, held);
    }
    for (const QJsonValue& volume : arrayOf(answers.volumes)) {
        if (!fleetOf(volume, u"Labels").isEmpty())
            all << volumeOf(volume, answers.usage);
    }
    // The engine is Snowmelt's own: an image came into it by import alone.
    for (const QJsonValue& image : arrayOf(answers.images))
        all << imageOf(image, held, answers.usage);
    return all;
}

Task<QByteArray> PodmanPossessions::body(QString path, CallContext context)
{
    Task<EngineAnswer> asking = m_engine.get(path, context);
    const Result<EngineAnswer> answer = co_await asking;
    if (!answer)
        co_return answer.as<QByteArray>();
    if (!answer->ok())
        co_return refused(path, *answer);
    co_return answer->body;
}

Task<QList<Possession>> PodmanPossessions::list(CallContext context)
{
    PossessionAnswers answers;
    const QList<QPair<QString, QByteArray*>> questions{
        {QStringLiteral("/containers/json?all=true"), &answers.containers},
        {QStringLiteral("/networks/json"), &answers.networks},
        {QStringLiteral("/volumes/json"), &answers.volumes},
        {QStringLiteral("/images/json"), &answers.images},
        {QStringLiteral("/system/df"), &answers.usage},
    };
    for (const auto& [path, place] : questions) {
        Task<QByteArray> asking = body(path, context);
        const Result<QByteArray> said = co_await asking;
        if (!said)
            co_return said.as<QList<Possession>>();
        *place = *said;
    }
    co_return possessionsOf(answers);
}

Task<Done> PodmanPossessions::removeNode(Possession node, CallContext context)
{
    Task<Done> stopping = m_provision.stop(node.fleet, node.part, stopGrace, context);
    const Result<Done> stopped = co_await stopping;
    const bool gone = stopped.failed() && stopped.error().code == ErrorCode::NodeUnknown;
    if (!stopped && !gone)
        co_return stopped;
    Task<Done> destroying = m_provision.destroy(node.fleet, node.part, context);
    const Result<Done> destroyed = co_await destroying;
    co_return destroyed;
}

Task<Done> PodmanPossessions::remove(Possession possession, CallContext context)
{
    if (possession.kind == OrphanKind::Node) {
        Task<Done> removing = removeNode(possession, context);
        const Result<Done> gone = co_await removing;
        co_return gone;
    }
    const QString room = possession.kind == OrphanKind::Network  ? u"/networks/"_qs
                         : possession.kind == OrphanKind::Volume ? u"/volumes/"_qs
                                                                 : u"/images/"_qs;
    const QString path = room + possession.id;
    Task<EngineAnswer> removing = m_engine.remove(path, context);
    const Result<EngineAnswer> answer = co_await removing;
    if (!answer)
        co_return answer.as<Done>();
    if (!answer->ok() && answer->status != 404)
        co_return refused(path, *answer);
    co_return Done{};
}

} // namespace snowmelt
