// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_names.h"

#include "backend/image/tar_reader.h"

#include <QHash>

#include <archive_entry.h>

namespace snowmelt {

namespace {

bool staysInside(const QByteArray& name)
{
    const QList<QByteArray> parts = name.split('/');
    return !name.isEmpty() && !parts.contains("") && !parts.contains(".") && !parts.contains("..");
}

QByteArray withoutSlash(QByteArray name)
{
    if (name.endsWith('/'))
        name.chop(1);
    return name;
}

/// Never empty: that would say there is no fault.
QString faultyName(const QByteArray& name)
{
    return name.isEmpty() ? QStringLiteral("/") : QString::fromUtf8(name);
}

class LayerNames
{
public:
    /// Empty: it may stand there.
    QString add(archive_entry* entry)
    {
        const char* path = archive_entry_pathname(entry);
        const QByteArray name = withoutSlash(path ? path : "");
        if (!staysInside(name) || m_types.contains(name))
            return faultyName(name);
        if (const char* first = archive_entry_hardlink(entry))
            if (m_types.value(QByteArray(first)) != AE_IFREG)
                return QString::fromUtf8(name + " => " + first);
        m_types.insert(name, archive_entry_filetype(entry) == 0 ? AE_IFREG : archive_entry_filetype(entry));
        return {};
    }

    /// A directory may come after what is in it, as far as a tar is concerned.
    QString notBelowDirectories() const
    {
        for (auto it = m_types.cbegin(); it != m_types.cend(); ++it) {
            const QByteArray& name = it.key();
            for (qsizetype at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1))
                if (m_types.value(name.left(at), AE_IFDIR) != AE_IFDIR)
                    return QString::fromUtf8(name);
        }
        return {};
    }

private:
    QHash<QByteArray, unsigned> m_types;
};

} // namespace

Result<QString> faultOfLayer(const QString& file, const StopFlag& stop)
{
    TarReader in(file, {.stop = stop});
    LayerNames names;
    auto entry = in.next();
    for (; entry && *entry; entry = in.next())
        if (const QString fault = names.add(*entry); !fault.isEmpty())
            return fault;
    if (entry.failed())
        return entry.error().detail;
    return entry ? Result<QString>(names.notBelowDirectories()) : Cancelled{};
}

} // namespace snowmelt
