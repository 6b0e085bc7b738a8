// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr, ResumeIntent)
{
    co_return failedWith({ErrorCode::Unsupported, {QStringLiteral("resume"), QStringLiteral("snowmelt")}, {}},
                         Safety::NothingTouched);
}

QCoro::Task<Finished> runVerb(OperationPtr, OrphansIntent)
{
    co_return failedWith({ErrorCode::Unsupported, {QStringLiteral("orphans"), QStringLiteral("snowmelt")}, {}},
                         Safety::NothingTouched);
}

} // namespace snowmelt
