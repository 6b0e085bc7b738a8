// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_files.h"

#include <QList>

namespace snowmelt {

/// What is wrong with a client configuration. The braces list args in order.
enum class SshProblemCode {
    Unreadable,      ///< {path}: it is there and cannot be read
    NulByte,         ///< {}
    NotUtf8,         ///< {}
    InvalidQuotes,   ///< {}
    UnknownKeyword,  ///< {keyword, nearest or empty}
    MissingArgument, ///< {keyword}
    ExtraArguments,  ///< {keyword, the first that is too many}
    BadValue,        ///< {keyword, value}
    BadMatch,        ///< {criterion}
    IncludeCycle,    ///< {path}: it is being read already
    IncludeTooDeep,  ///< {path, limit}
    TooManyFiles,    ///< {path, limit}: includes that multiply
    TooManyValues,   ///< {keyword, limit}
    UnknownToken,    ///< {keyword, token}
    UnsetVariable,   ///< {keyword, name}
    JumpLoop,        ///< {host}: the way to it begins with itself
    MoreProblems,    ///< {count}: besides those that are listed
};

struct SshProblem
{
    SshProblemCode code = SshProblemCode::BadValue;
    QStringList args;
    SshPlace place;
    bool operator==(const SshProblem&) const = default;
};

/// Something OpenSSH would heed and Snowmelt does not: who is reached, or who is trusted, might be another.
struct SshUnsupported
{
    QString what;  ///< "ProxyCommand", "Match exec"
    QString value; ///< as it was written
    SshPlace place;
    bool operator==(const SshUnsupported&) const = default;
};

} // namespace snowmelt
