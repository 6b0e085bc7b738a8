// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/lxd_image.h"

#include "backend/image/layer_format.h"
#include "backend/image/layer_merge.h"
#include "backend/image/layer_reader.h"
#include "backend/image/store_files.h"
#include "backend/image/store_index.h"

#include <QFileDevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <archive_entry.h>

#include <limits>

namespace snowmelt {

namespace {

// LXD takes no image without a date, and when an image was built is no part of it: 2023-01-01, as in its layers.
constexpr qint64 constantDay = 1672531200;

// LXD's name for the processor, as uname has it.
#if defined(__x86_64__)
const QString processor = QStringLiteral("x86_64");
#elif defined(__aarch64__)
const QString processor = QStringLiteral("aarch64");
#else
#error "name this architecture as LXD does"
#endif

// SIGPWR is how LXC halts a container, SIGINT how it reboots one. Process 1 must stay to hear them.
const QByteArray initScript =
    QByteArrayLiteral("#!/bin/sh\n"
                      "# Starts this image's own init in a container of LXD or Incus.\n"
                      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8\n"
                      "export PATH LC_ALL\n"
                      "trap 'kill -TERM \"$below\" 2>/dev/null' PWR INT TERM\n"
                      "/usr/bin/tini -s -- /usr/lib/snowmelt/init &\n"
                      "below=$!\n"
                      "while kill -0 \"$below\" 2>/dev/null; do wait \"$below\"; done\n");

/// Where a tar goes.
class TarInto
{
public:
    TarInto(QIODevice& device) : m_device(device), m_archive(archive_write_new())
    {
        archive_write_set_format_pax_restricted(m_archive.get());
        archive_write_set_bytes_per_block(m_archive.get(), 1 << 20);
        archive_write_set_bytes_in_last_block(m_archive.get(), 512);
        archive_write_open(m_archive.get(), &m_device, nullptr, &TarInto::write, nullptr);
    }

    archive* get() const { return m_archive.get(); }
    QString name() const
    {
        const auto* file = qobject_cast<const QFileDevice*>(&m_device);
        return file ? file->fileName() : QString();
    }

    Result<Done> add(const QByteArray& path, const QByteArray& content, int mode)
    {
        const OwnedEntry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), path.constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), static_cast<mode_t>(mode));
        archive_entry_set_size(entry.get(), content.size());
        archive_entry_set_mtime(entry.get(), constantDay, 0);
        const bool written =
            archive_write_header(get(), entry.get()) >= ARCHIVE_WARN &&
            archive_write_data(get(), content.constData(), static_cast<size_t>(content.size())) == content.size();
        return written ? Result<Done>(Done{}) : unwritable();
    }

    Result<Done> end() { return archive_write_close(get()) == ARCHIVE_OK ? Result<Done>(Done{}) : unwritable(); }

    /// The device knows better than the tar why a write failed.
    Result<Done> unwritable() const
    {
        const auto* file = qobject_cast<const QFileDevice*>(&m_device);
        const bool full = file && file->error() == QFileDevice::ResourceError;
        return Error{full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, {name()}, m_device.errorString()};
    }

private:
    static la_ssize_t write(archive*, void* device, const void* data, size_t size)
    {
        return static_cast<QIODevice*>(device)->write(static_cast<const char*>(data), static_cast<qint64>(size));
    }

    QIODevice& m_device;
    ArchiveWriter m_archive;
};

/// JSON is YAML.
QByteArray metadataOf(const ImageRecord& image)
{
    const QJsonObject properties{
        {QStringLiteral("architecture"), processor},
        {QStringLiteral("description"), QString(image.ref.name + u' ' + image.ref.version)},
        {QStringLiteral("name"), image.ref.name},
        {QStringLiteral("os"), QStringLiteral("linux")},
        {QStringLiteral("release"), image.ref.version},
        {QStringLiteral("snowmelt.digest"), image.digest.text()},
        {QStringLiteral("snowmelt.image"), image.ref.text()},
        {QStringLiteral("snowmelt.tier"), tierName(image.tier)},
    };
    return QJsonDocument(QJsonObject{{QStringLiteral("architecture"), processor},
                                     {QStringLiteral("creation_date"), constantDay},
                                     {QStringLiteral("properties"), properties}})
        .toJson();
}

/// Each hashed. ImageCorrupt {image}.
Result<QStringList> wholeLayers(const QString& layoutFolder, const StoredImage& image, const StopFlag& stop)
{
    const auto manifest = readManifest(layoutFolder, image);
    if (!manifest)
        return manifest.as<QStringList>();
    QStringList files;
    for (const OciDescriptor& layer : manifest->layers) {
        const auto look = lookAtBlob(layoutFolder, layer.digest.hex(), stop);
        if (!look)
            return look.as<QStringList>();
        if (look->fault)
            return Error{ErrorCode::ImageCorrupt, {image.record.ref.text()}, layer.digest.text()};
        files.append(oci::blobPath(layoutFolder, layer.digest));
    }
    return files;
}

/// Debian's /sbin is a link to usr/sbin, through which a tar must not write. A directory has a slash in a layer, which
/// is silent about its name without one.
Result<QByteArray> placeOfInit(const QStringList& layers)
{
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        const auto answer = askLayer(*layer, "/sbin", 0);
        if (!answer)
            return answer.as<QByteArray>();
        if (answer->kind != LayerAnswer::Kind::Silent)
            return QByteArray(answer->kind == LayerAnswer::Kind::NotAFile ? "usr/sbin/init" : "sbin/init");
    }
    return QByteArray("sbin/init");
}

Result<Done> writeRoot(const QStringList& layers, QIODevice& out, const StopFlag& stop)
{
    const auto init = placeOfInit(layers);
    if (!init)
        return init.as<Done>();
    TarInto tar(out);
    auto written = writeMerged(layers, {*init}, tar.get(), tar.name(), stop);
    if (written.failed() && written.error().code == ErrorCode::FileUnwritable)
        return tar.unwritable();
    if (written)
        written = tar.add(*init, initScript, 0755);
    return written ? tar.end() : written;
}

} // namespace

Result<Done> writeLxdImage(const QString& layoutFolder, const Digest& image, QIODevice& metadata, QIODevice& root,
                           const StopFlag& stop)
{
    const auto stored = storedImage(layoutFolder, image);
    if (!stored)
        return stored.as<Done>();
    const auto layers = wholeLayers(layoutFolder, *stored, stop);
    if (!layers)
        return layers.as<Done>();
    TarInto tar(metadata);
    auto written = tar.add("metadata.yaml", metadataOf(stored->record), 0644);
    if (written)
        written = tar.end();
    return written ? writeRoot(*layers, root, stop) : written;
}

} // namespace snowmelt
