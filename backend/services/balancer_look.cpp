// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/balancer_look.h"

#include "backend/balancer/serving_slots.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds balancerAskLimit{20};

BalancerLook unread(const QString& why)
{
    BalancerLook look;
    look.truth.unread = why;
    return look;
}

BalancerLook unread(const Error& error)
{
    return unread(error.detail.isEmpty() ? QString(codeName(error.code) + u' ' + error.args.join(u' ')) : error.detail);
}

} // namespace

Task<BalancerLook> lookAtBalancer(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                                  QList<NodeFacts> nodes, QString group)
{
    const Balancer* balancer = fleet->blueprint.balancerOf(group);
    BalancerDriver* driver = balancer ? fleet->driverOf(*balancer) : nullptr;
    const auto node =
        std::ranges::find(nodes, balancer ? balancer->name : QString(), [](const NodeFacts& it) { return it.name; });
    if (!driver || node == nodes.cend())
        co_return unread(u"no balancer of "_qs + group);
    const CallContext context = operation->context().within(balancerAskLimit);
    const NodeFacts facts = *node;
    const Result<BalancerReading> reading = co_await driver->read(facts, context);
    if (reading.failed())
        co_return unread(reading.error());
    if (!reading)
        co_return Cancelled{};
    const Result<QStringList> lacking = co_await driver->lacking(facts, context);
    const Result<BalancerConfig> config = co_await driver->readConfig(facts, context);
    if (lacking.cancelled() || config.cancelled())
        co_return Cancelled{};
    BalancerLook look = config.failed() ? unread(config.error()) : BalancerLook();
    if (config.ok()) {
        look.truth = balancerTruth(*config, *reading, group);
        look.truth.stateFile = driver->stateFile(*config, group);
    }
    if (!look.truth.stateFile.isEmpty()) {
        const QString path = look.truth.stateFile;
        const Result<std::optional<ServingSlots>> saved = co_await driver->readStateFile(facts, path, group, context);
        if (saved.cancelled())
            co_return Cancelled{};
        if (saved.failed())
            look = unread(saved.error());
        else
            look.truth.saved = *saved;
    }
    if (lacking.ok())
        look.truth.lacking = *lacking;
    if (const BackendState* running = reading->find(group))
        look.running = *running;
    co_return look;
}

} // namespace snowmelt
