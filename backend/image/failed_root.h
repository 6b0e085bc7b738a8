// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/result.h"

namespace snowmelt {

/// Roots of tiers that failed to build, kept for a person who asked for it: `home`/build/failed/IMAGE, one for each
/// image. No sweep takes them; the next build of the image does. Blocking.
class FailedRoot
{
public:
    FailedRoot(const QString& home, const ImageRef& image);

    /// Moves the work folder of a tier there, in place of an earlier one. What to type to look into it; empty when the
    /// build failed before there was a root.
    Result<QString> keep(const QString& work) const;
    Result<Done> forget() const;

private:
    QString m_folder;
};

} // namespace snowmelt
