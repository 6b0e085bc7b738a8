// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/person.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace snowmelt {

static QString userName()
{
    if (geteuid() == 0) {
        const QString behind = qEnvironmentVariable("SUDO_USER");
        if (!behind.isEmpty())
            return behind;
    }
    // A container's user may have no entry.
    const passwd* entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(geteuid());
}

QString personAtHost()
{
    return userName() + u'@' + QSysInfo::machineHostName();
}

} // namespace snowmelt
