// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/unpack_archive.h"

#include "backend/image/durable_file.h"
#include "backend/image/sha256.h"
#include "backend/image/tar_reader.h"

#include <QFile>
#include <QFileInfo>

#include <archive_entry.h>

#include <cerrno>

namespace snowmelt {

namespace {

constexpr qint64 largestIndex = 1 << 20;
const QByteArray blobPlace = QByteArrayLiteral("blobs/sha256/");

class ArchiveUnpacking
{
public:
    ArchiveUnpacking(const QString& file, const QString& folder, const StopFlag& stop)
        : m_file(file), m_folder(folder), m_size(QFileInfo(file).size()),
          m_in(file, {.stop = stop, .fault = invalid({})})
    {
    }

    Result<UnpackedArchive> run()
    {
        // A pipe or a device has no size to hold the members against.
        if (!QFileInfo(m_file).isFile() || !QFileInfo(m_file).isReadable())
            return Error{ErrorCode::FileUnreadable, {m_file}, {}};
        auto entry = m_in.next();
        for (; entry && *entry; entry = m_in.next())
            if (auto taken = take(*entry); !taken)
                return taken.as<UnpackedArchive>();
        return entry ? Result<UnpackedArchive>(m_found) : entry.as<UnpackedArchive>();
    }

private:
    Result<Done> take(archive_entry* entry)
    {
        const char* path = archive_entry_pathname(entry);
        const QByteArray name(path ? path : "");
        if (archive_entry_filetype(entry) == AE_IFDIR && (name == "blobs/" || name == blobPlace))
            return Done{};
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) ||
            archive_entry_sparse_count(entry) > 0)
            return wrong(name, QStringLiteral("no regular file"));
        // Members lie in the archive as they are, so one alone cannot be larger.
        const qint64 size = archive_entry_size(entry);
        if (!archive_entry_size_is_set(entry) || size < 0 || size > m_size)
            return wrong(name, QStringLiteral("%1 of %2 bytes").arg(size).arg(m_size));
        if (name == "oci-layout")
            return takeText(name, size, m_found.layout);
        if (name == "index.json")
            return takeText(name, size, m_found.index);
        return takeBlob(name, size);
    }

    Result<Done> takeText(const QByteArray& name, qint64 size, QByteArray& text)
    {
        if (!text.isEmpty() || size > largestIndex)
            return wrong(name, text.isEmpty() ? QStringLiteral("%1 bytes").arg(size) : QStringLiteral("twice"));
        const auto bytes = m_in.bytes(size);
        if (bytes.cancelled())
            return Cancelled{};
        if (!bytes || bytes->size() != size)
            return wrong(name, QStringLiteral("truncated"));
        text = *bytes;
        return Done{};
    }

    Result<Done> takeBlob(const QByteArray& name, qint64 size)
    {
        const QString hex = QString::fromLatin1(name.mid(blobPlace.size()));
        const auto digest = Digest::parse(hex);
        if (!name.startsWith(blobPlace) || !digest || digest->hex() != hex)
            return wrong(name, QStringLiteral("unknown name"));
        if (m_found.blobs.contains(hex))
            return wrong(name, QStringLiteral("twice"));
        m_found.blobs.insert(hex, size);
        return copyBlob(name, hex, size);
    }

    Result<Done> copyBlob(const QByteArray& name, const QString& hex, qint64 size)
    {
        QFile out(m_folder + u'/' + hex);
        if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::NewOnly))
            return writeError(out.fileName(), errno);
        Sha256 sum;
        qint64 copied = 0;
        auto chunk = m_in.more();
        for (; chunk && !chunk->isEmpty(); chunk = m_in.more()) {
            sum.add(chunk->data(), static_cast<size_t>(chunk->size()));
            if (out.write(chunk->data(), chunk->size()) != chunk->size())
                return writeError(out.fileName(), errno);
            copied += chunk->size();
        }
        if (chunk.cancelled())
            return Cancelled{};
        if (!chunk || copied != size)
            return wrong(name, QStringLiteral("truncated"));
        if (QString::fromLatin1(sum.hex()) != hex)
            return wrong(name, QStringLiteral("sha256 differs"));
        return Done{};
    }

    Error wrong(const QByteArray& member, const QString& what) const
    {
        return invalid(QString::fromUtf8(member) + u": " + what);
    }
    Error invalid(const QString& detail) const { return {ErrorCode::ImageFileInvalid, {m_file}, detail}; }

    QString m_file;
    QString m_folder;
    qint64 m_size;
    TarReader m_in;
    UnpackedArchive m_found;
};

} // namespace

Result<UnpackedArchive> unpackArchive(const QString& file, const QString& folder, const StopFlag& stop)
{
    return ArchiveUnpacking(file, folder, stop).run();
}

} // namespace snowmelt
