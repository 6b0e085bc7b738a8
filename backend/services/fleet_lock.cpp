// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_lock.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace snowmelt {

namespace {

QString folderOf(const QString& home)
{
    return home + QStringLiteral("/locks");
}

/// '~' is in no name of a blueprint.
QString pathOf(const QString& home, const QString& fleet, const QString& part)
{
    return folderOf(home) + u'/' + fleet + u'~' + part + QStringLiteral(".lock");
}

Error lockError(const QLockFile& file, const QString& path, const QString& fleet)
{
    if (file.error() == QLockFile::PermissionError)
        return {ErrorCode::FileUnwritable, {path}, {}};
    if (file.error() == QLockFile::UnknownError)
        return {ErrorCode::DiskFull, {path}, {}};
    qint64 pid = 0;
    QString host;
    QString program;
    file.getLockInfo(&pid, &host, &program);
    return {ErrorCode::LeaseHeld, {fleet, QStringLiteral("%1 %2@%3").arg(program).arg(pid).arg(host)}, {}};
}

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

} // namespace

Result<std::shared_ptr<FleetLock>> FleetLock::take(const QString& home, const QString& fleet, const QStringList& parts)
{
    if (!QDir().mkpath(folderOf(home)))
        return Error{ErrorCode::FileUnwritable, {folderOf(home)}, {}};
    QStringList sorted = parts; // two that take several take them in one order
    sorted.sort();
    std::vector<std::unique_ptr<QLockFile>> files;
    for (const QString& part : sorted) {
        const QString path = pathOf(home, fleet, part);
        auto file = std::make_unique<QLockFile>(path);
        file->setStaleLockTime(0); // an act may take hours; only a dead holder's lock is stale
        if (!file->tryLock(0))
            return lockError(*file, path, fleet);
        files.push_back(std::move(file));
    }
    return std::shared_ptr<FleetLock>(new FleetLock(std::move(files)));
}

/// By looking alone: to try the lock would take it from an act that begins at this moment.
bool FleetLock::isHeld(const QString& home, const QString& fleet, const QString& part)
{
    const QString path = pathOf(home, fleet, part);
    if (!QFile::exists(path))
        return false;
    qint64 pid = 0;
    QString host;
    QString program;
    const bool known = QLockFile(path).getLockInfo(&pid, &host, &program);
    return known && (host != QSysInfo::machineHostName() || isAlive(pid));
}

bool FleetLock::isAnyHeld(const QString& home, const QString& fleet)
{
    const QString ending = QStringLiteral(".lock");
    const QStringList files = QDir(folderOf(home)).entryList({QString(fleet + u"~*" + ending)}, QDir::Files);
    return std::ranges::any_of(
        files, [&](const QString& file) { return isHeld(home, fleet, file.section(u'~', 1).chopped(ending.size())); });
}

FleetLock::FleetLock(std::vector<std::unique_ptr<QLockFile>> files) : m_files(std::move(files)) {}
FleetLock::~FleetLock() = default;

} // namespace snowmelt
