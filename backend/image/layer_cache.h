// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

namespace snowmelt {

/// Layers unpacked for overlay mounts, below `home`/cache/layers. Unpacking and above all removing a root again cost
/// more than building a small tier on it. May be deleted at any time when nothing is being built. Blocking.
class LayerCache
{
public:
    explicit LayerCache(const QString& home);

    /// The unpacked layer's folder; unpacks `file` when it is not there yet, in the build's folder `work`, which is
    /// removed with what a killed Snowmelt left in it.
    Result<QString> provide(const QString& file, const Digest& digest, const QString& work, const StopFlag& stop) const;
    /// Takes over a folder that was just packed as `digest`. One that is known already stays where it is.
    Result<QString> adopt(const QString& folder, const Digest& digest) const;

private:
    QString pathOf(const Digest& digest) const;
    QString m_folder;
};

} // namespace snowmelt
