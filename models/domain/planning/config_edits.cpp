// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/config_edits.h"

#include <algorithm>

namespace snowmelt {

PlanCheck checkOf(const QString& balancer, const ConfigEdit& edit)
{
    if (edit.line > 0)
        return {u"configEdited"_qs, Verdict::Warn, {balancer, QString::number(edit.line), edit.text}};
    return {u"configLineGone"_qs, Verdict::Warn, {balancer, edit.text}};
}

QList<ConfigEdit> unknownTo(const Plan& plan, const QList<ConfigEdit>& edits)
{
    QList<ConfigEdit> unknown;
    std::ranges::copy_if(edits, std::back_inserter(unknown), [&plan](const ConfigEdit& edit) {
        const PlanCheck wanted = checkOf(plan.balancer, edit);
        return std::ranges::none_of(plan.checks, [&wanted](const PlanCheck& check) {
            return check.code == wanted.code && check.args.value(0) == wanted.args.first() &&
                   check.args.value(check.args.size() - 1) == wanted.args.last();
        });
    });
    return unknown;
}

} // namespace snowmelt
