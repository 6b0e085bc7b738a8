// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/deb_cache.h"

#include "backend/image/durable_file.h"
#include "backend/image/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

Result<bool> isThis(const QString& path, const LockedDeb& deb)
{
    if (QFileInfo(path).size() != deb.size)
        return false;
    const auto sum = sha256OfFile(path);
    if (!sum)
        return sum.as<bool>();
    return QString::fromLatin1(*sum) == deb.sha256.hex();
}

} // namespace

DebCache::DebCache(const QString& home) : m_folder(home + QStringLiteral("/cache/debs/sha256")) {}

QString DebCache::pathOf(const LockedDeb& deb) const
{
    return m_folder + u'/' + deb.sha256.hex();
}

Result<QList<LockedDeb>> DebCache::missing(const QList<LockedDeb>& debs, const StopFlag& stop) const
{
    QList<LockedDeb> wanting;
    for (const LockedDeb& deb : debs) {
        if (*stop)
            return Cancelled{};
        const QString path = pathOf(deb);
        if (QFile::exists(path)) {
            const auto whole = isThis(path, deb);
            if (!whole)
                return whole.as<QList<LockedDeb>>();
            if (*whole)
                continue;
            QFile::remove(path);
        }
        wanting.append(deb);
    }
    return wanting;
}

Result<Done> DebCache::adopt(const QString& file, const LockedDeb& deb) const
{
    const auto same = isThis(file, deb);
    if (!same)
        return same.as<Done>();
    if (!*same)
        return Error{ErrorCode::DebChanged, {deb.name, deb.uri}, {}};
    if (!QDir().mkpath(m_folder))
        return writeError(m_folder, errno);
    return moveDurably(file, pathOf(deb));
}

} // namespace snowmelt
