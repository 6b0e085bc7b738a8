// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/serving_slots.h"

#include <algorithm>

namespace snowmelt {

namespace {

QString place(const QString& address, int port)
{
    return address + u':' + QString::number(port);
}

} // namespace

ServingSlots servingSlots(const BackendPlacement& written)
{
    ServingSlots serving;
    for (const SlotPlacement& slot : written.placements)
        if (slot.mode == SlotMode::Ready)
            serving.insert(slot.slot, place(slot.address, slot.port));
    return serving;
}

ServingSlots servingSlots(const BackendState& running)
{
    ServingSlots serving;
    for (const SlotState& slot : running.slots_)
        if (slot.mode == SlotMode::Ready)
            serving.insert(slot.name, place(slot.address, slot.port));
    return serving;
}

BalancerTruth balancerTruth(const BalancerConfig& config, const BalancerReading& reading, const QString& group)
{
    BalancerTruth truth;
    const BackendState* running = reading.find(group);
    const auto written = std::find_if(config.backends.begin(), config.backends.end(),
                                      [&](const BackendPlacement& backend) { return backend.group == group; });
    truth.known = running && written != config.backends.end();
    if (!truth.known) {
        truth.unread = u"no backend " + group;
        return truth;
    }
    truth.config = servingSlots(*written);
    truth.runtime = servingSlots(*running);
    truth.edits = config.edits;
    truth.listen = config.listen;
    truth.healthPath = written->healthPath;
    return truth;
}

} // namespace snowmelt
