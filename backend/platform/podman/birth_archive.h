// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

namespace snowmelt {

/// The tar that puts a node's birth files in place, with mode and owner; secret ones are left out. Folders that may not
/// be in the image come along only where a file must not be in a folder that anyone may enter: /root/.ssh (0700).
QByteArray birthArchive(const QList<BirthContent>& files);

} // namespace snowmelt
