// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/event.h"

#include "models/domain/code_names.h"

namespace snowmelt {

int exitCode(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Done:
        return 0;
    case OutcomeKind::Failed:
        return 1;
    case OutcomeKind::Differences:
        return 2;
    case OutcomeKind::Incomplete:
        return 3;
    case OutcomeKind::Cancelled:
        return 130;
    case OutcomeKind::Refused:
        return 75;
    }
    return 1;
}

QString outcomeName(OutcomeKind outcome)
{
    return codeName(outcome);
}

} // namespace snowmelt
