// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_runs.h"

namespace snowmelt::haproxy {
namespace {

QByteArray modeWord(SlotMode mode)
{
    switch (mode) {
    case SlotMode::Free:
        return "free";
    case SlotMode::Maint:
        return "maint";
    case SlotMode::Drain:
        return "drain";
    case SlotMode::Ready:
        return "ready";
    }
    Q_UNREACHABLE();
}

bool obeys(const SlotState& slot, SlotMode wanted)
{
    // A slot without an address cannot be in maint: HAProxy shows it free.
    const bool asMaint = wanted == SlotMode::Maint && slot.mode == SlotMode::Free;
    return (slot.mode == wanted || asMaint) && (wanted != SlotMode::Ready || slot.up);
}

} // namespace

QList<QList<SlotPlacement>> runsOf(const QList<SlotPlacement>& modes)
{
    QList<QList<SlotPlacement>> runs;
    for (const SlotPlacement& next : modes) {
        const bool same =
            !runs.isEmpty() && (runs.last().last().mode == SlotMode::Ready) == (next.mode == SlotMode::Ready);
        if (!same)
            runs.append(QList<SlotPlacement>());
        runs.last() << next;
    }
    return runs;
}

std::optional<QByteArray> disobeyed(const BalancerReading& reading, const QString& group,
                                    const QList<SlotPlacement>& wanted)
{
    const BackendState* backend = reading.find(group);
    for (const SlotPlacement& want : wanted) {
        const SlotState* slot = backend ? backend->find(want.slot) : nullptr;
        if (!slot)
            return want.slot.toUtf8() + " is not there";
        if (!obeys(*slot, want.mode))
            return want.slot.toUtf8() + " is " + modeWord(slot->mode) + (slot->up ? " and up" : " and not up") +
                   ", wanted " + modeWord(want.mode);
    }
    return std::nullopt;
}

} // namespace snowmelt::haproxy
