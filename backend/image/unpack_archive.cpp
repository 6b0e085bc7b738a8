// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/unpack_archive.h"

#include "backend/image/durable_file.h"
#include "backend/image/layer_format.h"
#include "backend/image/sha256.h"

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
        : m_file(file), m_folder(folder), m_stop(stop), m_size(QFileInfo(file).size()), m_in(archive_read_new())
    {
        archive_read_support_format_tar(m_in.get());
    }

    Result<UnpackedArchive> run()
    {
        // A pipe or a device has no size to hold the members against.
        if (!QFileInfo(m_file).isFile())
            return Error{ErrorCode::FileUnreadable, {m_file}, {}};
        if (archive_read_open_filename(m_in.get(), QFile::encodeName(m_file).constData(), 1 << 20) != ARCHIVE_OK)
            return unreadable();
        archive_entry* entry = nullptr;
        int status = archive_read_next_header(m_in.get(), &entry);
        for (; status == ARCHIVE_OK; status = archive_read_next_header(m_in.get(), &entry))
            if (auto taken = take(entry); !taken)
                return taken.as<UnpackedArchive>();
        if (status != ARCHIVE_EOF)
            return invalid(QString::fromLocal8Bit(archive_error_string(m_in.get())));
        return m_found;
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
        text.resize(size);
        if (archive_read_data(m_in.get(), text.data(), static_cast<size_t>(size)) != size)
            return wrong(name, QStringLiteral("truncated"));
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
        la_ssize_t got = 0;
        while (!*m_stop &&
               (got = archive_read_data(m_in.get(), m_chunk.data(), static_cast<size_t>(m_chunk.size()))) > 0) {
            sum.add(m_chunk.constData(), static_cast<size_t>(got));
            if (out.write(m_chunk.constData(), got) != got)
                return writeError(out.fileName(), errno);
            copied += got;
        }
        if (*m_stop)
            return Cancelled{};
        if (got < 0 || copied != size)
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
    Error unreadable() const
    {
        const bool isOpened = QFileInfo(m_file).isReadable();
        return {isOpened ? ErrorCode::ImageFileInvalid : ErrorCode::FileUnreadable,
                {m_file},
                QString::fromLocal8Bit(archive_error_string(m_in.get()))};
    }

    QString m_file;
    QString m_folder;
    StopFlag m_stop;
    qint64 m_size;
    ArchiveReader m_in;
    UnpackedArchive m_found;
    QByteArray m_chunk = QByteArray(1 << 20, Qt::Uninitialized);
};

} // namespace

Result<UnpackedArchive> unpackArchive(const QString& file, const QString& folder, const StopFlag& stop)
{
    return ArchiveUnpacking(file, folder, stop).run();
}

} // namespace snowmelt
