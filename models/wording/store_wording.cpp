// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/store_wording.h"

#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {
namespace {

class StoreWording
{
    Q_DECLARE_TR_FUNCTIONS(StoreWording)

public:
    static QString gap(const StoreNote& note);
    static QString why(const Error& error);
    static QString fault(StoreFault fault);
    static QString reason(const KeptImage& kept);
    static QString check(const StoreCheck& check);
    static QString pruning(const Pruning& pruning);
    static QString removed(const Pruning& pruning);
    static QString notAsked(const Pruning& pruning);
};

QString StoreWording::gap(const StoreNote& note)
{
    switch (note.gap) {
    case StoreGap::Looks:
        return tr("What was seen on %n node(s) was not kept: no later scan can be compared with it.", nullptr,
                  note.nodes);
    case StoreGap::Salt:
        return tr("No look can be kept or compared with: their salt can neither be read nor made.");
    case StoreGap::Drift:
        return tr("What was found was not kept: drift over time does not know of it, and no baseline came of it.");
    case StoreGap::Earlier:
        return tr("Earlier looks could not be read, so nothing was compared with them.");
    case StoreGap::LastDrift:
        return tr("What earlier scans found is not known, so no drift is shown.");
    case StoreGap::Journal:
        return tr("This was not written to the journal: the history does not know of it.");
    }
    return {};
}

QString StoreWording::why(const Error& error)
{
    const Sentence said = sentence(error);
    const QString what = error.detail.isEmpty() ? said.what : tr("%1 (%2)").arg(said.what, error.detail);
    return said.next.isEmpty() ? what : QString(what + u' ' + said.next);
}

QString StoreWording::fault(StoreFault fault)
{
    switch (fault) {
    case StoreFault::Missing:
        return tr("missing");
    case StoreFault::Damaged:
        return tr("damaged");
    case StoreFault::Unreadable:
        return tr("cannot be used");
    case StoreFault::Unnamed:
        return tr("named by nothing");
    }
    return {};
}

QString StoreWording::reason(const KeptImage& kept)
{
    const QString what = kept.args.value(0);
    switch (kept.reason) {
    case KeepReason::Newest:
        return tr("the newest of its version");
    case KeepReason::Recent:
        return tr("one of the last builds of its version");
    case KeepReason::NodeRuns:
        return tr("%1 runs it").arg(what);
    case KeepReason::WayBack:
        return tr("%1 may go back to it").arg(what);
    case KeepReason::BuildRuns:
        return tr("a build that runs now may rest on it");
    case KeepReason::ParentOf:
        return tr("%1 rests on it").arg(imageText(what));
    case KeepReason::NotAsked:
        return tr("whether a node runs it cannot be seen (%1)").arg(what);
    }
    return {};
}

QString StoreWording::check(const StoreCheck& check)
{
    const auto unnamed = std::ranges::count(check.damage, StoreFault::Unnamed, &StoreDamage::fault);
    const QString read = tr("%n image(s), %1 read.", nullptr, check.images).arg(sizeText(check.bytes));
    if (check.damage.size() > unnamed)
        return tr("The image store is damaged.") + u' ' + read + u' ' +
               tr("Build the images that are named again from scratch, or import them from a store that is whole.");
    if (unnamed > 0)
        return tr("The image store is whole.") + u' ' + read + u' ' +
               tr("Nothing names %n file(s) in it: pruning removes what broken-off writes left, other files stay.",
                  nullptr, static_cast<int>(unnamed));
    return tr("The image store is whole.") + u' ' + read;
}

/// What a crash left goes with any pruning, though no build does.
QString StoreWording::pruning(const Pruning& pruning)
{
    const QString size = sizeText(pruning.bytes);
    if (!pruning.gone.isEmpty())
        return tr("%n build(s) would go, and %1 become free.", nullptr, static_cast<int>(pruning.gone.size()))
            .arg(size);
    if (pruning.blobs > 0)
        return tr("No build would go, but %n file(s) that nothing names: %1 become free.", nullptr, pruning.blobs)
            .arg(size);
    return tr("Nothing would go.");
}

QString StoreWording::removed(const Pruning& pruning)
{
    const QString size = sizeText(pruning.bytes);
    if (!pruning.gone.isEmpty())
        return tr("%n build(s) were removed; %1 became free.", nullptr, static_cast<int>(pruning.gone.size()))
            .arg(size);
    if (pruning.blobs > 0)
        return tr("%n file(s) that nothing names were removed; %1 became free.", nullptr, pruning.blobs).arg(size);
    return tr("Nothing was removed.");
}

QString StoreWording::notAsked(const Pruning& pruning)
{
    QStringList platforms;
    for (const KeptImage& kept : pruning.kept)
        if (kept.reason == KeepReason::NotAsked && !platforms.contains(kept.args.value(0)))
            platforms += kept.args.value(0);
    if (platforms.isEmpty())
        return {};
    return tr("Not everybody could be asked (%1), so what their nodes may run stays. Look again when they answer.")
        .arg(platforms.join(QStringLiteral(", ")));
}

} // namespace

QString storeFaultText(StoreFault fault)
{
    return StoreWording::fault(fault);
}

QString storeCheckText(const StoreCheck& check)
{
    return StoreWording::check(check);
}

QString keepReasonText(const KeptImage& kept)
{
    return StoreWording::reason(kept);
}

QString pruningText(const Pruning& pruning)
{
    return StoreWording::pruning(pruning);
}

QString removedText(const Pruning& pruning)
{
    return StoreWording::removed(pruning);
}

QString notAskedText(const Pruning& pruning)
{
    return StoreWording::notAsked(pruning);
}

QString storeNoteText(const StoreNote& note)
{
    return StoreWording::gap(note) + u' ' + StoreWording::why(note.error);
}

} // namespace snowmelt
