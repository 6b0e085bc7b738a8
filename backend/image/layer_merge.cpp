// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_merge.h"

#include "backend/image/tar_reader.h"

#include <QHash>
#include <QMap>

#include <archive_entry.h>

#include <functional>

namespace snowmelt {

namespace {

using EntryVisit = std::function<Result<Done>(TarReader& in, archive_entry* entry, const QByteArray& name)>;

QByteArray nameOf(archive_entry* entry)
{
    QByteArray name(archive_entry_pathname(entry));
    if (name.endsWith('/'))
        name.chop(1);
    return name;
}

Result<Done> eachEntry(const QString& file, const StopFlag& stop, const EntryVisit& visit)
{
    TarReader in(file, {.stop = stop, .fault = Error{ErrorCode::ImageCorrupt, {file}, {}}});
    auto entry = in.next();
    for (; entry && *entry; entry = in.next())
        if (auto visited = visit(in, *entry, nameOf(*entry)); !visited)
            return visited;
    return entry ? Done{} : entry.as<Done>();
}

/// Looks at layers from the topmost down, and knows what of the lower ones they cover.
class Cover
{
public:
    Result<LayerRemains> under(const QString& file, const StopFlag& stop)
    {
        m_remains = {};
        m_links.clear();
        m_removed.clear();
        m_opaque.clear();
        m_solid.clear();
        const auto read = eachEntry(file, stop, [this](TarReader&, archive_entry* entry, const QByteArray& name) {
            look(entry, name);
            return Result<Done>(Done{});
        });
        if (!read)
            return read.as<LayerRemains>();
        carryLinks();
        coverBelow();
        return m_remains;
    }

private:
    void look(archive_entry* entry, const QByteArray& name)
    {
        const qsizetype slash = name.lastIndexOf('/');
        const QByteArray last = name.mid(slash + 1);
        if (last == layer::opaqueName)
            m_opaque.append(name.left(std::max<qsizetype>(0, slash)));
        else if (last.startsWith(layer::whiteoutPrefix))
            m_removed.append(name.left(slash + 1) + last.mid(layer::whiteoutPrefix.size()));
        else if (!isCovered(name))
            keep(entry, name);
    }

    void keep(archive_entry* entry, const QByteArray& name)
    {
        m_remains.names.insert(name);
        const char* first = archive_entry_hardlink(entry);
        if (first)
            m_links.append({name, QByteArray(first)});
        if (first || archive_entry_filetype(entry) != AE_IFDIR)
            m_solid.append(name);
    }

    bool isCovered(const QByteArray& name) const
    {
        if (m_gone.contains(name) || m_closed.contains(QByteArray("")))
            return true;
        for (qsizetype at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1))
            if (m_closed.contains(name.left(at)))
                return true;
        return false;
    }

    void carryLinks()
    {
        for (const auto& [name, first] : std::as_const(m_links))
            if (!m_remains.names.contains(first) && !m_remains.carriers.contains(first))
                m_remains.carriers.insert(first, name);
    }

    void coverBelow()
    {
        for (const QByteArray& name : std::as_const(m_remains.names))
            m_gone.insert(name);
        for (const QByteArray& name : m_removed + m_solid) {
            m_gone.insert(name);
            m_closed.insert(name);
        }
        for (const QByteArray& name : std::as_const(m_opaque))
            m_closed.insert(name);
    }

    QSet<QByteArray> m_gone;   ///< not to be seen in lower layers
    QSet<QByteArray> m_closed; ///< nothing below these is
    LayerRemains m_remains;
    QList<std::pair<QByteArray, QByteArray>> m_links;
    QList<QByteArray> m_removed;
    QList<QByteArray> m_opaque;
    QList<QByteArray> m_solid; ///< no directories
};

class MergedWriting
{
public:
    MergedWriting(const QStringList& files, QList<LayerRemains> remains, const QSet<QByteArray>& leaveOut, archive* out,
                  const QString& what, const StopFlag& stop)
        : m_files(files), m_remains(std::move(remains)), m_leaveOut(leaveOut), m_out(out), m_what(what), m_stop(stop)
    {
    }

    Result<Done> write()
    {
        if (auto directories = writeDirectories(); !directories)
            return directories;
        for (qsizetype i = 0; i < m_files.size(); ++i) {
            const LayerRemains& remains = m_remains[i];
            const auto written =
                eachEntry(m_files[i], m_stop, [&](TarReader& in, archive_entry* entry, const QByteArray& name) {
                    return writeOne(in, entry, name, remains);
                });
            if (!written)
                return written;
        }
        return Done{};
    }

private:
    Result<Done> writeDirectories()
    {
        QMap<QByteArray, std::shared_ptr<archive_entry>> directories;
        for (qsizetype i = 0; i < m_files.size(); ++i) {
            const auto read =
                eachEntry(m_files[i], m_stop, [&](TarReader&, archive_entry* entry, const QByteArray& name) {
                    if (archive_entry_filetype(entry) == AE_IFDIR && m_remains[i].names.contains(name))
                        directories[name] = {archive_entry_clone(entry), archive_entry_free};
                    return Result<Done>(Done{});
                });
            if (!read)
                return read;
        }
        for (const auto& entry : std::as_const(directories))
            if (auto written = header(entry.get()); !written)
                return written;
        return Done{};
    }

    Result<Done> writeOne(TarReader& in, archive_entry* entry, const QByteArray& name, const LayerRemains& remains)
    {
        const char* link = archive_entry_hardlink(entry);
        if ((!link && archive_entry_filetype(entry) == AE_IFDIR) || m_leaveOut.contains(name))
            return Done{};
        const QByteArray carrier = remains.carriers.value(link ? QByteArray(link) : name);
        if (link)
            return remains.names.contains(name) && name != carrier ? writeLink(entry, carrier) : Done{};
        if (!remains.names.contains(name) && carrier.isEmpty())
            return Done{};
        const OwnedEntry copy(archive_entry_clone(entry));
        archive_entry_set_pathname(copy.get(), remains.names.contains(name) ? name.constData() : carrier.constData());
        if (auto begun = header(copy.get()); !begun)
            return begun;
        return copyData(in);
    }

    Result<Done> writeLink(archive_entry* entry, const QByteArray& carrier)
    {
        const OwnedEntry copy(archive_entry_clone(entry));
        if (!carrier.isEmpty())
            archive_entry_set_hardlink(copy.get(), carrier.constData());
        return header(copy.get());
    }

    Result<Done> header(archive_entry* entry)
    {
        return archive_write_header(m_out, entry) < ARCHIVE_WARN ? Result<Done>(unwritable()) : Result<Done>(Done{});
    }

    Result<Done> copyData(TarReader& in)
    {
        auto chunk = in.more();
        for (; chunk && !chunk->isEmpty(); chunk = in.more())
            if (archive_write_data(m_out, chunk->data(), static_cast<size_t>(chunk->size())) != chunk->size())
                return unwritable();
        return chunk ? Done{} : chunk.as<Done>();
    }

    Error unwritable() const
    {
        return {ErrorCode::FileUnwritable, {m_what}, QString::fromLocal8Bit(archive_error_string(m_out))};
    }

    QStringList m_files;
    QList<LayerRemains> m_remains;
    QSet<QByteArray> m_leaveOut;
    archive* m_out;
    QString m_what;
    StopFlag m_stop;
};

} // namespace

Result<QList<LayerRemains>> mergeLayers(const QStringList& files, const StopFlag& stop)
{
    QList<LayerRemains> remains;
    Cover cover;
    for (auto file = files.crbegin(); file != files.crend(); ++file) {
        auto layer = cover.under(*file, stop);
        if (!layer)
            return layer.as<QList<LayerRemains>>();
        remains.prepend(layer.take());
    }
    return remains;
}

Result<Done> writeMerged(const QStringList& files, const QSet<QByteArray>& leaveOut, archive* out, const QString& what,
                         const StopFlag& stop)
{
    auto remains = mergeLayers(files, stop);
    if (!remains)
        return remains.as<Done>();
    return MergedWriting(files, remains.take(), leaveOut, out, what, stop).write();
}

} // namespace snowmelt
