// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/tar_reader.h"

#include <QFile>

#include <archive_entry.h>

namespace snowmelt {

namespace {

constexpr size_t chunkSize = 1 << 18;
constexpr qint64 endSize = 1024;

bool isOdd(const char* bytes, const wchar_t* letters)
{
    return bytes && !letters;
}

/// What libarchive warns of and hands over by its bytes. Debian's ca-certificates has links of such names for whoever
/// is in the locale "C".
bool hasOddName(archive_entry* entry)
{
    return isOdd(archive_entry_pathname(entry), archive_entry_pathname_w(entry)) ||
           isOdd(archive_entry_symlink(entry), archive_entry_symlink_w(entry)) ||
           isOdd(archive_entry_hardlink(entry), archive_entry_hardlink_w(entry)) ||
           isOdd(archive_entry_uname(entry), archive_entry_uname_w(entry)) ||
           isOdd(archive_entry_gname(entry), archive_entry_gname_w(entry));
}

} // namespace

TarReader::TarReader(QString file, TarOptions options)
    : m_file(std::move(file)), m_options(std::move(options)), m_in(archive_read_new())
{
    archive_read_support_format_tar(get());
    if (!m_options.compressed)
        return;
    archive_read_support_filter_gzip(get());
    archive_read_support_filter_xz(get());
    archive_read_support_filter_zstd(get());
    archive_read_support_filter_bzip2(get());
}

bool TarReader::open()
{
    if (!m_opened)
        m_opened = archive_read_open_filename(get(), QFile::encodeName(m_file).constData(), chunkSize) == ARCHIVE_OK;
    return m_opened;
}

/// A tar ends in two blocks of zeros (POSIX.1-2017, pax, "ustar Interchange Format"); libarchive is content with the
/// end of the file, or with one such block.
bool TarReader::endsInZeroBlocks() const
{
    return archive_filter_bytes(get(), 0) - archive_read_header_position(get()) >= endSize;
}

Result<archive_entry*> TarReader::next()
{
    if (isStopped())
        return Cancelled{};
    if (!open())
        return fault();
    archive_entry* entry = nullptr;
    // libarchive takes being asked again after the end for a fault.
    const int status = m_ended ? ARCHIVE_EOF : archive_read_next_header(get(), &entry);
    if (status == ARCHIVE_EOF && !m_ended && !endsInZeroBlocks())
        return fault(QStringLiteral("breaks off between two members"));
    m_ended = status == ARCHIVE_EOF;
    if (m_ended)
        return static_cast<archive_entry*>(nullptr);
    if (status != ARCHIVE_OK && !(status == ARCHIVE_WARN && hasOddName(entry)))
        return fault();
    return entry;
}

Result<QByteArrayView> TarReader::more()
{
    if (isStopped())
        return Cancelled{};
    m_chunk.resize(qsizetype(chunkSize));
    const la_ssize_t size = archive_read_data(get(), m_chunk.data(), chunkSize);
    if (size < 0)
        return fault();
    return QByteArrayView(m_chunk.constData(), size);
}

Result<QByteArray> TarReader::bytes(qint64 limit)
{
    QByteArray bytes;
    while (bytes.size() < limit) {
        const auto chunk = more();
        if (!chunk)
            return chunk.as<QByteArray>();
        if (chunk->isEmpty())
            break;
        bytes.append(chunk->first(std::min<qint64>(chunk->size(), limit - bytes.size())));
    }
    return bytes;
}

Error TarReader::fault() const
{
    return fault(QString::fromLocal8Bit(archive_error_string(get())));
}

Error TarReader::fault(const QString& detail) const
{
    Error error = m_options.fault.value_or(Error{ErrorCode::FileUnreadable, {m_file}, {}});
    error.detail = detail.isEmpty() ? QStringLiteral("unreadable") : detail;
    return error;
}

} // namespace snowmelt
