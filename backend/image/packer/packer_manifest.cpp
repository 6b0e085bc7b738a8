// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt {

namespace {

const QString buildsKey = QStringLiteral("builds");
const QString runKey = QStringLiteral("last_run_uuid");

QJsonArray buildsOfRun(const QJsonArray& builds, const QJsonValue& run)
{
    QJsonArray found;
    for (const auto& each : builds)
        if (each.toObject()[QStringLiteral("packer_run_uuid")] == run)
            found.append(each);
    return found;
}

} // namespace

std::optional<QByteArray> lastRunOf(const QByteArray& manifest, const SecretScrub& scrub)
{
    const QJsonObject whole = QJsonDocument::fromJson(manifest).object();
    if (!whole[buildsKey].isArray() || !whole[runKey].isString())
        return std::nullopt;
    const QJsonObject last{{buildsKey, buildsOfRun(whole[buildsKey].toArray(), whole[runKey])},
                           {runKey, whole[runKey]}};
    return QJsonDocument(scrub.scrub(QJsonValue(last)).toObject()).toJson();
}

QByteArray manifestOf(const QList<PackerArtifact>& artifacts)
{
    QJsonArray builds;
    for (const PackerArtifact& artifact : artifacts) {
        QJsonArray files;
        for (const QString& file : artifact.files)
            files.append(QJsonObject{{QStringLiteral("name"), file}});
        builds.append(QJsonObject{{QStringLiteral("name"), artifact.build},
                                  {QStringLiteral("builder_id"), artifact.builder},
                                  {QStringLiteral("artifact_id"), artifact.id},
                                  {QStringLiteral("description"), artifact.text},
                                  {QStringLiteral("files"), files}});
    }
    return QJsonDocument(QJsonObject{{buildsKey, builds}}).toJson();
}

} // namespace snowmelt
