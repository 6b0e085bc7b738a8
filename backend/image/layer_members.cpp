// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_members.h"

#include "backend/image/layer_format.h"
#include "backend/image/sha256.h"

#include <QFile>

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

/// Of the member whose header was read last; empty when the tar ends in it.
Result<QByteArray> sumOfData(archive* in, QByteArray* chunk, const StopFlag& stop)
{
    Sha256 sum;
    la_ssize_t size = 0;
    while ((size = archive_read_data(in, chunk->data(), static_cast<size_t>(chunk->size()))) > 0) {
        if (*stop)
            return Cancelled{};
        sum.add(chunk->constData(), static_cast<size_t>(size));
    }
    return size < 0 ? QByteArray() : sum.hex();
}

Error unreadableLayer(const QString& file, archive* in)
{
    return {ErrorCode::FileUnreadable, {file}, QString::fromLocal8Bit(archive_error_string(in))};
}

} // namespace

Result<QList<LayerMember>> readMembers(const QString& layerFile, const StopFlag& stop)
{
    const ArchiveReader in(archive_read_new());
    archive_read_support_format_tar(in.get());
    if (archive_read_open_filename(in.get(), QFile::encodeName(layerFile).constData(), 1 << 16) != ARCHIVE_OK)
        return unreadableLayer(layerFile, in.get());
    QList<LayerMember> members;
    QByteArray chunk(1 << 18, Qt::Uninitialized);
    archive_entry* entry = nullptr;
    int read = ARCHIVE_OK;
    while ((read = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
        if (*stop)
            return Cancelled{};
        LayerMember member = memberFrom(entry);
        if (member.type == FileType::File && member.sameAs.isEmpty()) {
            auto sum = sumOfData(in.get(), &chunk, stop);
            if (!sum)
                return sum.as<QList<LayerMember>>();
            member.sha256 = sum.take();
            if (member.sha256.isEmpty())
                return unreadableLayer(layerFile, in.get());
        }
        members.append(member);
    }
    if (read != ARCHIVE_EOF)
        return unreadableLayer(layerFile, in.get());
    return members;
}

} // namespace snowmelt
