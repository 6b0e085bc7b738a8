// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, HistoryIntent intent)
{
    const Rooms& rooms = operation->rooms();
    if (!rooms.journal)
        co_return failedWith(*rooms.journalError, Safety::Unchanged);
    const Result<QList<HistoryEntry>> entries = rooms.journal->history(operation->blueprint().name, intent.limit);
    if (!entries)
        co_return endedBy(entries, Safety::Unchanged);
    operation->say(HistoryListed{*entries});
    co_return Finished{OutcomeKind::Done, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
