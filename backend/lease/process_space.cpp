// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/process_space.h"

#include <QFile>

#include <cerrno>
#include <csignal>

namespace snowmelt {

QString processSpace()
{
    QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (!boot.open(QIODevice::ReadOnly))
        return {};
    const QString space = QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid")).section(u'/', -1);
    return space.isEmpty() ? QString() : QString(QString::fromLatin1(boot.readAll()).trimmed() + u' ' + space);
}

bool hasDied(const LeaseHolder& holder)
{
    const QString here = processSpace();
    if (here.isEmpty() || holder.host != here || holder.pid <= 0)
        return false;
    return ::kill(static_cast<pid_t>(holder.pid), 0) != 0 && errno == ESRCH;
}

} // namespace snowmelt
