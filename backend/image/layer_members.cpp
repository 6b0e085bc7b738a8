// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_members.h"

#include "backend/image/sha256.h"
#include "backend/image/tar_reader.h"

#include <archive_entry.h>

namespace snowmelt {

namespace {

FileType memberType(archive_entry* entry)
{
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return FileType::File;
    case AE_IFDIR:
        return FileType::Directory;
    case AE_IFLNK:
        return FileType::Link;
    case AE_IFCHR:
        return FileType::CharDevice;
    case AE_IFBLK:
        return FileType::BlockDevice;
    case AE_IFIFO:
        return FileType::Fifo;
    default:
        return archive_entry_hardlink(entry) ? FileType::File : FileType::Unknown;
    }
}

QByteArray attributesOf(archive_entry* entry)
{
    QList<QByteArray> all;
    const char* name = nullptr;
    const void* value = nullptr;
    size_t size = 0;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
        all.append(QByteArray(name) + '=' +
                   QByteArray(static_cast<const char*>(value), static_cast<qsizetype>(size)).toHex());
    std::sort(all.begin(), all.end());
    return all.join(' ');
}

QByteArray absolutePath(const char* name)
{
    QByteArray path = '/' + QByteArray(name);
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    return path;
}

LayerMember memberFrom(archive_entry* entry)
{
    LayerMember member;
    member.path = absolutePath(archive_entry_pathname(entry));
    member.type = memberType(entry);
    member.mode = static_cast<int>(archive_entry_perm(entry));
    member.uid = archive_entry_uid(entry);
    member.gid = archive_entry_gid(entry);
    member.size = archive_entry_size(entry);
    member.changedAt = archive_entry_mtime(entry);
    member.attributes = attributesOf(entry);
    if (const char* first = archive_entry_hardlink(entry))
        member.sameAs = absolutePath(first);
    if (member.type == FileType::Link)
        member.target = archive_entry_symlink(entry);
    if (member.type == FileType::CharDevice || member.type == FileType::BlockDevice)
        member.device = QByteArray::number(static_cast<qint64>(archive_entry_rdevmajor(entry))) + ':' +
                        QByteArray::number(static_cast<qint64>(archive_entry_rdevminor(entry)));
    return member;
}

Result<QByteArray> sumOfData(TarReader& in)
{
    Sha256 sum;
    auto chunk = in.more();
    for (; chunk && !chunk->isEmpty(); chunk = in.more())
        sum.add(chunk->data(), static_cast<size_t>(chunk->size()));
    return chunk ? Result<QByteArray>(sum.hex()) : chunk.as<QByteArray>();
}

} // namespace

Result<QList<LayerMember>> readMembers(const QString& layerFile, const StopFlag& stop)
{
    using Members = QList<LayerMember>;
    TarReader in(layerFile, {.stop = stop});
    Members members;
    auto entry = in.next();
    for (; entry && *entry; entry = in.next()) {
        LayerMember member = memberFrom(*entry);
        if (member.type == FileType::File && member.sameAs.isEmpty()) {
            auto sum = sumOfData(in);
            if (!sum)
                return sum.as<Members>();
            member.sha256 = sum.take();
        }
        members.append(member);
    }
    return entry ? Result<Members>(members) : entry.as<Members>();
}

} // namespace snowmelt
