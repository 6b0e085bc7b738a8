// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/oci_archive.h"

#include "backend/image/sha256.h"
#include "backend/image/store_index.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace snowmelt {

namespace {

constexpr qint64 tarBlock = 512;

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
        put(block, 124, sizeField(size));
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
    /// From 8 GiB on as GNU tar has it, which every reader knows: a leading bit and the number, big end first.
    static QByteArray sizeField(qint64 size)
    {
        if (size < qint64(1) << 33)
            return QByteArray::number(size, 8).rightJustified(11, '0');
        QByteArray field(12, '\0');
        field[0] = static_cast<char>(0x80);
        for (qsizetype i = field.size() - 1; size > 0; --i, size >>= 8)
            field[i] = static_cast<char>(size & 0xff);
        return field;
    }

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

QByteArray indexOf(const StoredImage& image)
{
    OciDescriptor entry = entryOf(image);
    entry.annotations[oci::refName] = QString(u"localhost/" + image.record.ref.name + u':' + image.record.ref.version);
    return QJsonDocument(QJsonObject{{QStringLiteral("schemaVersion"), 2},
                                     {QStringLiteral("mediaType"), oci::indexType},
                                     {QStringLiteral("manifests"), QJsonArray{oci::toJson(entry)}}})
        .toJson(QJsonDocument::Compact);
}

class ArchiveWriting
{
public:
    ArchiveWriting(const QString& layoutFolder, const StoredImage& image, QIODevice& out, const StopFlag& stop)
        : m_folder(layoutFolder), m_image(image), m_out(out), m_tar(out), m_stop(stop)
    {
    }

    Result<Done> write()
    {
        const auto manifest = readManifest(m_folder, m_image);
        if (!manifest)
            return manifest.as<Done>();
        if (!m_tar.add("oci-layout", oci::layoutFile()) || !m_tar.add("index.json", indexOf(m_image)))
            return unwritable();
        for (const Digest& blob : QList{m_image.manifest.digest} + oci::blobsOf(*manifest))
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
        const qint64 size = file.size();
        if (!m_tar.header(blobName(digest), size))
            return unwritable();
        Sha256 sum;
        qint64 copied = 0;
        for (QByteArray chunk = file.read(1 << 20); !chunk.isEmpty(); chunk = file.read(1 << 20)) {
            if (*m_stop)
                return Cancelled{};
            sum.add(chunk.constData(), static_cast<size_t>(chunk.size()));
            copied += chunk.size();
            if (!m_tar.write(chunk))
                return unwritable();
        }
        if (copied != size || QString::fromLatin1(sum.hex()) != digest.hex())
            return corrupt(digest.text());
        return m_tar.pad(size) ? Result<Done>(Done{}) : unwritable();
    }

    Error corrupt(const QString& detail) const
    {
        return {ErrorCode::ImageCorrupt, {m_image.record.ref.text()}, detail};
    }
    Result<Done> unwritable() const
    {
        const auto* file = qobject_cast<const QFileDevice*>(&m_out);
        const bool full = file && file->error() == QFileDevice::ResourceError;
        return Error{full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                     {file ? file->fileName() : m_image.record.ref.text()},
                     m_out.errorString()};
    }

    QString m_folder;
    StoredImage m_image;
    QIODevice& m_out;
    TarStream m_tar;
    StopFlag m_stop;
};

} // namespace

Result<Done> writeOciArchive(const QString& layoutFolder, const Digest& image, QIODevice& out, const StopFlag& stop)
{
    const auto stored = storedImage(layoutFolder, image);
    if (!stored)
        return stored.as<Done>();
    return ArchiveWriting(layoutFolder, *stored, out, stop).write();
}

} // namespace snowmelt
