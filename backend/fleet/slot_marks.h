// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

#include <QHash>

namespace snowmelt {

/// What a slot's counters stood at when it was last seen without a node, and which node it has had since. A balancer's
/// counters belong to the slot: without a mark they may hold what the node before did.
struct SlotMark
{
    int worker = 0;      ///< process that counted: another one began at 0
    QDateTime startedAt; ///< of that process
    QString node;        ///< empty: none yet
    QDateTime bornAt;
    qint64 requests = 0;
    qint64 failed = 0;
    bool operator==(const SlotMark&) const = default;
};

/// By balancer, group and slot. Kept by whoever looks again and again; a single look has none.
using SlotMarks = QHash<QString, SlotMark>;

QString markKey(const QString& balancer, const QString& group, const QString& slot);

/// The node that a slot leads to, by the address the balancer itself says: the label tells where a node was born.
const NodeFacts* nodeAt(const SlotState& slot, const QString& group, const QList<NodeFacts>& nodes);

/// The marks after this reading. Pure. A slot whose node changed between two readings without being seen free in
/// between has none: nobody can say which of the two a failure was.
SlotMarks marksAfter(const SlotMarks& before, const QString& balancer, const BalancerReading& reading,
                     const QList<NodeFacts>& nodes);

} // namespace snowmelt
