// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/store_wording.h"

#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class StoreWording
{
    Q_DECLARE_TR_FUNCTIONS(StoreWording)

public:
    static QString gap(const StoreNote& note);
    static QString why(const Error& error);
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

} // namespace

QString storeNoteText(const StoreNote& note)
{
    return StoreWording::gap(note) + u' ' + StoreWording::why(note.error);
}

} // namespace snowmelt
