// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_travel.h"

#include "backend/image/durable_file.h"
#include "backend/image/folder_walk.h"
#include "backend/image/layer_names.h"
#include "backend/image/layer_writer.h"
#include "backend/image/sha256.h"
#include "backend/image/tar_reader.h"

#include <QFile>
#include <QSet>

#include <archive_entry.h>

#include <cerrno>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <array>

namespace snowmelt {

namespace {

/// "./etc/" as "/etc"; "./" as "/".
QByteArray insidePath(const char* name)
{
    QByteArray path(name);
    if (path.startsWith("./"))
        path.remove(0, 1);
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    return path.startsWith('/') ? path : QByteArray('/' + path);
}

QByteArray attributeOf(archive_entry* entry, const QByteArray& wanted)
{
    const char* name = nullptr;
    const void* value = nullptr;
    size_t size = 0;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
        if (wanted == name)
            return QByteArray(static_cast<const char*>(value), static_cast<qsizetype>(size));
    return {};
}

/// Parents before children, siblings in the order of their bytes: as walkFolder() goes.
bool comesBefore(QByteArray first, QByteArray second)
{
    return first.replace('/', '\0') < second.replace('/', '\0');
}

class TravelledPacker
{
public:
    TravelledPacker(const TravelledLayer& request, const StopFlag& stop)
        : m_request(request), m_in(request.archive, {.stop = stop}), m_out(request.file, request.constantTime)
    {
    }

    Result<PackedLayer> pack()
    {
        if (auto begun = m_out.begin(); !begun)
            return begun.as<PackedLayer>();
        auto entry = m_in.next();
        for (; entry && *entry; entry = m_in.next())
            if (auto added = add(*entry); !added)
                return added.as<PackedLayer>();
        return entry ? m_out.end() : entry.as<PackedLayer>();
    }

private:
    Result<Done> add(archive_entry* entry)
    {
        const QByteArray inside = insidePath(archive_entry_pathname(entry));
        if (inside == "/" || !belongsToImage(inside))
            return Done{};
        if (!m_last.isEmpty() && !comesBefore(m_last, inside))
            return Error{ErrorCode::FileUnreadable, {m_request.archive}, QString::fromUtf8(m_last + " > " + inside)};
        m_last = inside;
        LayerPath path = pathFor(entry, inside);
        if (S_ISCHR(path.mode) && path.device == 0)
            return m_out.addRemoved(inside);
        if (const char* first = archive_entry_hardlink(entry))
            return addFurtherName(path, insidePath(first));
        if (path.fact.type == FileType::File)
            return addFile(path);
        return m_out.add(path);
    }

    LayerPath pathFor(archive_entry* entry, const QByteArray& inside) const
    {
        LayerPath path;
        path.mode = archive_entry_hardlink(entry) ? S_IFREG | archive_entry_perm(entry) : archive_entry_mode(entry);
        path.fact.path = inside;
        path.fact.type = layer::typeOf(path.mode);
        path.fact.mode = static_cast<int>(archive_entry_perm(entry));
        path.fact.uid = static_cast<int>(archive_entry_uid(entry));
        path.fact.gid = static_cast<int>(archive_entry_gid(entry));
        path.changedAt = archive_entry_mtime(entry);
        if (S_ISCHR(path.mode) || S_ISBLK(path.mode))
            path.device = makedev(archive_entry_rdevmajor(entry), archive_entry_rdevminor(entry));
        if (const char* target = archive_entry_symlink(entry))
            path.fact.target = target;
        if (path.fact.type == FileType::File) {
            path.fact.size = archive_entry_size(entry);
            path.capability = attributeOf(entry, layer::capabilityAttribute);
        }
        path.opaque =
            path.fact.type == FileType::Directory && attributeOf(entry, m_request.opaqueAttribute) == QByteArray("y");
        return path;
    }

    Result<Done> addFurtherName(LayerPath path, const QByteArray& first)
    {
        const auto known = m_files.constFind(first);
        if (known == m_files.cend())
            return Error{ErrorCode::FileUnreadable, {m_request.archive}, QString::fromUtf8(first)};
        path.fact.size = known->size;
        path.fact.sha256 = known->sha256;
        path.capability.clear();
        path.sameAs = first;
        return m_out.add(path);
    }

    Result<Done> addFile(const LayerPath& path)
    {
        if (auto begun = m_out.beginFile(path); !begun)
            return begun;
        auto chunk = m_in.more();
        for (; chunk && !chunk->isEmpty(); chunk = m_in.more())
            if (auto written = m_out.data(chunk->data(), static_cast<size_t>(chunk->size())); !written)
                return written;
        if (!chunk)
            return chunk.as<Done>();
        FileFact fact = path.fact;
        fact.sha256 = m_out.endFile();
        m_files.insert(fact.path, fact);
        return Done{};
    }

    const TravelledLayer& m_request;
    TarReader m_in;
    LayerWriter m_out;
    QByteArray m_last;
    QMap<QByteArray, FileFact> m_files;
};

QByteArray nameOf(const QByteArray& path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

/// Directories that a layer marks as opaque: the mark comes behind the directory, and its attribute before.
Result<QSet<QByteArray>> opaqueIn(const QString& layerFile, const StopFlag& stop)
{
    TarReader in(layerFile, {.stop = stop});
    QSet<QByteArray> found;
    auto entry = in.next();
    for (; entry && *entry; entry = in.next()) {
        const QByteArray path = insidePath(archive_entry_pathname(*entry));
        if (nameOf(path) == layer::opaqueName)
            found.insert(path.chopped(layer::opaqueName.size() + 1));
    }
    return entry ? Result<QSet<QByteArray>>(found) : entry.as<QSet<QByteArray>>();
}

class TravelWriter
{
public:
    TravelWriter(const QString& layerFile, const QByteArray& opaqueAttribute, const QString& file, const StopFlag& stop)
        : m_layerFile(layerFile), m_attribute(opaqueAttribute), m_file(file), m_stop(stop),
          m_in(layerFile, {.stop = stop}), m_out(archive_write_new())
    {
    }

    Result<Done> write()
    {
        auto opaque = opaqueIn(m_layerFile, m_stop);
        if (!opaque)
            return opaque.as<Done>();
        m_opaque = opaque.take();
        archive_write_set_format_pax_restricted(m_out.get());
        if (archive_write_open_filename(m_out.get(), QFile::encodeName(m_file).constData()) != ARCHIVE_OK)
            return failure();
        auto entry = m_in.next();
        for (; entry && *entry; entry = m_in.next())
            if (auto copied = copy(*entry); !copied)
                return copied;
        if (!entry)
            return entry.as<Done>();
        return archive_write_close(m_out.get()) == ARCHIVE_OK ? Result<Done>(Done{}) : failure();
    }

private:
    Result<Done> copy(archive_entry* entry)
    {
        const QByteArray path = insidePath(archive_entry_pathname(entry));
        const QByteArray name = nameOf(path);
        if (name == layer::opaqueName)
            return Done{};
        if (name.startsWith(layer::whiteoutPrefix))
            makeDevice(entry, path.chopped(name.size()) + name.mid(layer::whiteoutPrefix.size()));
        else if (m_opaque.contains(path))
            archive_entry_xattr_add_entry(entry, m_attribute.constData(), "y", 1);
        if (archive_write_header(m_out.get(), entry) < ARCHIVE_WARN)
            return failure();
        return copyData();
    }

    static void makeDevice(archive_entry* entry, const QByteArray& path)
    {
        archive_entry_set_pathname(entry, path.constData() + 1);
        archive_entry_set_filetype(entry, AE_IFCHR);
        archive_entry_set_rdevmajor(entry, 0);
        archive_entry_set_rdevminor(entry, 0);
    }

    Result<Done> copyData()
    {
        auto chunk = m_in.more();
        for (; chunk && !chunk->isEmpty(); chunk = m_in.more())
            if (archive_write_data(m_out.get(), chunk->data(), static_cast<size_t>(chunk->size())) != chunk->size())
                return failure();
        return chunk ? Done{} : chunk.as<Done>();
    }

    Error failure() const { return archiveWriteError(m_file, m_out.get()); }

    QString m_layerFile;
    QByteArray m_attribute;
    QString m_file;
    StopFlag m_stop;
    TarReader m_in;
    ArchiveWriter m_out;
    QSet<QByteArray> m_opaque;
};

} // namespace

Result<PackedLayer> packTravelled(const TravelledLayer& request, const StopFlag& stop)
{
    auto packed = TravelledPacker(request, stop).pack();
    if (!packed)
        return packed;
    const auto fault = faultOfLayer(request.file, stop);
    if (!fault)
        return fault.as<PackedLayer>();
    if (!fault->isEmpty())
        return Error{ErrorCode::FileUnreadable, {request.archive}, *fault};
    return packed;
}

Result<Digest> writeForTravel(const QString& layerFile, const Digest& digest, const QByteArray& opaqueAttribute,
                              const QString& file, const StopFlag& stop)
{
    const auto sum = sha256OfFile(layerFile);
    if (!sum || QString::fromLatin1(*sum) != digest.hex())
        return Error{ErrorCode::ImageCorrupt, {digest.text()}, sum ? QString() : sum.error().detail};
    if (auto written = TravelWriter(layerFile, opaqueAttribute, file, stop).write(); !written)
        return written.as<Digest>();
    const auto travelled = sha256OfFile(file);
    if (!travelled)
        return travelled.as<Digest>();
    return *Digest::parse(QString::fromLatin1(*travelled));
}

} // namespace snowmelt
