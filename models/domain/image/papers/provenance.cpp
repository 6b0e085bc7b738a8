// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/provenance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace snowmelt {

namespace {

const QString notKnown = QStringLiteral("unknown");

QString knownOr(const QString& text)
{
    return text.isEmpty() ? notKnown : text;
}

QString timeText(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODate);
}

QJsonObject sha256(const Digest& digest)
{
    return {{QStringLiteral("sha256"), digest.hex()}};
}

QJsonObject resource(const QString& name, const QJsonObject& digest, const QString& uri)
{
    QJsonObject object{{QStringLiteral("name"), name}, {QStringLiteral("digest"), digest}};
    if (!uri.isEmpty())
        object[QStringLiteral("uri")] = uri;
    return object;
}

QJsonObject commitOf(const RecipeOrigin& origin)
{
    const QString uri = origin.repository.isEmpty() ? QString() : QString(QStringLiteral("git+") + origin.repository);
    QJsonObject object = resource(QStringLiteral("source"), {{QStringLiteral("gitCommit"), origin.commit}}, uri);
    object[QStringLiteral("annotations")] =
        QJsonObject{{QStringLiteral("folder"), origin.folder}, {QStringLiteral("dirty"), origin.dirty}};
    return object;
}

/// What the commit says, or why nobody knows it.
QString originText(const RecipeOrigin& origin)
{
    switch (origin.known) {
    case RecipeOrigin::Known::Yes:
        return origin.dirty ? QStringLiteral("dirty") : QStringLiteral("clean");
    case RecipeOrigin::Known::NoRepository:
        return QStringLiteral("unknown: no commit");
    case RecipeOrigin::Known::Refused:
        return QStringLiteral("unknown: git does not trust the folder");
    case RecipeOrigin::Known::NotAsked:
        break;
    }
    return QStringLiteral("unknown: git did not answer");
}

QJsonArray dependenciesOf(const Provenance& provenance)
{
    QJsonArray all;
    if (provenance.origin.known == RecipeOrigin::Known::Yes)
        all.append(commitOf(provenance.origin));
    if (!provenance.image.parent.isNull())
        all.append(resource(QStringLiteral("parent:") + provenance.image.parent.text(), sha256(provenance.parent), {}));
    for (const ProvenanceInput& input : provenance.inputs)
        all.append(resource(input.name, sha256(input.digest), input.uri));
    return all;
}

QJsonObject internalParameters(const Provenance& provenance)
{
    QJsonObject parameters{{QStringLiteral("person"), knownOr(provenance.person)}};
    if (!provenance.host.isEmpty())
        parameters[QStringLiteral("builtOver")] = QStringLiteral("ssh");
    return parameters;
}

QJsonObject buildDefinition(const Provenance& provenance)
{
    return {
        {QStringLiteral("buildType"), QStringLiteral("urn:snowmelt:tier:1")},
        {QStringLiteral("externalParameters"), QJsonObject{{QStringLiteral("image"), provenance.image.ref.text()},
                                                           {QStringLiteral("source"), originText(provenance.origin)}}},
        {QStringLiteral("internalParameters"), internalParameters(provenance)},
        {QStringLiteral("resolvedDependencies"), dependenciesOf(provenance)}};
}

QJsonObject runDetails(const Provenance& provenance)
{
    const QString host = (provenance.host.isEmpty() ? provenance.person : provenance.host).section(u'@', -1);
    const QString id =
        QStringLiteral("urn:snowmelt:builder:") + QString::fromLatin1(QUrl::toPercentEncoding(knownOr(host)));
    const bool byPacker = !provenance.packer.isEmpty();
    const QString script = byPacker ? QStringLiteral("packer.sh") : QStringLiteral("tier.sh");
    QJsonObject version{{QStringLiteral("snowmelt"), knownOr(provenance.snowmelt)}};
    if (byPacker)
        version[QStringLiteral("packer")] = provenance.packer;
    const QJsonObject builder{
        {QStringLiteral("id"), id},
        {QStringLiteral("version"), version},
        {QStringLiteral("builderDependencies"), QJsonArray{resource(script, sha256(provenance.builder), {})}}};
    const QJsonObject metadata{{QStringLiteral("startedOn"), timeText(provenance.startedAt)},
                               {QStringLiteral("finishedOn"), timeText(provenance.finishedAt)}};
    QJsonObject details{{QStringLiteral("builder"), builder}, {QStringLiteral("metadata"), metadata}};
    QJsonArray byproducts;
    for (const QString& artifact : provenance.artifacts)
        byproducts.append(QJsonObject{{QStringLiteral("name"), artifact}});
    if (byPacker)
        details[QStringLiteral("byproducts")] = byproducts;
    return details;
}

} // namespace

QString publicAddress(const QString& remote)
{
    if (!remote.contains(QStringLiteral("://"))) {
        // "git@host:shop.git", as git writes ssh for short; a colon in a path behind a slash is none of it.
        const QString host = remote.section(u':', 0, 0).section(u'@', -1);
        const QString path = remote.section(u':', 1);
        // Where the first colon is a password's, the path still has the @ in front of the host.
        if (path.isEmpty() || path.contains(u'@') || host.isEmpty() || host.contains(u'/'))
            return {};
        const QString slash = path.startsWith(u'/') ? QString() : QStringLiteral("/");
        return publicAddress(QStringLiteral("ssh://") + host + slash + path);
    }
    const QUrl url(remote, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

QByteArray renderProvenance(const Provenance& provenance)
{
    const QJsonObject predicate{{QStringLiteral("buildDefinition"), buildDefinition(provenance)},
                                {QStringLiteral("runDetails"), runDetails(provenance)}};
    return QJsonDocument(
               QJsonObject{{QStringLiteral("_type"), QStringLiteral("https://in-toto.io/Statement/v1")},
                           {QStringLiteral("subject"),
                            QJsonArray{resource(provenance.image.ref.text(), sha256(provenance.image.digest), {})}},
                           {QStringLiteral("predicateType"), QStringLiteral("https://slsa.dev/provenance/v1")},
                           {QStringLiteral("predicate"), predicate}})
        .toJson();
}

} // namespace snowmelt
