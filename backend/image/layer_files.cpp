// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_files.h"

#include "backend/image/layer_reader.h"
#include "backend/image/tar_reader.h"

#include <QHash>

#include <archive_entry.h>

namespace snowmelt {

namespace {

/// Names in the layer that take a path away → the paths.
QMultiHash<QByteArray, QByteArray> removalsOf(const QSet<QByteArray>& paths)
{
    QMultiHash<QByteArray, QByteArray> removals;
    for (const QByteArray& path : paths)
        for (const QByteArray& name : namesThatRemove(path))
            removals.insert(name, path);
    return removals;
}

class LayerQuestions
{
public:
    LayerQuestions(const QString& layerFile, const QSet<QByteArray>& paths, qint64 limit)
        : m_layerFile(layerFile), m_paths(paths), m_removals(removalsOf(paths)), m_limit(limit), m_in(layerFile)
    {
    }

    Result<LayerFiles> ask()
    {
        auto entry = m_in.next();
        for (; entry && *entry; entry = m_in.next())
            if (auto looked = look(*entry); !looked)
                return looked.as<LayerFiles>();
        return entry ? Result<LayerFiles>(m_files) : entry.as<LayerFiles>();
    }

private:
    Result<Done> look(archive_entry* entry)
    {
        const QByteArray name(archive_entry_pathname(entry));
        for (const QByteArray& path : m_removals.values(name))
            m_files.settled.insert(path);
        const QByteArray path = '/' + name;
        if (!m_paths.contains(path))
            return Done{};
        m_files.settled.insert(path);
        // A hard link's data lies with the first of its names.
        if (archive_entry_hardlink(entry))
            return takeFirstName(path);
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_size(entry) > m_limit)
            return Done{};
        const auto bytes = m_in.bytes(m_limit);
        if (!bytes)
            return bytes.as<Done>();
        m_files.texts.insert(path, *bytes);
        return Done{};
    }

    Result<Done> takeFirstName(const QByteArray& path)
    {
        const auto answer = askLayer(m_layerFile, path, m_limit + 1);
        if (!answer)
            return answer.as<Done>();
        if (answer->kind == LayerAnswer::Kind::File && answer->bytes.size() <= m_limit)
            m_files.texts.insert(path, answer->bytes);
        return Done{};
    }

    QString m_layerFile;
    QSet<QByteArray> m_paths;
    QMultiHash<QByteArray, QByteArray> m_removals;
    qint64 m_limit;
    TarReader m_in;
    LayerFiles m_files;
};

} // namespace

Result<LayerFiles> askLayerForAll(const QString& layerFile, const QSet<QByteArray>& paths, qint64 limit)
{
    return LayerQuestions(layerFile, paths, limit).ask();
}

} // namespace snowmelt
