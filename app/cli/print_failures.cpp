// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_failures.h"

#include "app/cli/table.h"
#include "models/domain/failures.h"
#include "models/wording/failure_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

Line row(const Culprit& culprit, const QDateTime& now)
{
    const QString reason = healthReasonText(culprit.healthReason);
    const QString health = healthSinceText(culprit.health, culprit.since, now);
    return {{QStringLiteral("  ") + culprit.node, TerminalInk::Strong},
            {culprit.counted ? countedText(*culprit.counted) : QString()},
            {health, culprit.health == Health::Down ? TerminalInk::Red : TerminalInk::Plain},
            {culprit.check ? checkText(*culprit.check) : reason}};
}

void printOne(Console& console, const QString& balancer, const Failures& failures, const QDateTime& now)
{
    const QString count = failureCountText(failures);
    const QString since = countedSinceText(failures, now);
    console.out(Line{{balancer + QStringLiteral(": "), TerminalInk::Strong},
                     {count, failures.failed > 0 ? TerminalInk::Red : TerminalInk::Plain},
                     {QStringLiteral(" · ") + since, TerminalInk::Faint}});
    Table table({{}, {}, {}, {}});
    for (const Culprit& culprit : failures.culprits)
        table.row(row(culprit, now));
    table.print(console);
    if (failures.ofGone > 0)
        console.out(QString(QStringLiteral("  ") + goneText(failures.ofGone)));
    if (failures.ofNone > 0)
        console.out(QString(QStringLiteral("  ") + noNodeText(failures.ofNone)));
}

} // namespace

void printFailures(Console& console, const FleetState& fleet, const QDateTime& now)
{
    for (const BalancerState& balancer : fleet.balancers) {
        const Failures failures = failuresOf(fleet, balancer.node.name);
        if (failures.known() && (failures.failed > 0 || !failures.culprits.isEmpty()))
            printOne(console, balancer.node.name, failures, now);
    }
}

} // namespace snowmelt
