// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/health_tally.h"

#include <algorithm>

namespace snowmelt {

constexpr int BodyShown = 200;

static QString probeReason(const HttpAnswer& answer, const QString& path)
{
    const QString asked = u"GET "_qs + path + u": "_qs;
    if (answer.status == 0)
        return asked + answer.failure;
    return (asked + QString::number(answer.status) + u' ' + QString::fromUtf8(answer.body.left(BodyShown).trimmed()));
}

void HealthTally::note(const QString& node, const SlotState* slot, const HttpAnswer& answer, const QString& path)
{
    Entry& entry = m_nodes[node];
    entry.answeredInARow = answer.status == 200 ? entry.answeredInARow + 1 : 0;
    const bool checked = slot && slot->checkPassed;
    entry.healthy = checked && entry.answeredInARow >= m_needed;
    if (answer.status != 200)
        entry.reason = probeReason(answer, path);
    else if (!checked)
        entry.reason = slot ? slot->checkReason : QString();
}

int HealthTally::healthyOf(const QList<PlannedNode>& side) const
{
    return int(std::ranges::count_if(side, [this](const PlannedNode& node) { return isHealthy(node.name); }));
}

} // namespace snowmelt
