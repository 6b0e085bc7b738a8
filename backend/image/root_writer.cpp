// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/root_writer.h"

#include "backend/image/durable_file.h"

#include <QFile>

#include <archive_entry.h>

#include <cerrno>
#include <sys/stat.h>

namespace snowmelt {

RootWriter::RootWriter(QByteArray folder) : m_folder(std::move(folder)), m_out(archive_write_disk_new())
{
    archive_write_disk_set_options(m_out.get(), ARCHIVE_EXTRACT_OWNER | ARCHIVE_EXTRACT_PERM | ARCHIVE_EXTRACT_TIME |
                                                    ARCHIVE_EXTRACT_XATTR | ARCHIVE_EXTRACT_SECURE_NODOTDOT);
}

Result<Done> RootWriter::begin()
{
    if (::mkdir(m_folder.constData(), 0755) != 0)
        return writeError(QFile::decodeName(m_folder), errno);
    return Done{};
}

Result<Done> RootWriter::place(TarReader& in, archive_entry* entry, const QByteArray& inside, const QByteArray& sameAs)
{
    // The folder itself would be replaced, and all that follows go wherever a link in its place leads.
    if (inside.isEmpty() || inside.startsWith('/'))
        return in.fault(QStringLiteral("no name below the folder"));
    archive_entry_set_pathname(entry, under(inside).constData());
    if (!sameAs.isEmpty())
        archive_entry_set_hardlink(entry, under(sameAs).constData());
    if (archive_write_header(m_out.get(), entry) < ARCHIVE_WARN)
        return failure();
    if (auto copied = copyData(in); !copied)
        return copied;
    return archive_write_finish_entry(m_out.get()) < ARCHIVE_WARN ? Result<Done>(failure()) : Done{};
}

Result<Done> RootWriter::end()
{
    return archive_write_close(m_out.get()) == ARCHIVE_OK ? Result<Done>(Done{}) : failure();
}

/// Block by block, so that holes stay holes.
Result<Done> RootWriter::copyData(TarReader& in)
{
    const void* data = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    int status = ARCHIVE_OK;
    while ((status = archive_read_data_block(in.get(), &data, &size, &offset)) == ARCHIVE_OK) {
        if (in.isStopped())
            return Cancelled{};
        if (archive_write_data_block(m_out.get(), data, size, offset) < ARCHIVE_OK)
            return failure();
    }
    return status == ARCHIVE_EOF ? Result<Done>(Done{}) : in.fault();
}

Error RootWriter::failure() const
{
    return archiveWriteError(QFile::decodeName(m_folder), m_out.get());
}

} // namespace snowmelt
