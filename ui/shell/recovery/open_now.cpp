// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/open_now.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool bringsToAnEnd(const OperationState& resume)
{
    if (resume.running())
        return true;
    switch (resume.finished->safety) {
    case Safety::AsWanted:
    case Safety::BlueServes:
    case Safety::GreenServesAlone:
        return true;
    case Safety::NothingTouched:
    case Safety::Unchanged:
    case Safety::BlueServesGreenKept:
    case Safety::GreenServes:
    case Safety::PartlyUp:
    case Safety::PartlyDown:
    case Safety::StoreAsBefore:
    case Safety::Uncertain:
        break;
    }
    return resume.finished->outcome == OutcomeKind::Done;
}

bool isTaken(const OpenDeployment& open, const QList<OperationState>& operations)
{
    return std::ranges::any_of(operations, [&open](const OperationState& operation) {
        return operation.verb == u"resume" && operation.subject == open.plan.group &&
               operation.startedAt >= open.startedAt && bringsToAnEnd(operation);
    });
}

} // namespace

QList<OpenDeployment> awaitingAPerson(const QList<OpenDeployment>& open, const QList<OperationState>& operations)
{
    QList<OpenDeployment> waiting;
    std::ranges::copy_if(open, std::back_inserter(waiting),
                         [&operations](const OpenDeployment& one) { return !isTaken(one, operations); });
    return waiting;
}

} // namespace snowmelt
