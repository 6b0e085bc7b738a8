// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_packer.h"

#include "backend/image/folder_walk.h"
#include "backend/image/layer_format.h"
#include "backend/image/layer_writer.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>

namespace snowmelt {

namespace {

class Packer
{
public:
    Packer(const PackRequest& request, const StopFlag& stop)
        : m_request(request), m_stop(stop), m_out(request.file, request.constantTime)
    {
    }

    Result<PackedLayer> pack()
    {
        if (auto begun = m_out.begin(); !begun)
            return begun.as<PackedLayer>();
        auto walked = walkFolder(m_request.folder, [this](const WalkedPath& path) { return add(path); });
        if (!walked)
            return walked.as<PackedLayer>();
        return m_out.end();
    }

private:
    Result<Done> add(const WalkedPath& path)
    {
        if (*m_stop)
            return Cancelled{};
        if (!belongsToImage(path.inside) || S_ISSOCK(path.status.st_mode))
            return Done{};
        if (S_ISCHR(path.status.st_mode) && path.status.st_rdev == 0)
            return m_out.addRemoved(path.inside);
        LayerPath entry = entryFor(path);
        if (entry.fact.type == FileType::File)
            return addFile(path, entry);
        if (entry.fact.type == FileType::Link)
            if (auto read = readTarget(path, entry); !read)
                return read;
        entry.opaque = entry.fact.type == FileType::Directory && isOpaque(path.real);
        return m_out.add(entry);
    }

    LayerPath entryFor(const WalkedPath& path) const
    {
        LayerPath entry;
        entry.fact = {path.inside,
                      layer::typeOf(path.status.st_mode),
                      static_cast<int>(path.status.st_mode & 07777),
                      static_cast<int>(path.status.st_uid),
                      static_cast<int>(path.status.st_gid),
                      0,
                      {},
                      {}};
        entry.mode = path.status.st_mode;
        entry.device = path.status.st_rdev;
        const qint64 changed = path.status.st_mtim.tv_sec;
        entry.changedAt = changed >= m_request.touchedAfter ? m_request.constantTime : changed;
        return entry;
    }

    static Result<Done> readTarget(const WalkedPath& path, LayerPath& entry)
    {
        const auto target = linkTarget(path.real);
        if (!target)
            return target.as<Done>();
        entry.fact.target = *target;
        return Done{};
    }

    Result<Done> addFile(const WalkedPath& path, LayerPath& entry)
    {
        entry.fact.size = path.status.st_size;
        const auto identity = std::pair(path.status.st_dev, path.status.st_ino);
        if (path.status.st_nlink > 1 && m_linked.contains(identity)) {
            const FileFact& first = m_linked[identity];
            entry.fact.sha256 = first.sha256;
            entry.sameAs = first.path;
            return m_out.add(entry);
        }
        entry.capability = capabilityOf(path);
        if (auto begun = m_out.beginFile(entry); !begun)
            return begun;
        if (auto copied = addData(path); !copied)
            return copied;
        entry.fact.sha256 = m_out.endFile();
        if (path.status.st_nlink > 1)
            m_linked.insert(identity, entry.fact);
        return Done{};
    }

    // The one extended attribute Debian packages set; overlay mounts keep notes of their own in others.
    static QByteArray capabilityOf(const WalkedPath& path)
    {
        std::array<char, 256> value{};
        const ssize_t size = ::lgetxattr(path.real.constData(), layer::capabilityAttribute, value.data(), value.size());
        return size > 0 ? QByteArray(value.data(), size) : QByteArray();
    }

    Result<Done> addData(const WalkedPath& path)
    {
        const int descriptor = ::open(path.real.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0)
            return unreadable(path);
        const Result<Done> copied = copyFrom(descriptor, path);
        ::close(descriptor);
        return copied;
    }

    Result<Done> copyFrom(int descriptor, const WalkedPath& path)
    {
        for (;;) {
            const ssize_t size = ::read(descriptor, m_chunk.data(), static_cast<size_t>(m_chunk.size()));
            if (size < 0)
                return unreadable(path);
            if (size == 0)
                return Done{};
            const Result<Done> written = m_out.data(m_chunk.constData(), static_cast<size_t>(size));
            if (!written)
                return written;
        }
    }

    static bool isOpaque(const QByteArray& real)
    {
        char value = 0;
        return ::lgetxattr(real.constData(), layer::opaqueAttribute, &value, 1) == 1 && value == 'y';
    }

    static Result<Done> unreadable(const WalkedPath& path)
    {
        return Error{
            ErrorCode::FileUnreadable, {QFile::decodeName(path.real)}, QString::fromLocal8Bit(std::strerror(errno))};
    }

    const PackRequest& m_request;
    StopFlag m_stop;
    LayerWriter m_out;
    QMap<std::pair<dev_t, ino_t>, FileFact> m_linked;
    QByteArray m_chunk = QByteArray(1 << 18, Qt::Uninitialized);
};

} // namespace

Result<PackedLayer> packLayer(const PackRequest& request, const StopFlag& stop)
{
    return Packer(request, stop).pack();
}

} // namespace snowmelt
