// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_unpacker.h"

#include "backend/image/durable_file.h"
#include "backend/image/layer_format.h"
#include "backend/image/sha256.h"

#include <QFile>

#include <archive_entry.h>

#include <cerrno>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace snowmelt {

namespace {

class Unpacker
{
public:
    Unpacker(const QString& file, const QByteArray& folder, const StopFlag& stop)
        : m_file(file), m_folder(folder), m_stop(stop), m_in(archive_read_new()), m_out(archive_write_disk_new())
    {
        archive_read_support_format_tar(m_in.get());
        archive_write_disk_set_options(m_out.get(), ARCHIVE_EXTRACT_OWNER | ARCHIVE_EXTRACT_PERM |
                                                        ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_XATTR |
                                                        ARCHIVE_EXTRACT_SECURE_NODOTDOT);
    }

    Result<Done> unpack()
    {
        if (::mkdir(m_folder.constData(), 0755) != 0)
            return writeError(QFile::decodeName(m_folder), errno);
        if (archive_read_open_filename(m_in.get(), QFile::encodeName(m_file).constData(), 1 << 20) != ARCHIVE_OK)
            return unreadable();
        archive_entry* entry = nullptr;
        int status = archive_read_next_header(m_in.get(), &entry);
        for (; status == ARCHIVE_OK; status = archive_read_next_header(m_in.get(), &entry)) {
            if (*m_stop)
                return Cancelled{};
            if (auto placed = place(entry); !placed)
                return placed;
        }
        if (status != ARCHIVE_EOF)
            return unreadable();
        if (archive_write_close(m_out.get()) != ARCHIVE_OK)
            return unwritable();
        return Done{};
    }

private:
    QByteArray under(const QByteArray& inside) const { return m_folder + '/' + inside; }

    Result<Done> place(archive_entry* entry)
    {
        const QByteArray inside(archive_entry_pathname(entry));
        const qsizetype slash = inside.lastIndexOf('/', -2);
        const QByteArray parent = inside.left(slash + 1);
        const QByteArray name = inside.mid(slash + 1);
        if (name == layer::opaqueName)
            return markOpaque(under(parent));
        if (name.startsWith(layer::whiteoutPrefix))
            return markRemoved(under(parent + name.mid(layer::whiteoutPrefix.size())));
        return extract(entry, inside);
    }

    Result<Done> markOpaque(const QByteArray& folder)
    {
        if (::setxattr(folder.constData(), layer::opaqueAttribute, "y", 1, 0) != 0)
            return writeError(QFile::decodeName(folder), errno);
        return Done{};
    }

    Result<Done> markRemoved(const QByteArray& path)
    {
        if (::mknod(path.constData(), S_IFCHR, 0) != 0)
            return writeError(QFile::decodeName(path), errno);
        return Done{};
    }

    Result<Done> extract(archive_entry* entry, const QByteArray& inside)
    {
        archive_entry_set_pathname(entry, under(inside).constData());
        if (const char* first = archive_entry_hardlink(entry))
            archive_entry_set_hardlink(entry, under(QByteArray(first)).constData());
        if (archive_write_header(m_out.get(), entry) < ARCHIVE_WARN)
            return unwritable();
        return copyData();
    }

    Result<Done> copyData()
    {
        const void* data = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        while (archive_read_data_block(m_in.get(), &data, &size, &offset) == ARCHIVE_OK)
            if (archive_write_data_block(m_out.get(), data, size, offset) < ARCHIVE_OK)
                return unwritable();
        if (archive_write_finish_entry(m_out.get()) < ARCHIVE_WARN)
            return unwritable();
        return Done{};
    }

    Error unreadable() const
    {
        return {ErrorCode::FileUnreadable, {m_file}, QString::fromLocal8Bit(archive_error_string(m_in.get()))};
    }

    Error unwritable() const { return archiveWriteError(QFile::decodeName(m_folder), m_out.get()); }

    QString m_file;
    QByteArray m_folder;
    StopFlag m_stop;
    ArchiveReader m_in;
    ArchiveWriter m_out;
};

} // namespace

Result<Done> unpackLayer(const QString& file, const Digest& digest, const QByteArray& folder, const StopFlag& stop)
{
    const auto sum = sha256OfFile(file);
    if (!sum || QString::fromLatin1(*sum) != digest.hex())
        return Error{ErrorCode::ImageCorrupt, {digest.text()}, sum ? QString() : sum.error().detail};
    return Unpacker(file, folder, stop).unpack();
}

} // namespace snowmelt
