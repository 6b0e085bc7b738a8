// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/oci.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace snowmelt {

namespace {

const QString ourAnnotations = QStringLiteral("snowmelt.");
// A build date would give the same contents another identity every time.
const QString constantDate = QStringLiteral("1970-01-01T00:00:00Z");

// Go's name for the processor, which OCI uses. Images are built for the machine they are built on.
#if defined(__x86_64__)
const QString architecture = QStringLiteral("amd64");
#elif defined(__aarch64__)
const QString architecture = QStringLiteral("arm64");
#else
#error "name this architecture as OCI does"
#endif

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject annotationsOf(const OciManifest& manifest)
{
    QJsonObject all{{oci::inventoryPaper, manifest.inventory.text()}};
    for (const auto& [name, digest] : manifest.papers.asKeyValueRange())
        all.insert(name, digest.text());
    return all;
}

QMap<QString, Digest> papersIn(const QJsonObject& annotations)
{
    QMap<QString, Digest> papers;
    for (auto each = annotations.begin(); each != annotations.end(); ++each) {
        const auto digest = Digest::parse(each.value().toString());
        if (digest && each.key().startsWith(ourAnnotations) && each.key() != oci::inventoryPaper)
            papers.insert(each.key(), *digest);
    }
    return papers;
}

const std::array<QString, 3>& tierNames()
{
    static const std::array<QString, 3> names{QStringLiteral("os"), QStringLiteral("foundation"),
                                              QStringLiteral("immutable")};
    return names;
}

} // namespace

QString tierName(Tier tier)
{
    return tierNames().at(static_cast<size_t>(tier));
}

std::optional<Tier> tierFrom(const QString& name)
{
    const auto& names = tierNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Tier>(found - names.begin());
}

namespace oci {

QJsonObject toJson(const OciDescriptor& descriptor)
{
    QJsonObject object{{QStringLiteral("mediaType"), descriptor.mediaType},
                       {QStringLiteral("digest"), descriptor.digest.text()},
                       {QStringLiteral("size"), descriptor.size}};
    if (!descriptor.annotations.isEmpty())
        object[QStringLiteral("annotations")] = descriptor.annotations;
    return object;
}

std::optional<OciDescriptor> descriptorFrom(const QJsonObject& object)
{
    const auto digest = Digest::parse(object[QStringLiteral("digest")].toString());
    const qint64 size = object[QStringLiteral("size")].toInteger(-1);
    if (!digest || size < 0)
        return std::nullopt;
    return OciDescriptor{object[QStringLiteral("mediaType")].toString(), *digest, size,
                         object[QStringLiteral("annotations")].toObject()};
}

QByteArray render(const OciManifest& manifest)
{
    QJsonArray layers;
    for (const OciDescriptor& layer : manifest.layers)
        layers.append(toJson(layer));
    return compact({{QStringLiteral("schemaVersion"), 2},
                    {QStringLiteral("mediaType"), manifestType},
                    {QStringLiteral("config"), toJson(manifest.config)},
                    {QStringLiteral("layers"), layers},
                    {QStringLiteral("annotations"), annotationsOf(manifest)}});
}

std::optional<OciManifest> parseManifest(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto config = descriptorFrom(object[QStringLiteral("config")].toObject());
    const QJsonObject annotations = object[QStringLiteral("annotations")].toObject();
    const auto inventory = Digest::parse(annotations[inventoryPaper].toString());
    if (!config || !inventory)
        return std::nullopt;
    OciManifest manifest{*config, {}, *inventory, papersIn(annotations)};
    const QJsonArray layers = object[QStringLiteral("layers")].toArray();
    for (const auto& value : layers) {
        const auto layer = descriptorFrom(value.toObject());
        if (!layer)
            return std::nullopt;
        manifest.layers.append(*layer);
    }
    return manifest;
}

QList<Digest> blobsOf(const OciManifest& manifest)
{
    QList<Digest> all{manifest.config.digest};
    for (const OciDescriptor& layer : manifest.layers)
        all.append(layer.digest);
    all.append(manifest.inventory);
    all.append(manifest.papers.values());
    QList<Digest> once;
    for (const Digest& digest : std::as_const(all))
        if (!once.contains(digest))
            once.append(digest);
    return once;
}

QByteArray renderConfig(const ImageRef& ref, Tier tier, const QList<OciDescriptor>& layers,
                        const QMap<QString, QString>& labels)
{
    QJsonArray diffIds;
    QJsonArray history;
    for (const OciDescriptor& layer : layers) {
        diffIds.append(layer.digest.text());
        history.append(QJsonObject{{QStringLiteral("created"), constantDate},
                                   {QStringLiteral("created_by"), QStringLiteral("snowmelt build")}});
    }
    QJsonObject allLabels{{QStringLiteral("snowmelt.image"), ref.name},
                          {QStringLiteral("snowmelt.version"), ref.version},
                          {QStringLiteral("snowmelt.tier"), tierName(tier)}};
    for (auto label = labels.begin(); label != labels.end(); ++label)
        allLabels.insert(label.key(), label.value());
    const QJsonObject run{
        {QStringLiteral("Entrypoint"),
         QJsonArray{QStringLiteral("/usr/bin/tini"), QStringLiteral("--"), QStringLiteral("/usr/lib/snowmelt/init")}},
        {QStringLiteral("Env"),
         QJsonArray{QStringLiteral("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
                    QStringLiteral("LC_ALL=C.UTF-8")}},
        {QStringLiteral("StopSignal"), QStringLiteral("SIGTERM")},
        {QStringLiteral("Labels"), allLabels}};
    return compact({{QStringLiteral("created"), constantDate},
                    {QStringLiteral("architecture"), architecture},
                    {QStringLiteral("os"), QStringLiteral("linux")},
                    {QStringLiteral("config"), run},
                    {QStringLiteral("history"), history},
                    {QStringLiteral("rootfs"), QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                                                           {QStringLiteral("diff_ids"), diffIds}}}});
}

QByteArray layoutFile()
{
    return QByteArrayLiteral("{\"imageLayoutVersion\":\"1.0.0\"}");
}

QString blobPath(const QString& layoutFolder, const Digest& digest)
{
    return layoutFolder + u"/blobs/sha256/" + digest.hex();
}

} // namespace oci

QString renderSchemaWindow(const SchemaWindow& window)
{
    return QStringLiteral("%1-%2").arg(window.from).arg(window.to);
}

SchemaWindow parseSchemaWindow(const QString& text)
{
    const SchemaWindow window{text.section(u'-', 0, 0).toInt(), text.section(u'-', 1).toInt()};
    return window.from > 0 && window.from <= window.to ? window : SchemaWindow();
}

} // namespace snowmelt
