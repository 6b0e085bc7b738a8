// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/balancing.h"

#include "backend/execution/timing.h"
#include "backend/fleet/slots.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds pauseBetweenReadings{250};
constexpr std::chrono::seconds checkLimit{60};
constexpr std::chrono::seconds readingLimit{10};

BackendPlacement backendOf(const Group& group, const QList<NodeFacts>& facts)
{
    BackendPlacement backend{group.name, group.health.path, slotsPerSide(group), {}};
    for (const NodeFacts& node : facts)
        if (node.role == Role::Node && node.group == group.name && node.lifecycle == Lifecycle::Running)
            backend.placements.append({node.slot, node.address, group.port, SlotMode::Ready});
    return backend;
}

const SlotState* findSlot(const BalancerReading& reading, const QString& group, const QString& slot)
{
    const BackendState* backend = reading.find(group);
    return backend ? backend->find(slot) : nullptr;
}

bool pointsThere(const SlotState* slot, const SlotPlacement& placement)
{
    return slot && slot->mode != SlotMode::Free && slot->address == placement.address && slot->port == placement.port;
}

bool allUp(const BalancerConfig& wanted, const BalancerReading& reading, QString& waitingFor)
{
    for (const BackendPlacement& backend : wanted.backends) {
        for (const SlotPlacement& placement : backend.placements) {
            const SlotState* slot = findSlot(reading, backend.group, placement.slot);
            if (pointsThere(slot, placement) && slot->up)
                continue;
            waitingFor = placement.slot + u' ' + (slot ? slot->checkReason : QString());
            return false;
        }
    }
    return true;
}

Error neverHealthy(const QString& what, std::chrono::seconds limit, const QString& reason)
{
    return Error{ErrorCode::NeverHealthy, {what, QString::number(limit.count()), reason}, {}};
}

Task<Done> awaitCheck(BalancerDriver* driver, NodeFacts balancer, QString group, QString slotName,
                      std::chrono::milliseconds callLimit, CallContext context)
{
    const QDeadlineTimer limit(checkLimit);
    QString reason;
    while (!limit.hasExpired()) {
        Task<BalancerReading> reading = driver->read(balancer, context.within(callLimit));
        const Result<BalancerReading> read = co_await reading;
        if (!read)
            co_return read.as<Done>();
        const SlotState* slot = findSlot(*read, group, slotName);
        if (slot && slot->checkPassed)
            co_return Done{};
        reason = slot ? slot->checkReason : QString();
        Task<Done> waiting = pause(pauseBetweenReadings, context);
        const Result<Done> waited = co_await waiting;
        if (!waited)
            co_return waited;
    }
    co_return neverHealthy(slotName, checkLimit, reason);
}

Task<Done> placeOne(BalancerDriver* driver, NodeFacts balancer, QString group, SlotPlacement placement, bool pointing,
                    std::chrono::milliseconds callLimit, CallContext context)
{
    if (!pointing) {
        Task<Done> admitting = driver->admit(balancer, group, placement, context.within(callLimit));
        const Result<Done> admitted = co_await admitting;
        if (!admitted)
            co_return admitted;
        Task<Done> checking = awaitCheck(driver, balancer, group, placement.slot, callLimit, context);
        const Result<Done> checked = co_await checking;
        if (!checked)
            co_return checked;
    }
    Task<Done> moving = driver->setMode(balancer, group, placement.slot, SlotMode::Ready, context.within(callLimit));
    const Result<Done> moved = co_await moving;
    co_return moved;
}

Task<Done> writeWanted(BalancerDriver* driver, NodeFacts balancer, BalancerConfig wanted, QStringList kept,
                       std::chrono::milliseconds callLimit, CallContext context)
{
    if (!kept.isEmpty()) {
        Task<BalancerConfig> reading = driver->readConfig(balancer, context.within(callLimit));
        const Result<BalancerConfig> there = co_await reading;
        if (!there)
            co_return there.as<Done>();
        for (const BackendPlacement& backend : there->backends)
            if (kept.contains(backend.group))
                wanted.backends.append(backend);
        wanted.revision = there->revision; // a deployment of a kept group may write meanwhile: nothing of it is lost
    }
    Task<Done> writing = driver->writeConfig(balancer, wanted, context.within(callLimit));
    const Result<Done> written = co_await writing;
    co_return written;
}

} // namespace

BalancerConfig wantedConfig(const Blueprint& blueprint, const Balancer& balancer, const QList<NodeFacts>& facts)
{
    BalancerConfig config;
    config.listen = balancer.listen;
    for (const QString& name : balancer.serves)
        if (const Group* group = blueprint.findGroup(name))
            config.backends.append(backendOf(*group, facts));
    return config;
}

QList<QPair<QString, SlotPlacement>> missingPlacements(const BalancerConfig& wanted, const BalancerReading& reading)
{
    QList<QPair<QString, SlotPlacement>> missing;
    for (const BackendPlacement& backend : wanted.backends) {
        for (const SlotPlacement& placement : backend.placements) {
            const SlotState* slot = findSlot(reading, backend.group, placement.slot);
            if (!pointsThere(slot, placement) || slot->mode != SlotMode::Ready)
                missing.append({backend.group, placement});
        }
    }
    return missing;
}

Task<Done> settleBalancer(BalancerDriver* driver, NodeFacts balancer, BalancerConfig wanted, QStringList kept,
                          std::chrono::milliseconds callLimit, CallContext context)
{
    Task<BalancerReading> reading = driver->read(balancer, context.within(callLimit));
    const Result<BalancerReading> read = co_await reading;
    if (!read)
        co_return read.as<Done>();
    const QList<QPair<QString, SlotPlacement>> missing = missingPlacements(wanted, *read);
    for (const auto& [group, placement] : missing) {
        const bool pointing = pointsThere(findSlot(*read, group, placement.slot), placement);
        Task<Done> placing = placeOne(driver, balancer, group, placement, pointing, callLimit, context);
        const Result<Done> placed = co_await placing;
        if (!placed)
            co_return placed;
    }
    if (missing.isEmpty())
        co_return Done{};
    Task<Done> writing = writeWanted(driver, balancer, wanted, kept, callLimit, context);
    const Result<Done> written = co_await writing;
    co_return written;
}

Task<Done> awaitServing(BalancerDriver* driver, NodeFacts balancer, BalancerConfig wanted, std::chrono::seconds limit,
                        CallContext context)
{
    const QDeadlineTimer deadline(limit);
    std::optional<Error> unreachable;
    QString waitingFor;
    while (!deadline.hasExpired()) {
        Task<BalancerReading> reading = driver->read(balancer, context.within(std::min(readingLimit, limit)));
        const Result<BalancerReading> read = co_await reading;
        if (read.cancelled())
            co_return Cancelled{};
        if (read.ok() && allUp(wanted, *read, waitingFor))
            co_return Done{};
        unreachable = read.failed() ? std::optional<Error>(read.error()) : std::nullopt;
        Task<Done> waiting = pause(pauseBetweenReadings, context);
        const Result<Done> waited = co_await waiting;
        if (!waited)
            co_return waited;
    }
    if (unreachable)
        co_return *unreachable;
    co_return neverHealthy(balancer.name, limit, waitingFor);
}

} // namespace snowmelt
