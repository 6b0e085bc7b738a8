// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/tar_writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>

namespace snowmelt {

namespace {

la_ssize_t pass(archive* archive, void* sink, const void* bytes, size_t size)
{
    if ((*static_cast<TarWriter::Sink*>(sink))(static_cast<const char*>(bytes), size))
        return static_cast<la_ssize_t>(size);
    archive_set_error(archive, EPIPE, "closed");
    return -1;
}

} // namespace

TarWriter::TarWriter(Sink sink) : m_sink(std::move(sink)), m_archive(archive_write_new())
{
    archive_write_set_format_pax_restricted(m_archive);
    archive_write_set_bytes_in_last_block(m_archive, 1);
    archive_write_open(m_archive, &m_sink, nullptr, &pass, nullptr);
}

TarWriter::~TarWriter()
{
    archive_write_free(m_archive);
}

bool TarWriter::addHeader(const TarEntry& entry, qint64 size)
{
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> header(archive_entry_new(),
                                                                               &archive_entry_free);
    archive_entry_set_pathname(header.get(), entry.path.constData());
    archive_entry_set_filetype(header.get(), entry.folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(header.get(), static_cast<__LA_MODE_T>(entry.mode));
    archive_entry_set_uid(header.get(), entry.uid);
    archive_entry_set_gid(header.get(), entry.gid);
    archive_entry_set_size(header.get(), size);
    archive_entry_set_mtime(header.get(), 0, 0);
    return archive_write_header(m_archive, header.get()) >= ARCHIVE_WARN; // a name that is not text warns
}

bool TarWriter::add(const TarEntry& entry, const QByteArray& content)
{
    return addHeader(entry, content.size()) &&
           archive_write_data(m_archive, content.constData(), static_cast<size_t>(content.size())) == content.size();
}

bool TarWriter::add(const TarEntry& entry, QIODevice& content, qint64 size)
{
    if (!addHeader(entry, size))
        return false;
    constexpr qint64 pieceSize = 256 * 1024;
    for (qint64 left = size; left > 0;) {
        const QByteArray piece = content.read(std::min(left, pieceSize));
        if (piece.isEmpty() ||
            archive_write_data(m_archive, piece.constData(), static_cast<size_t>(piece.size())) != piece.size())
            return false;
        left -= piece.size();
    }
    return true;
}

bool TarWriter::finish()
{
    return archive_write_close(m_archive) == ARCHIVE_OK;
}

} // namespace snowmelt
