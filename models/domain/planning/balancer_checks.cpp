// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/balancer_checks.h"

#include "models/domain/planning/config_edits.h"

#include <QVersionNumber>

#include <algorithm>

namespace snowmelt {

namespace {

/// The oldest one on which the swap was tried; docs/BALANCER.md says what of it is needed.
constexpr auto oldestHaproxy = "2.6";

QString versionOf(const PlanInput& input, const QString& balancer)
{
    const auto it = std::ranges::find_if(input.fleet.balancers,
                                         [&](const BalancerState& state) { return state.node.name == balancer; });
    return it == input.fleet.balancers.cend() ? QString() : it->version;
}

/// One block for each slot that two sources lead elsewhere.
QList<PlanCheck> compare(const QString& code, const QString& balancer, const ServingSlots& written,
                         const ServingSlots& runtime)
{
    QStringList slotNames = written.keys() + runtime.keys();
    slotNames.sort();
    slotNames.removeDuplicates();
    QList<PlanCheck> checks;
    for (const QString& slot : slotNames) {
        if (written.value(slot) != runtime.value(slot))
            checks.append({code, Verdict::Block, {balancer, slot, written.value(slot), runtime.value(slot)}});
    }
    return checks;
}

QList<PlanCheck> againstBlueprint(const PlanInput& input, const Plan& plan, const BalancerTruth& truth)
{
    QList<PlanCheck> checks;
    const auto differs = [&](const QString& key, const QString& wanted, const QString& there) {
        if (wanted != there)
            checks.append({u"blueprintDisagrees"_qs, Verdict::Warn, {plan.balancer, key, wanted, there}});
    };
    if (const Balancer* balancer = input.blueprint.balancerOf(plan.group))
        differs(u"listen"_qs, QString::number(balancer->listen), QString::number(truth.listen));
    if (const Group* group = input.blueprint.findGroup(plan.group))
        differs(u"health"_qs, group->health.path, truth.healthPath);
    return checks;
}

/// What a hand wrote, line by line.
QList<PlanCheck> byHand(const Plan& plan, const BalancerTruth& truth)
{
    QList<PlanCheck> checks;
    if (!truth.stateFile.isEmpty())
        checks.append({u"stateFileNamed"_qs, Verdict::Warn, {plan.balancer, truth.stateFile}});
    for (const ConfigEdit& edit : truth.edits)
        checks.append(checkOf(plan.balancer, edit));
    return checks;
}

QList<PlanCheck> truthChecks(const PlanInput& input, const Plan& plan)
{
    if (!input.truth)
        return {};
    const BalancerTruth& truth = *input.truth;
    if (!truth.lacking.isEmpty())
        return {{u"balancerLacks"_qs, Verdict::Block, {plan.balancer, truth.lacking.join(QStringLiteral(", "))}}};
    if (!truth.known)
        return {{u"balancerUnread"_qs, Verdict::Block, {plan.balancer, truth.unread}}};
    QList<PlanCheck> checks = compare(u"balancerDisagrees"_qs, plan.balancer, truth.config, truth.runtime);
    if (truth.saved)
        checks += compare(u"stateFileDisagrees"_qs, plan.balancer, *truth.saved, truth.runtime);
    if (checks.isEmpty())
        checks.append({u"balancerAgrees"_qs, Verdict::Pass, {plan.balancer}});
    return checks + againstBlueprint(input, plan, truth) + byHand(plan, truth);
}

} // namespace

QList<PlanCheck> balancerChecks(const PlanInput& input, const Plan& plan)
{
    const QString version = versionOf(input, plan.balancer);
    if (version.isEmpty())
        return {{u"balancerAnswers"_qs, Verdict::Block, {plan.balancer, version}}};
    QList<PlanCheck> checks{{u"balancerAnswers"_qs, Verdict::Pass, {plan.balancer, version}}};
    const QString oldest = QString::fromLatin1(oldestHaproxy);
    if (QVersionNumber::fromString(version) < QVersionNumber::fromString(oldest))
        checks.append({u"balancerTooOld"_qs, Verdict::Block, {plan.balancer, version, oldest}});
    return checks + truthChecks(input, plan);
}

} // namespace snowmelt
