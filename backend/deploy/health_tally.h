// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "backend/platform/platform.h"
#include "models/domain/planning/plan.h"

#include <QMap>

namespace snowmelt {

/// Who of a side is believed healthy: a fresh check of the balancer *and* our own probe several times in a row. One of
/// both alone has fooled people: a reused slot shows the old node's result for a second, and a node that answers us may
/// not answer the balancer.
class HealthTally
{
public:
    explicit HealthTally(int probesNeeded) : m_needed(probesNeeded) {}

    /// One round for one node. `slot` is null when the balancer does not know it.
    void note(const QString& node, const SlotState* slot, const HttpAnswer& answer, const QString& path);

    bool isHealthy(const QString& node) const { return m_nodes.value(node).healthy; }
    int healthyOf(const QList<PlannedNode>& side) const;
    QString reason(const QString& node) const { return m_nodes.value(node).reason; } ///< verbatim, why not

private:
    struct Entry
    {
        int answeredInARow = 0;
        bool healthy = false;
        QString reason;
    };
    int m_needed;
    QMap<QString, Entry> m_nodes;
};

} // namespace snowmelt
