// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/headroom.h"

#include <QByteArray>
#include <QString>

namespace snowmelt {

/// MemAvailable of /proc/meminfo's text, in bytes: what can be had without swapping; -1 when it does not say.
qint64 availableMemory(const QByteArray& meminfo);

/// What this host has left, with the disk that `root` is or will be on. What a node uses is not asked: the engine would
/// have to sample each container's cgroup, and on hybrid cgroups it answers with an error.
Headroom hostHeadroom(const QString& root);

} // namespace snowmelt
