// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_contents.h"
#include "models/domain/result.h"

#include <atomic>
#include <memory>

namespace snowmelt {

/// Set from outside to end blocking work soon.
using StopFlag = std::shared_ptr<std::atomic_bool>;

struct PackedLayer
{
    Digest digest;
    qint64 size = 0;
    LayerContents contents;
};

struct PackRequest
{
    QByteArray folder;       ///< the upper directory of an overlay mount, or a whole root
    QString file;            ///< the tar to write; not there yet
    qint64 touchedAfter = 0; ///< seconds since 1970: what changed later carries `constantTime`
    qint64 constantTime = 0;
};

/// Writes the folder as an uncompressed, deterministic layer and says what is in it, in one pass over the bytes.
/// Left out: sockets, and what is below /dev, /proc, /sys, /run and /tmp.
Result<PackedLayer> packLayer(const PackRequest& request, const StopFlag& stop);

} // namespace snowmelt
