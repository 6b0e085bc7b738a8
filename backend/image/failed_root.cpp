// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/failed_root.h"

#include "backend/image/durable_file.h"
#include "backend/image/root_folder.h"
#include "backend/image/staging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

namespace snowmelt {

namespace {

QString quotedForShell(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

} // namespace

FailedRoot::FailedRoot(const QString& home, const ImageRef& image)
    : m_folder(home + QStringLiteral("/build/failed/") + image.text().replace(u'/', u'+'))
{
}

Result<QString> FailedRoot::keep(const QString& work) const
{
    // The script makes the place it mounts the root at once there is one.
    if (!QFileInfo::exists(work + QStringLiteral("/root")))
        return QString();
    if (auto forgotten = forget(); !forgotten)
        return forgotten.as<QString>();
    if (auto staged = stageResource(QStringLiteral("enter.sh"), work); !staged)
        return staged.as<QString>();
    if (!makePrivate(QFileInfo(m_folder).path()) ||
        std::rename(QFile::encodeName(work).constData(), QFile::encodeName(m_folder).constData()) != 0)
        return writeError(m_folder, errno);
    return QString(QStringLiteral("sudo sh ") + quotedForShell(m_folder + QStringLiteral("/enter.sh")));
}

Result<Done> FailedRoot::forget() const
{
    auto removed = removeTree(m_folder);
    QDir().rmdir(QFileInfo(m_folder).path()); // when it was the last
    return removed;
}

} // namespace snowmelt
