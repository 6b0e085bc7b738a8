// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/artifact_root.h"

#include "backend/image/durable_file.h"
#include "backend/image/folder_walk.h"
#include "backend/image/packer/artifact_members.h"
#include "backend/image/root_writer.h"

#include <QFile>
#include <QFileInfo>

#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sys/xattr.h>

namespace snowmelt {

namespace {

Error invalidArtifact(const QString& artifact, const QString& detail)
{
    return {ErrorCode::ArtifactInvalid, {{}, artifact}, detail};
}

QByteArray pathOf(archive_entry* entry)
{
    const char* path = archive_entry_pathname(entry);
    return ArtifactMembers::nameOf(path ? path : "");
}

bool isOfRoot(const QByteArray& name)
{
    return !name.isEmpty() && belongsToImage('/' + name);
}

TarReader openArtifact(const QString& artifact, const StopFlag& stop)
{
    return TarReader(artifact, {.stop = stop, .fault = invalidArtifact(artifact, {}), .compressed = true});
}

/// Every member that is of the root.
Result<Done> eachOfRoot(TarReader& in, const std::function<Result<Done>(archive_entry*, const QByteArray&)>& take)
{
    auto entry = in.next();
    for (; entry && *entry; entry = in.next()) {
        const QByteArray name = pathOf(*entry);
        if (!isOfRoot(name))
            continue;
        if (auto taken = take(*entry, name); !taken)
            return taken;
    }
    return entry ? Done{} : entry.as<Done>();
}

QByteArray firstOf(archive_entry* entry)
{
    const char* first = archive_entry_hardlink(entry);
    return first ? ArtifactMembers::nameOf(first) : QByteArray();
}

Result<Done> checkTar(const QString& artifact, const StopFlag& stop)
{
    ArtifactMembers members;
    const auto check = [&](archive_entry* entry, const QByteArray& name) -> Result<Done> {
        const QByteArray first = firstOf(entry);
        const mode_t type = first.isEmpty() ? archive_entry_filetype(entry) : mode_t(S_IFREG);
        const qint64 size = first.isEmpty() ? archive_entry_size(entry) : 0;
        const QString fault = members.add(name, type, first, size);
        return fault.isEmpty() ? Result<Done>(Done{}) : Result<Done>(invalidArtifact(artifact, fault));
    };
    TarReader in = openArtifact(artifact, stop);
    if (auto checked = eachOfRoot(in, check); !checked)
        return checked;
    if (const QString fault = members.fault(); !fault.isEmpty())
        return invalidArtifact(artifact, fault);
    return Done{};
}

/// Attributes other than a capability would mean something to an overlay mount, or to nobody.
void keepCapability(archive_entry* entry)
{
    const char* name = nullptr;
    const void* value = nullptr;
    size_t size = 0;
    QByteArray kept;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
        if (name && qstrcmp(name, layer::capabilityAttribute) == 0)
            kept = QByteArray(static_cast<const char*>(value), static_cast<qsizetype>(size));
    archive_entry_xattr_clear(entry);
    if (!kept.isEmpty())
        archive_entry_xattr_add_entry(entry, layer::capabilityAttribute, kept.constData(),
                                      static_cast<size_t>(kept.size()));
}

/// Writes what checkTar() has let through.
Result<Done> unpackTar(const QString& artifact, const QByteArray& upper, const StopFlag& stop)
{
    TarReader in = openArtifact(artifact, stop);
    RootWriter out(upper);
    if (auto begun = out.begin(); !begun)
        return begun;
    const auto place = [&](archive_entry* entry, const QByteArray& name) {
        keepCapability(entry);
        archive_entry_acl_clear(entry);
        return out.place(in, entry, name, firstOf(entry));
    };
    if (auto placed = eachOfRoot(in, place); !placed)
        return placed;
    return out.end();
}

Result<Done> takeFolder(const QString& artifact, const QByteArray& upper, const StopFlag& stop)
{
    ArtifactMembers members;
    const auto check = [&](const WalkedPath& path) -> Result<Done> {
        if (*stop)
            return Cancelled{};
        const QByteArray name = path.inside.mid(1);
        if (!isOfRoot(name))
            return Done{};
        QString fault = members.add(name, path.status.st_mode & S_IFMT, {}, path.status.st_size);
        if (::lgetxattr(path.real.constData(), layer::opaqueAttribute, nullptr, 0) >= 0)
            fault = QString::fromUtf8(name) + u": " + QLatin1String(layer::opaqueAttribute);
        return fault.isEmpty() ? Result<Done>(Done{}) : Result<Done>(invalidArtifact(artifact, fault));
    };
    const QByteArray folder = QFile::encodeName(artifact);
    if (auto checked = walkFolder(folder, check); !checked)
        return checked;
    if (const QString fault = members.fault(); !fault.isEmpty())
        return invalidArtifact(artifact, fault);
    if (std::rename(folder.constData(), upper.constData()) != 0)
        return writeError(QFile::decodeName(upper), errno);
    return Done{};
}

Error unreadablePath(const WalkedPath& path, int error)
{
    return {ErrorCode::FileUnreadable, {QFile::decodeName(path.real)}, QString::fromLocal8Bit(std::strerror(error))};
}

/// Each ends with a zero byte. Most paths have none, so the size is asked first.
Result<QByteArray> attributeNames(const WalkedPath& path)
{
    const char* const real = path.real.constData();
    ssize_t size = ::llistxattr(real, nullptr, 0);
    QByteArray names(std::max<ssize_t>(0, size), '\0');
    if (size > 0)
        size = ::llistxattr(real, names.data(), static_cast<size_t>(names.size()));
    if (size < 0 && errno != ENOTSUP)
        return unreadablePath(path, errno);
    return names;
}

Result<QByteArray> attributeValue(const WalkedPath& path, const QByteArray& name)
{
    const char* const real = path.real.constData();
    ssize_t size = ::lgetxattr(real, name.constData(), nullptr, 0);
    QByteArray value(std::max<ssize_t>(0, size), '\0');
    if (size > 0)
        size = ::lgetxattr(real, name.constData(), value.data(), static_cast<size_t>(value.size()));
    if (size < 0)
        return unreadablePath(path, errno);
    return value;
}

Result<bool> attributesHaveSecret(const WalkedPath& path, const SecretScrub& scrub)
{
    const auto names = attributeNames(path);
    if (!names)
        return names.as<bool>();
    const QList<QByteArray> all = names->split('\0');
    for (const QByteArray& name : all) {
        if (name.isEmpty())
            continue;
        const auto value = attributeValue(path, name);
        if (!value)
            return value.as<bool>();
        if (scrub.standsIn(name) || scrub.standsIn(*value))
            return true;
    }
    return false;
}

Result<bool> targetHasSecret(const WalkedPath& path, const SecretScrub& scrub)
{
    const auto target = linkTarget(path.real);
    return target ? Result<bool>(scrub.standsIn(*target)) : target.as<bool>();
}

Result<bool> contentHasSecret(const WalkedPath& path, const SecretScrub& scrub)
{
    // By its bytes: a name that is not UTF-8 does not survive being a QString.
    const int descriptor = ::open(path.real.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return unreadablePath(path, errno);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return unreadablePath(path, EBADF);
    QByteArray window;
    QByteArray chunk(1 << 20, Qt::Uninitialized);
    qint64 size = 0;
    while ((size = file.read(chunk.data(), chunk.size())) > 0) {
        window.append(chunk.constData(), size);
        if (scrub.standsIn(window))
            return true;
        window = window.right(scrub.longest());
    }
    return size < 0 ? Result<bool>(unreadablePath(path, errno)) : false;
}

Result<bool> hasSecret(const WalkedPath& path, const SecretScrub& scrub)
{
    if (scrub.standsIn(path.inside))
        return true;
    const auto inAttributes = attributesHaveSecret(path, scrub);
    if (!inAttributes || *inAttributes)
        return inAttributes;
    if (S_ISLNK(path.status.st_mode))
        return targetHasSecret(path, scrub);
    return S_ISREG(path.status.st_mode) ? contentHasSecret(path, scrub) : Result<bool>(false);
}

} // namespace

Result<Done> takeRoot(const QString& artifact, const QByteArray& upper, const StopFlag& stop)
{
    if (QFileInfo(artifact).isDir())
        return takeFolder(artifact, upper, stop);
    if (auto checked = checkTar(artifact, stop); !checked)
        return checked;
    return unpackTar(artifact, upper, stop);
}

Result<QByteArray> pathWithSecret(const QByteArray& root, const SecretScrub& scrub, const StopFlag& stop)
{
    QByteArray found;
    if (scrub.longest() == 0)
        return found;
    const auto look = [&](const WalkedPath& path) -> Result<Done> {
        if (*stop)
            return Cancelled{};
        if (!found.isEmpty() || !belongsToImage(path.inside))
            return Done{};
        const auto has = hasSecret(path, scrub);
        if (has && *has)
            found = path.inside;
        return has ? Result<Done>(Done{}) : has.as<Done>();
    };
    if (const auto walked = walkFolder(root, look); !walked)
        return walked.as<QByteArray>();
    return found;
}

} // namespace snowmelt
