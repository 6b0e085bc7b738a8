// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/oci_archive.h"

#include "backend/image/sha256.h"
#include "backend/image/store_index.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>

namespace snowmelt {

namespace {

constexpr qint64 tarBlock = 512;

Result<StoredImage> findImage(const QString& layoutFolder, const Digest& digest)
{
    const auto images = readIndex(layoutFolder);
    if (!images)
        return images.as<StoredImage>();
    const auto found = std::find_if(images->begin(), images->end(),
                                    [&](const StoredImage& image) { return image.record.digest == digest; });
    if (found == images->end())
        return Error{ErrorCode::ImageNotBuilt, {digest.text()}, {}};
    return *found;
}

/// A tar of small names and regular files only, which is all an OCI archive needs (POSIX.1-1988 ustar header).
class TarStream
{
public:
    explicit TarStream(QIODevice& out) : m_out(out) {}

    bool add(const QByteArray& name, const QByteArray& content)
    {
        return header(name, content.size()) && write(content) && pad(content.size());
    }

    bool header(const QByteArray& name, qint64 size)
    {
        QByteArray block(tarBlock, '\0');
        put(block, 0, name);
        put(block, 100, "0000644");
        put(block, 108, "0000000");
        put(block, 116, "0000000");
        put(block, 124, QByteArray::number(size, 8).rightJustified(11, '0'));
        put(block, 136, "00000000000");
        put(block, 148, "        "); // the checksum counts itself as blanks
        put(block, 156, "0");
        put(block, 257, QByteArray("ustar\00000", 8));
        int sum = 0;
        for (const char c : block)
            sum += static_cast<unsigned char>(c);
        put(block, 148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
        return write(block);
    }

    bool write(const QByteArray& bytes) { return m_out.write(bytes) == bytes.size(); }
    bool pad(qint64 size) { return write(QByteArray((tarBlock - size % tarBlock) % tarBlock, '\0')); }
    bool end() { return write(QByteArray(2 * tarBlock, '\0')); }

private:
    static void put(QByteArray& block, qsizetype at, const QByteArray& text)
    {
        std::memcpy(block.data() + at, text.constData(), static_cast<size_t>(text.size()));
    }

    QIODevice& m_out;
};

QByteArray blobName(const Digest& digest)
{
    return "blobs/sha256/" + digest.hex().toLatin1();
}

QByteArray indexOf(const OciDescriptor& manifest, const QString& name)
{
    OciDescriptor descriptor = manifest;
    descriptor.annotations = {{oci::refName, name}};
    return QJsonDocument(QJsonObject{{QStringLiteral("schemaVersion"), 2},
                                     {QStringLiteral("mediaType"), oci::indexType},
                                     {QStringLiteral("manifests"), QJsonArray{oci::toJson(descriptor)}}})
        .toJson(QJsonDocument::Compact);
}

class ArchiveWriting
{
public:
    ArchiveWriting(const QString& layoutFolder, const StoredImage& image, QIODevice& out)
        : m_folder(layoutFolder), m_image(image), m_out(out), m_tar(out)
    {
    }

    Result<Done> write(const QString& name, const QSet<Digest>& leaveOut)
    {
        const auto manifest = readManifest(m_folder, m_image);
        if (!manifest)
            return manifest.as<Done>();
        if (!m_tar.add("oci-layout", oci::layoutFile()) || !m_tar.add("index.json", indexOf(m_image.manifest, name)))
            return unwritable();
        QList<Digest> blobs{m_image.manifest.digest, manifest->config.digest};
        for (const OciDescriptor& layer : manifest->layers)
            if (!leaveOut.contains(layer.digest))
                blobs.append(layer.digest);
        for (const Digest& blob : blobs)
            if (auto copied = copy(blob); !copied)
                return copied;
        return m_tar.end() ? Result<Done>(Done{}) : unwritable();
    }

private:
    Result<Done> copy(const Digest& digest)
    {
        QFile file(oci::blobPath(m_folder, digest));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return corrupt(file.errorString());
        if (!m_tar.header(blobName(digest), file.size()))
            return unwritable();
        Sha256 sum;
        for (QByteArray chunk = file.read(1 << 20); !chunk.isEmpty(); chunk = file.read(1 << 20)) {
            sum.add(chunk.constData(), static_cast<size_t>(chunk.size()));
            if (!m_tar.write(chunk))
                return unwritable();
        }
        if (QString::fromLatin1(sum.hex()) != digest.hex())
            return corrupt(digest.text());
        return m_tar.pad(file.size()) ? Result<Done>(Done{}) : unwritable();
    }

    Error corrupt(const QString& detail) const
    {
        return {ErrorCode::ImageCorrupt, {m_image.record.ref.text()}, detail};
    }
    Result<Done> unwritable() const
    {
        return Error{ErrorCode::FileUnwritable, {m_image.record.ref.text()}, m_out.errorString()};
    }

    QString m_folder;
    StoredImage m_image;
    QIODevice& m_out;
    TarStream m_tar;
};

} // namespace

Result<QList<Digest>> layersOf(const QString& layoutFolder, const Digest& image)
{
    const auto stored = findImage(layoutFolder, image);
    if (!stored)
        return stored.as<QList<Digest>>();
    const auto manifest = readManifest(layoutFolder, *stored);
    if (!manifest)
        return manifest.as<QList<Digest>>();
    QList<Digest> layers;
    for (const OciDescriptor& layer : manifest->layers)
        layers.append(layer.digest);
    return layers;
}

Result<Done> writeOciArchive(const QString& layoutFolder, const Digest& image, const QString& name,
                             const QSet<Digest>& layersToLeaveOut, QIODevice& out)
{
    const auto stored = findImage(layoutFolder, image);
    if (!stored)
        return stored.as<Done>();
    return ArchiveWriting(layoutFolder, *stored, out).write(name, layersToLeaveOut);
}

} // namespace snowmelt
