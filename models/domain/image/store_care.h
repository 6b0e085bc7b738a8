// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"

#include <QList>
#include <QStringList>

namespace snowmelt {

/// What is wrong with something in the image store.
enum class StoreFault {
    Missing,    ///< something names it, and it is not there
    Damaged,    ///< its bytes are not those of its name
    Unreadable, ///< its bytes are, and make no sense, or it cannot be read
    Unnamed,    ///< nothing names it: what a crash left; harmless
};

struct StoreDamage
{
    StoreFault fault = StoreFault::Damaged;
    QString blob;       ///< "sha256:…", or the name of a file of the layout
    QStringList images; ///< "shop@1.1.0", those that need it; empty: none, or all
    bool operator==(const StoreDamage&) const = default;
};

/// What reading all of the store found.
struct StoreCheck
{
    int images = 0;
    int blobs = 0;
    qint64 bytes = 0; ///< read and hashed
    QList<StoreDamage> damage;
    bool operator==(const StoreCheck&) const = default;
};

/// Why a build of an image stays. Braces list args.
enum class KeepReason {
    Newest,    ///< {}: its version's name refers to it
    Recent,    ///< {}: one of the last builds of its version
    NodeRuns,  ///< {node}
    WayBack,   ///< {group}: an open deployment may go back to it, or the last one can be undone with it
    BuildRuns, ///< {}: a build under way rests on it
    ParentOf,  ///< {image@version that is kept}
    NotAsked,  ///< {platform}: whether a node runs it cannot be seen
};

struct KeptImage
{
    ImageRecord image;
    KeepReason reason = KeepReason::Newest;
    QStringList args;
    bool operator==(const KeptImage&) const = default;
};

/// What is not needed any more, and what is.
struct Pruning
{
    QList<ImageRecord> gone;
    QList<KeptImage> kept;
    int blobs = 0;        ///< that go
    qint64 bytes = 0;     ///< that become free
    bool removed = false; ///< false: only looked at
    bool operator==(const Pruning&) const = default;
};

} // namespace snowmelt
