// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_lines.h"

namespace snowmelt {

/// What the criteria of a Match line are held against.
struct SshMatchSubject
{
    QByteArray host; ///< after HostName, as far as it was read
    QByteArray originalHost;
    QByteArray user;
    QByteArray localUser;
};

struct SshMatchVerdict
{
    bool applies = false;       ///< never when there is anything in the lists below
    QList<SshWord> unsupported; ///< criteria nobody can judge here: "exec", "final" …; empty when others refuse already
    std::optional<SshWord> broken; ///< the criterion that is unknown, has no argument or must be alone
};

/// Judges the criteria that stand in a line from a byte on.
SshMatchVerdict judgeSshMatch(const QByteArray& line, qsizetype from, const SshMatchSubject& subject);

} // namespace snowmelt
