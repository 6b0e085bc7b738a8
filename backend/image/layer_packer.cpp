// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_packer.h"

#include "backend/image/durable_file.h"
#include "backend/image/folder_walk.h"
#include "backend/image/layer_format.h"
#include "backend/image/sha256.h"

#include <QFile>

#include <archive_entry.h>

#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>

namespace snowmelt {

namespace {

using Entry = std::unique_ptr<archive_entry, decltype([](archive_entry* e) { archive_entry_free(e); })>;

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

FileType typeOf(mode_t mode)
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

class Packer
{
public:
    Packer(const PackRequest& request, const StopFlag& stop)
        : m_request(request), m_stop(stop), m_out(request.file), m_archive(archive_write_new())
    {
    }

    Result<PackedLayer> pack()
    {
        if (m_out.failure() != 0)
            return writeError(m_request.file, m_out.failure());
        archive_write_set_format_pax_restricted(m_archive.get());
        archive_write_set_bytes_per_block(m_archive.get(), 1 << 20);
        archive_write_set_bytes_in_last_block(m_archive.get(), 512);
        archive_write_open(m_archive.get(), &m_out, nullptr, &HashedFile::write, nullptr);
        auto walked = walkFolder(m_request.folder, [this](const WalkedPath& path) { return add(path); });
        if (!walked)
            return walked.as<PackedLayer>();
        if (archive_write_close(m_archive.get()) != ARCHIVE_OK)
            return failure();
        return PackedLayer{m_out.digest(), m_out.size(), m_contents};
    }

private:
    Result<Done> add(const WalkedPath& path)
    {
        if (*m_stop)
            return Cancelled{};
        if (!belongsToImage(path.inside) || S_ISSOCK(path.status.st_mode))
            return Done{};
        if (S_ISCHR(path.status.st_mode) && path.status.st_rdev == 0)
            return addWhiteout(path);
        return addPath(path);
    }

    Result<Done> addWhiteout(const WalkedPath& path)
    {
        m_contents.removed.append(path.inside);
        const qsizetype slash = path.inside.lastIndexOf('/');
        return addMarker(path.inside.left(slash + 1) + layer::whiteoutPrefix + path.inside.mid(slash + 1));
    }

    Result<Done> addMarker(const QByteArray& inside)
    {
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), inside.constData() + 1);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_size(entry.get(), 0);
        archive_entry_set_mtime(entry.get(), m_request.constantTime, 0);
        return header(entry);
    }

    Result<Done> addPath(const WalkedPath& path)
    {
        FileFact fact{path.inside,
                      typeOf(path.status.st_mode),
                      static_cast<int>(path.status.st_mode & 07777),
                      static_cast<int>(path.status.st_uid),
                      static_cast<int>(path.status.st_gid),
                      0,
                      {},
                      {}};
        const Entry entry = entryFor(path);
        auto written = Result<Done>(Done{});
        if (fact.type == FileType::Link)
            written = addLink(path, entry, fact);
        else if (fact.type == FileType::File)
            written = addFile(path, entry, fact);
        else
            written = header(entry);
        if (!written)
            return written;
        m_contents.files.append(fact);
        if (fact.type == FileType::Directory && isOpaque(path.real)) {
            m_contents.opaque.append(path.inside);
            return addMarker(path.inside + '/' + layer::opaqueName);
        }
        return written;
    }

    Entry entryFor(const WalkedPath& path) const
    {
        Entry entry(archive_entry_new());
        const QByteArray name = path.inside.mid(1) + (S_ISDIR(path.status.st_mode) ? "/" : "");
        archive_entry_set_pathname(entry.get(), name.constData());
        archive_entry_set_mode(entry.get(), path.status.st_mode);
        archive_entry_set_uid(entry.get(), path.status.st_uid);
        archive_entry_set_gid(entry.get(), path.status.st_gid);
        archive_entry_set_rdevmajor(entry.get(), major(path.status.st_rdev));
        archive_entry_set_rdevminor(entry.get(), minor(path.status.st_rdev));
        const qint64 changed = path.status.st_mtim.tv_sec;
        archive_entry_set_mtime(entry.get(), changed >= m_request.touchedAfter ? m_request.constantTime : changed, 0);
        return entry;
    }

    Result<Done> addLink(const WalkedPath& path, const Entry& entry, FileFact& fact)
    {
        std::array<char, PATH_MAX> target{};
        const ssize_t size = ::readlink(path.real.constData(), target.data(), target.size() - 1);
        if (size < 0)
            return unreadable(path);
        fact.target = QByteArray(target.data(), size);
        archive_entry_set_symlink(entry.get(), fact.target.constData());
        return header(entry);
    }

    Result<Done> addFile(const WalkedPath& path, const Entry& entry, FileFact& fact)
    {
        fact.size = path.status.st_size;
        const auto identity = std::pair(path.status.st_dev, path.status.st_ino);
        if (path.status.st_nlink > 1 && m_linked.contains(identity)) {
            const FileFact& first = m_linked[identity];
            fact.sha256 = first.sha256;
            archive_entry_set_hardlink(entry.get(), first.path.constData() + 1);
            return header(entry);
        }
        archive_entry_set_size(entry.get(), path.status.st_size);
        addCapability(path, entry);
        if (auto begun = header(entry); !begun)
            return begun;
        auto sum = addData(path);
        if (!sum)
            return sum.as<Done>();
        fact.sha256 = *sum;
        if (path.status.st_nlink > 1)
            m_linked.insert(identity, fact);
        return Done{};
    }

    // The one extended attribute Debian packages set; overlay mounts keep notes of their own in others.
    static void addCapability(const WalkedPath& path, const Entry& entry)
    {
        constexpr const char* name = "security.capability";
        std::array<char, 256> value{};
        const ssize_t size = ::lgetxattr(path.real.constData(), name, value.data(), value.size());
        if (size > 0)
            archive_entry_xattr_add_entry(entry.get(), name, value.data(), static_cast<size_t>(size));
    }

    Result<QByteArray> addData(const WalkedPath& path)
    {
        const int descriptor = ::open(path.real.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0)
            return unreadable(path).as<QByteArray>();
        Sha256 sum;
        ssize_t size = 0;
        bool written = true;
        while (written && (size = ::read(descriptor, m_chunk.data(), static_cast<size_t>(m_chunk.size()))) > 0) {
            sum.add(m_chunk.constData(), static_cast<size_t>(size));
            written = archive_write_data(m_archive.get(), m_chunk.constData(), static_cast<size_t>(size)) == size;
        }
        ::close(descriptor);
        if (!written)
            return failure();
        if (size < 0)
            return unreadable(path).as<QByteArray>();
        return sum.hex();
    }

    static bool isOpaque(const QByteArray& real)
    {
        char value = 0;
        return ::lgetxattr(real.constData(), layer::opaqueAttribute, &value, 1) == 1 && value == 'y';
    }

    Result<Done> header(const Entry& entry)
    {
        if (archive_write_header(m_archive.get(), entry.get()) < ARCHIVE_WARN)
            return failure();
        return Done{};
    }

    Error failure() const
    {
        if (m_out.failure() != 0)
            return writeError(m_request.file, m_out.failure());
        return {
            ErrorCode::FileUnwritable, {m_request.file}, QString::fromLocal8Bit(archive_error_string(m_archive.get()))};
    }

    static Result<Done> unreadable(const WalkedPath& path)
    {
        return Error{
            ErrorCode::FileUnreadable, {QFile::decodeName(path.real)}, QString::fromLocal8Bit(std::strerror(errno))};
    }

    const PackRequest& m_request;
    StopFlag m_stop;
    HashedFile m_out;
    ArchiveWriter m_archive;
    LayerContents m_contents;
    QMap<std::pair<dev_t, ino_t>, FileFact> m_linked;
    QByteArray m_chunk = QByteArray(1 << 18, Qt::Uninitialized);
};

} // namespace

Result<PackedLayer> packLayer(const PackRequest& request, const StopFlag& stop)
{
    return Packer(request, stop).pack();
}

} // namespace snowmelt
