// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_config.h"

namespace snowmelt::testing {

/// "code line:column args"
inline QString shown(const QList<SshProblem>& problems)
{
    QStringList lines;
    for (const SshProblem& problem : problems)
        lines << QStringLiteral("%1 %2:%3 %4")
                     .arg(QString::number(int(problem.code)), QString::number(problem.place.line),
                          QString::number(problem.place.column), problem.args.join(u','));
    return lines.join(u'\n');
}

inline QString shown(const QList<SshHop>& hops)
{
    QStringList parts;
    for (const SshHop& hop : hops) {
        const QString user = hop.user.isEmpty() ? QString() : QString(hop.user + u'@');
        const QString host = hop.host.contains(u':') ? QString(u'[' + hop.host + u']') : hop.host;
        parts << user + host + (hop.port > 0 ? QString(u':' + QString::number(hop.port)) : QString());
    }
    return parts.join(u',');
}

} // namespace snowmelt::testing
