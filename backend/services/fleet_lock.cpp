// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_lock.h"

#include <QDir>
#include <QLockFile>

namespace snowmelt {

namespace {

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

} // namespace

Result<std::shared_ptr<FleetLock>> FleetLock::take(const QString& home, const QString& fleet)
{
    const QString folder = home + QStringLiteral("/locks");
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FileUnwritable, {folder}, {}};
    const QString path = folder + u'/' + fleet + QStringLiteral(".lock");
    auto file = std::make_unique<QLockFile>(path);
    file->setStaleLockTime(0); // an act may take hours; only a dead holder's lock is stale
    if (!file->tryLock(0))
        return lockError(*file, path, fleet);
    return std::shared_ptr<FleetLock>(new FleetLock(std::move(file)));
}

FleetLock::FleetLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}
FleetLock::~FleetLock() = default;

} // namespace snowmelt
