// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_writer.h"

#include "backend/image/durable_file.h"
#include "backend/image/layer_format.h"
#include "backend/image/sha256.h"

#include <QFile>

#include <archive_entry.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <optional>

namespace snowmelt {

namespace {

/// Where the tar goes: a file, hashed on the way.
class HashedFile
{
public:
    explicit HashedFile(const QString& path)
        : m_descriptor(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)),
          m_errno(m_descriptor < 0 ? errno : 0)
    {
    }
    ~HashedFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    HashedFile(const HashedFile&) = delete;
    HashedFile& operator=(const HashedFile&) = delete;

    static la_ssize_t write(archive*, void* self, const void* data, size_t size)
    {
        return static_cast<HashedFile*>(self)->take(static_cast<const char*>(data), size);
    }

    Digest digest() { return *Digest::parse(QString::fromLatin1(m_sum.hex())); }
    qint64 size() const { return m_size; }
    int failure() const { return m_errno; }

private:
    la_ssize_t take(const char* data, size_t size)
    {
        const ssize_t written = ::write(m_descriptor, data, size);
        if (written < 0) {
            m_errno = errno;
            return -1;
        }
        m_sum.add(data, static_cast<size_t>(written));
        m_size += written;
        return written;
    }

    int m_descriptor;
    int m_errno;
    Sha256 m_sum;
    qint64 m_size = 0;
};

} // namespace

FileType layer::typeOf(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG:
        return FileType::File;
    case S_IFDIR:
        return FileType::Directory;
    case S_IFLNK:
        return FileType::Link;
    case S_IFCHR:
        return FileType::CharDevice;
    case S_IFBLK:
        return FileType::BlockDevice;
    case S_IFIFO:
        return FileType::Fifo;
    case S_IFSOCK:
        return FileType::Socket;
    default:
        return FileType::Unknown;
    }
}

struct LayerWriter::State
{
    State(const QString& path, qint64 time) : file(path), constantTime(time), out(path), archive(archive_write_new()) {}

    QString file;
    qint64 constantTime;
    HashedFile out;
    ArchiveWriter archive;
    LayerContents contents;
    std::optional<Sha256> sum;
};

LayerWriter::LayerWriter(const QString& file, qint64 constantTime)
    : m_state(std::make_unique<State>(file, constantTime))
{
}

LayerWriter::~LayerWriter() = default;

Result<Done> LayerWriter::begin()
{
    if (m_state->out.failure() != 0)
        return writeError(m_state->file, m_state->out.failure());
    archive* out = m_state->archive.get();
    archive_write_set_format_pax_restricted(out);
    archive_write_set_bytes_per_block(out, 1 << 20);
    archive_write_set_bytes_in_last_block(out, 512);
    archive_write_open(out, &m_state->out, nullptr, &HashedFile::write, nullptr);
    return Done{};
}

Result<Done> LayerWriter::addRemoved(const QByteArray& path)
{
    m_state->contents.removed.append(path);
    const qsizetype slash = path.lastIndexOf('/');
    return marker(path.left(slash + 1) + layer::whiteoutPrefix + path.mid(slash + 1));
}

Result<Done> LayerWriter::add(const LayerPath& path)
{
    if (auto written = header(path); !written)
        return written;
    m_state->contents.files.append(path.fact);
    if (!path.opaque)
        return Done{};
    m_state->contents.opaque.append(path.fact.path);
    return marker(path.fact.path + '/' + layer::opaqueName);
}

Result<Done> LayerWriter::beginFile(const LayerPath& path)
{
    m_state->sum.emplace();
    m_state->contents.files.append(path.fact);
    return header(path);
}

Result<Done> LayerWriter::data(const char* bytes, size_t size)
{
    m_state->sum->add(bytes, size);
    if (archive_write_data(m_state->archive.get(), bytes, size) != static_cast<la_ssize_t>(size))
        return failure();
    return Done{};
}

QByteArray LayerWriter::endFile()
{
    QByteArray& sha256 = m_state->contents.files.last().sha256;
    sha256 = m_state->sum->hex();
    return sha256;
}

Result<PackedLayer> LayerWriter::end()
{
    if (archive_write_close(m_state->archive.get()) != ARCHIVE_OK)
        return failure();
    return PackedLayer{m_state->out.digest(), m_state->out.size(), m_state->contents};
}

Result<Done> LayerWriter::marker(const QByteArray& path)
{
    LayerPath empty;
    empty.fact.path = path;
    empty.mode = S_IFREG | 0600;
    empty.changedAt = m_state->constantTime;
    return header(empty);
}

Result<Done> LayerWriter::header(const LayerPath& path)
{
    const OwnedEntry entry(archive_entry_new());
    const FileFact& fact = path.fact;
    const QByteArray name = fact.path.mid(1) + (S_ISDIR(path.mode) ? "/" : "");
    archive_entry_set_pathname(entry.get(), name.constData());
    archive_entry_set_mode(entry.get(), path.mode);
    archive_entry_set_uid(entry.get(), fact.uid);
    archive_entry_set_gid(entry.get(), fact.gid);
    archive_entry_set_rdevmajor(entry.get(), major(path.device));
    archive_entry_set_rdevminor(entry.get(), minor(path.device));
    archive_entry_set_mtime(entry.get(), path.changedAt, 0);
    if (S_ISLNK(path.mode))
        archive_entry_set_symlink(entry.get(), fact.target.constData());
    if (!path.sameAs.isEmpty())
        archive_entry_set_hardlink(entry.get(), path.sameAs.constData() + 1);
    else if (S_ISREG(path.mode))
        archive_entry_set_size(entry.get(), fact.size);
    if (!path.capability.isEmpty())
        archive_entry_xattr_add_entry(entry.get(), layer::capabilityAttribute, path.capability.constData(),
                                      static_cast<size_t>(path.capability.size()));
    if (archive_write_header(m_state->archive.get(), entry.get()) < ARCHIVE_WARN)
        return failure();
    return Done{};
}

Error LayerWriter::failure() const
{
    if (m_state->out.failure() != 0)
        return writeError(m_state->file, m_state->out.failure());
    return {ErrorCode::FileUnwritable,
            {m_state->file},
            QString::fromLocal8Bit(archive_error_string(m_state->archive.get()))};
}

} // namespace snowmelt
