// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

/// Whether a build of `images` may begin while those before it go on or wait themselves, oldest first, each with the
/// images it may build: as many at once as `atOnce`, and no two of one image, as the later one may find it built.
bool mayBegin(const QList<QStringList>& before, const QStringList& images, int atOnce);

} // namespace snowmelt
