// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/platform/podman/tiny_image.h"

#include "backend/platform/podman/tar_writer.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

namespace snowmelt::test {

namespace {

constexpr auto init = R"(#!/bin/busybox sh
/bin/busybox --install -s /bin
[ -e /www/healthz ] || { mkdir -p /www; echo ok > /www/healthz; }
httpd -p 8080 -h /www
trap 'exit 0' TERM
while :; do sleep 1000 & wait $!; done
)";

struct Blob
{
    Digest digest;
    qint64 size = 0;
};

class Layout
{
public:
    explicit Layout(const QString& folder) : m_folder(folder) { QDir().mkpath(folder + u"/blobs/sha256"); }

    Blob put(const QByteArray& bytes) const
    {
        const Digest digest = Digest::ofBytes(bytes);
        write(u"/blobs/sha256/" + digest.hex(), bytes);
        return {digest, bytes.size()};
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            throw std::runtime_error("layout");
    }

private:
    QString m_folder;
};

QByteArray tarOf(const QList<std::pair<TarEntry, QByteArray>>& entries)
{
    QByteArray tar;
    TarWriter writer([&tar](const char* bytes, size_t size) {
        tar.append(bytes, static_cast<qsizetype>(size));
        return true;
    });
    for (const auto& [entry, content] : entries)
        writer.add(entry, content);
    writer.finish();
    return tar;
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject descriptor(const char* type, const Blob& blob)
{
    return {{QStringLiteral("mediaType"), QLatin1String(type)},
            {QStringLiteral("digest"), blob.digest.text()},
            {QStringLiteral("size"), blob.size}};
}

Blob putConfig(const Layout& layout, const QList<Blob>& layers)
{
    QJsonArray diffs;
    for (const Blob& layer : layers)
        diffs.append(layer.digest.text());
    const QJsonObject root{{QStringLiteral("type"), QStringLiteral("layers")}, {QStringLiteral("diff_ids"), diffs}};
    const QJsonObject run{{QStringLiteral("Entrypoint"), QJsonArray{QStringLiteral("/init")}}};
    return layout.put(compact({{QStringLiteral("architecture"), QStringLiteral("amd64")},
                               {QStringLiteral("os"), QStringLiteral("linux")},
                               {QStringLiteral("config"), run},
                               {QStringLiteral("rootfs"), root}}));
}

QJsonObject putManifest(const Layout& layout, const Blob& config, const QList<Blob>& layers)
{
    QJsonArray list;
    for (const Blob& layer : layers)
        list.append(descriptor("application/vnd.oci.image.layer.v1.tar", layer));
    const Blob manifest =
        layout.put(compact({{QStringLiteral("schemaVersion"), 2},
                            {QStringLiteral("config"), descriptor("application/vnd.oci.image.config.v1+json", config)},
                            {QStringLiteral("layers"), list}}));
    return descriptor("application/vnd.oci.image.manifest.v1+json", manifest);
}

} // namespace

TinyImages makeTinyImages(const QString& folder)
{
    QFile busybox(QStringLiteral("/bin/busybox"));
    if (!busybox.open(QIODevice::ReadOnly))
        throw std::runtime_error("/bin/busybox (package busybox-static) is not there");
    const Layout layout(folder);
    const TarEntry program{"bin/busybox", 0755};
    const Blob base = layout.put(tarOf({{{"bin", 0755, 0, 0, true}, {}},
                                        {program, busybox.readAll()},
                                        {{"etc", 0755, 0, 0, true}, {}},
                                        {{"root", 0700, 0, 0, true}, {}},
                                        {{"tmp", 01777, 0, 0, true}, {}}}));
    const Blob web = layout.put(tarOf({{{"init", 0755}, init}}));
    TinyImages images;
    images.layout = folder;
    const Blob osConfig = putConfig(layout, {base});
    const Blob webConfig = putConfig(layout, {base, web});
    images.os = osConfig.digest;
    images.web = webConfig.digest;
    layout.write(QStringLiteral("/oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
    const QJsonArray manifests{putManifest(layout, osConfig, {base}), putManifest(layout, webConfig, {base, web})};
    layout.write(QStringLiteral("/index.json"),
                 compact({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), manifests}}));
    return images;
}

} // namespace snowmelt::test
