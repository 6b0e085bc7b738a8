// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/process.h"

namespace snowmelt {

/// A shell script of the work folder `work` as process 1 of mount, host name and process namespaces of its own:
/// whatever it starts and mounts is gone when it ends, and it ends with Snowmelt. A cancel reaches the script. Its
/// lines are for onLine alone. Wants root.
ProcessSpec namespacedScript(const QString& work, const QString& script, const QStringList& arguments);

} // namespace snowmelt
