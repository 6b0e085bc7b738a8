// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"
#include "models/domain/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace snowmelt {

/// The JSON of an OCI image layout (github.com/opencontainers/image-spec, v1.0). docs/IMAGES.md says what we put in it.
/// All text made here is the same for the same values: QJsonDocument sorts keys.

struct OciDescriptor
{
    QString mediaType;
    Digest digest;
    qint64 size = 0;
    QJsonObject annotations;
    bool operator==(const OciDescriptor&) const = default;
};

struct OciManifest
{
    OciDescriptor config;
    QList<OciDescriptor> layers; ///< lowest first
    Digest inventory;
    bool operator==(const OciManifest&) const = default;
};

namespace oci {
inline const QString manifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
inline const QString configType = QStringLiteral("application/vnd.oci.image.config.v1+json");
inline const QString layerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar");
inline const QString indexType = QStringLiteral("application/vnd.oci.image.index.v1+json");
inline const QString refName = QStringLiteral("org.opencontainers.image.ref.name");

QJsonObject toJson(const OciDescriptor& descriptor);
std::optional<OciDescriptor> descriptorFrom(const QJsonObject& object);

QByteArray render(const OciManifest& manifest);
std::optional<OciManifest> parseManifest(const QByteArray& text);

/// The configuration of an image; its hash is the image's identity, so nothing here depends on the time of day.
QByteArray renderConfig(const ImageRef& ref, Tier tier, const QList<OciDescriptor>& layers);

QByteArray layoutFile();
QString blobPath(const QString& layoutFolder, const Digest& digest);
} // namespace oci

QString tierName(Tier tier);
std::optional<Tier> tierFrom(const QString& name);

} // namespace snowmelt
