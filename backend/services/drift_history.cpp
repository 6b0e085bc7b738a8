// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, DriftHistoryIntent)
{
    operation->say(DriftHistoryRead{});
    co_return Finished{OutcomeKind::Done, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
