// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/deployment_title.h"

#include "models/domain/intent.h"
#include "models/wording/wording.h"

namespace snowmelt {

QString deploymentTitle(const QString& verb, const Plan& plan)
{
    if (verb == u"resume")
        return operationTitle(verb, plan.group);
    if (plan.strategy == Strategy::Rebirth)
        return operationTitle(verb, plan.blue.isEmpty() ? plan.group : plan.blue.first().name);
    SwapIntent swap;
    swap.group = plan.group;
    swap.to = plan.to;
    return operationTitle(verb, subjectOf(swap));
}

} // namespace snowmelt
