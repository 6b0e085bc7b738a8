// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/drift_telling.h"

namespace snowmelt {

namespace {

/// Acts keep what they say; a watch is none. What cannot be kept is known until the program ends.
void keepUnasked(const Operation& operation, const DriftReport& report)
{
    if (operation.rooms().journal)
        (void)operation.rooms().journal->noteReport(
            operation.blueprint().name, {operation.id(), QDateTime::currentDateTimeUtc(), NodeScanned{report}});
}

} // namespace

void tellReport(Operation& operation, const DriftReport& report)
{
    // A scan against a day somebody chose is no act either, and not how the node stands.
    if (std::holds_alternative<WatchIntent>(operation.intent()))
        keepUnasked(operation, report);
    operation.say(NodeScanned{report});
}

void tellStoreTrouble(Operation& operation, const StoreNote& note)
{
    operation.say(logLine(note));
}

} // namespace snowmelt
