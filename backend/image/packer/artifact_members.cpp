// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/artifact_members.h"

#include "backend/image/layer_format.h"

#include <QList>

#include <sys/stat.h>

namespace snowmelt {

namespace {

constexpr qint64 largestRoot = qint64(64) << 30;

QString wrong(const QByteArray& name, const QString& what)
{
    return QString::fromUtf8(name) + u": " + what;
}

bool leadsOut(const QByteArray& name)
{
    const QList<QByteArray> parts = name.split('/');
    return parts.contains("") || parts.contains(".") || parts.contains("..");
}

} // namespace

QByteArray ArtifactMembers::nameOf(const QByteArray& path)
{
    QByteArray name = path;
    while (name.startsWith("./"))
        name.remove(0, 2);
    while (name.size() > 1 && name.endsWith('/'))
        name.chop(1);
    return name == "." ? QByteArray() : name;
}

QString ArtifactMembers::add(const QByteArray& name, mode_t type, const QByteArray& first, qint64 size)
{
    if (leadsOut(name))
        return wrong(name, QStringLiteral("no relative path"));
    if (m_types.contains(name))
        return wrong(name, QStringLiteral("twice"));
    if (name.startsWith(layer::whiteoutPrefix) || name.contains(QByteArray('/' + layer::whiteoutPrefix)))
        return wrong(name, QStringLiteral("whiteout"));
    if (!first.isEmpty() && m_types.value(first) != S_IFREG)
        return wrong(name, QStringLiteral("link to ") + QString::fromUtf8(first));
    if (type != S_IFREG && type != S_IFDIR && type != S_IFLNK && type != S_IFIFO && type != S_IFSOCK)
        return wrong(name, QStringLiteral("device"));
    m_bytes += size;
    if (size < 0 || m_bytes > largestRoot)
        return wrong(name, QStringLiteral("> %1 bytes").arg(largestRoot));
    m_types.insert(name, type);
    return {};
}

QString ArtifactMembers::fault() const
{
    if (m_types.isEmpty())
        return QStringLiteral("empty");
    for (auto it = m_types.cbegin(); it != m_types.cend(); ++it) {
        const QByteArray& name = it.key();
        for (qsizetype at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1))
            if (m_types.value(name.left(at), S_IFDIR) != S_IFDIR)
                return wrong(name, QStringLiteral("below what is no folder"));
    }
    return {};
}

} // namespace snowmelt
