// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"
#include "models/domain/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>

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
    QMap<QString, Digest> papers{}; ///< its other blobs, by annotation; also such as this Snowmelt does not know
    bool operator==(const OciManifest&) const = default;
};

namespace oci {
inline const QString manifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
inline const QString configType = QStringLiteral("application/vnd.oci.image.config.v1+json");
inline const QString layerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar");
inline const QString indexType = QStringLiteral("application/vnd.oci.image.index.v1+json");
inline const QString refName = QStringLiteral("org.opencontainers.image.ref.name");

/// Annotations of a manifest that name a blob: all that begin with "snowmelt." and have a digest as their value. None
/// of these blobs is part of the image's identity.
inline const QString inventoryPaper = QStringLiteral("snowmelt.inventory");
inline const QString recipePaper = QStringLiteral("snowmelt.recipe");         ///< its text
inline const QString provenancePaper = QStringLiteral("snowmelt.provenance"); ///< in-toto statement, JSON
inline const QString packerPaper = QStringLiteral("snowmelt.packer");         ///< manifest of its Packer run, JSON
/// One for each signer, followed by the hex of the sha256 of the signer's key.
inline const QString signaturePaper = QStringLiteral("snowmelt.signature.");

/// A label of the configuration: the schemas of its database that the image works with, "3-5".
inline const QString schemaLabel = QStringLiteral("snowmelt.schema");

QJsonObject toJson(const OciDescriptor& descriptor);
std::optional<OciDescriptor> descriptorFrom(const QJsonObject& object);

QByteArray render(const OciManifest& manifest);
std::optional<OciManifest> parseManifest(const QByteArray& text);
/// Every blob that a manifest names: configuration, layers, inventory, papers; each once, in this order.
QList<Digest> blobsOf(const OciManifest& manifest);

/// The configuration of an image; its hash is the image's identity, so nothing here depends on the time of day.
/// `labels`: the recipe's, beside Snowmelt's own.
QByteArray renderConfig(const ImageRef& ref, Tier tier, const QList<OciDescriptor>& layers,
                        const QMap<QString, QString>& labels = {});

QByteArray layoutFile();
QString blobPath(const QString& layoutFolder, const Digest& digest);
} // namespace oci

QString renderSchemaWindow(const SchemaWindow& window);
SchemaWindow parseSchemaWindow(const QString& text); ///< empty when it is none

QString tierName(Tier tier);
std::optional<Tier> tierFrom(const QString& name);

} // namespace snowmelt
