// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_config.h"

#include <QList>

namespace snowmelt {

/// How an existing host is reached: jump hosts in the order they are passed, and the host itself last.
struct SshRoute
{
    QString node; ///< for errors and questions
    QList<SshWay> ways;
    bool operator==(const SshRoute&) const = default;
};

} // namespace snowmelt
