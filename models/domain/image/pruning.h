// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"

#include <QHash>
#include <QSet>

namespace snowmelt {

/// One build in the store, as far as it matters for what may go.
struct StoredBuild
{
    ImageRecord image;
    bool newest = false;  ///< its version's name refers to it
    QList<Digest> layers; ///< lowest first
    bool operator==(const StoredBuild&) const = default;
};

/// Who needs which builds, of all fleets that use this store.
struct ImageNeeds
{
    int keep = 1;                    ///< of each version, so many of the last builds; 1 at least is kept
    QHash<Digest, QString> nodes;    ///< what runs, and one of the nodes it runs on
    QHash<Digest, QString> waysBack; ///< what a deployment may go back or forward to, and the group
    QSet<Digest> chosen;             ///< newest when the nodes were asked: one may have been made of it since
    QString notAsked;                ///< a platform on which nodes could not be seen; empty: all were
    bool buildRuns = false;          ///< some build is under way
    bool operator==(const ImageNeeds&) const = default;
};

/// Which builds go and which stay, in the order they are given; each has one reason, the first of KeepReason's order
/// that holds. What a kept build rests on is kept: the build of its parent whose layers it begins with. A build under
/// way rests on what was newest when it began, which a later build may have replaced: every build that others can rest
/// on stays then. Counts no blobs. Pure.
Pruning decidePruning(const QList<StoredBuild>& builds, const ImageNeeds& needs);

} // namespace snowmelt
