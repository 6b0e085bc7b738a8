// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swap/loop_swap.h"

#include "backend/execution/timing.h"

#include <QElapsedTimer>

#include <algorithm>
#include <vector>

namespace snowmelt::bench {

namespace {

constexpr std::chrono::milliseconds sleepBetween{200}; ///< as often as the engine looks
constexpr std::chrono::minutes atMost{5};
constexpr std::chrono::seconds grace{30};

/// The variables of the loop.
struct Loop
{
    std::shared_ptr<const FleetAccess> fleet;
    Group group;
    ImageRecord image;
    QString layout;
    BalancerDriver* driver = nullptr;
    NodeFacts balancer;
    QList<NodeFacts> blue;
    QList<NodeSpec> green;
    QList<NodeFacts> born;

    Platform& platform() const { return *fleet->platform; }
};
using LoopPtr = std::shared_ptr<Loop>;

CallContext patient()
{
    return CallContext::cleanup(atMost);
}

int numberOf(const QString& node)
{
    return node.section(u'-', -1).toInt();
}

QList<SlotPlacement> inMode(const QStringList& names, SlotMode mode)
{
    QList<SlotPlacement> modes;
    for (const QString& slot : names)
        modes.append({slot, {}, 0, mode});
    return modes;
}

template <typename Node>
QStringList slotsOf(const QList<Node>& nodes)
{
    QStringList names;
    for (const Node& node : nodes)
        names.append(node.slot);
    return names;
}

QStringList freeSlots(const BackendState& backend)
{
    QStringList names;
    for (const SlotState& slot : backend.slots_) {
        if (slot.mode == SlotMode::Free)
            names.append(slot.name);
    }
    return names;
}

Result<QList<NodeSpec>> specs(const Loop& loop, QList<NodeFacts> taken, const QStringList& free)
{
    int last = 0;
    for (const NodeFacts& node : loop.blue)
        last = std::max(last, numberOf(node.name));
    QList<NodeSpec> made;
    for (qsizetype i = 0; i < std::min(loop.blue.size(), free.size()); ++i) {
        const QString name = loop.group.name + u'-' + QString::number(last + 1 + static_cast<int>(i));
        const Result<NodeSpec> spec =
            makeNodeSpec(*loop.fleet, loop.group, name, free.at(i), loop.image, QStringLiteral("loop"), taken);
        if (!spec)
            return spec.as<QList<NodeSpec>>();
        made.append(*spec);
        NodeFacts placed;
        placed.name = spec->name;
        placed.address = spec->address;
        placed.ports = spec->ports;
        taken.append(placed);
    }
    return made;
}

Task<Done> look(LoopPtr loop)
{
    const Result<QList<NodeFacts>> nodes = co_await loop->platform().observe()->list(loop->fleet->key(), patient());
    if (!nodes)
        co_return nodes.as<Done>();
    for (const NodeFacts& node : *nodes) {
        if (node.role == Role::Balancer)
            loop->balancer = node;
        if (node.group == loop->group.name && node.role == Role::Node)
            loop->blue.append(node);
    }
    const Result<BalancerReading> reading = co_await loop->driver->read(loop->balancer, patient());
    if (!reading)
        co_return reading.as<Done>();
    const BackendState* backend = reading->find(loop->group.name);
    const Result<QList<NodeSpec>> green = specs(*loop, *nodes, backend ? freeSlots(*backend) : QStringList());
    if (!green)
        co_return green.as<Done>();
    loop->green = *green;
    const bool fits = !loop->blue.isEmpty() && loop->green.size() == loop->blue.size();
    co_return fits ? Result<Done>(Done{}) : Error{ErrorCode::GroupUnknown, {loop->group.name}, {}};
}

Task<Done> createAll(LoopPtr loop)
{
    std::vector<Task<Done>> births;
    for (const NodeSpec& spec : loop->green)
        births.push_back(loop->platform().provision()->create(loop->fleet->key(), spec, patient()));
    for (Task<Done>& birth : births) {
        const Result<Done> born = co_await birth;
        if (!born)
            co_return born;
    }
    co_return Done{};
}

Task<Done> bear(LoopPtr loop)
{
    if (ImageImport* import = loop->platform().imageImport()) {
        const Result<bool> there = co_await import->hasImage(loop->image.digest, patient());
        if (!there)
            co_return there.as<Done>();
        if (!*there) {
            const Result<Done> imported =
                co_await import->importImage(loop->layout, loop->image.ref, loop->image.digest, patient());
            if (!imported)
                co_return imported;
        }
    }
    const Result<Done> created = co_await createAll(loop);
    if (!created)
        co_return created;
    for (const NodeSpec& spec : loop->green) {
        const SlotPlacement placement{spec.slot, spec.address, loop->group.port, SlotMode::Drain};
        const Result<Done> admitted =
            co_await loop->driver->admit(loop->balancer, loop->group.name, placement, patient());
        if (!admitted)
            co_return admitted;
    }
    co_return Done{};
}

Task<bool> allAnswer(LoopPtr loop)
{
    std::vector<Task<HttpAnswer>> asked;
    for (const NodeSpec& spec : loop->green) {
        const auto port = std::ranges::find(spec.ports, loop->group.port, &PublishedPort::inside);
        const Endpoint service = port == spec.ports.cend() ? Endpoint{spec.address, loop->group.port} : port->outside;
        asked.push_back(loop->platform().httpProbe()->get(service, loop->group.health.path, patient()));
    }
    bool well = true;
    for (Task<HttpAnswer>& one : asked) {
        const Result<HttpAnswer> answer = co_await one;
        well &= answer.ok() && answer->status == 200;
    }
    co_return well;
}

Task<bool> allChecked(LoopPtr loop)
{
    const Result<BalancerReading> reading = co_await loop->driver->read(loop->balancer, patient());
    if (!reading)
        co_return reading.as<bool>();
    const BackendState* backend = reading->find(loop->group.name);
    co_return backend&& std::ranges::all_of(loop->green, [backend](const NodeSpec& spec) {
        const SlotState* slot = backend->find(spec.slot);
        return slot && slot->checkPassed;
    });
}

Task<bool> blueIsQuiet(LoopPtr loop)
{
    const Result<BalancerReading> reading = co_await loop->driver->read(loop->balancer, patient());
    if (!reading)
        co_return reading.as<bool>();
    const BackendState* backend = reading->find(loop->group.name);
    co_return backend&& std::ranges::all_of(loop->blue, [backend](const NodeFacts& node) {
        const SlotState* slot = backend->find(node.slot);
        return !slot || (slot->sessions == 0 && slot->queued == 0);
    });
}

/// until CONDITION; do sleep 0.2; done
Task<Done> until(LoopPtr loop, Task<bool> (*condition)(LoopPtr))
{
    const QDeadlineTimer limit(atMost);
    while (!limit.hasExpired()) {
        const Result<bool> well = co_await condition(loop);
        if (!well)
            co_return well.as<Done>();
        if (*well)
            co_return Done{};
        const Result<Done> slept = co_await pause(sleepBetween, patient());
        if (!slept)
            co_return slept;
    }
    co_return Error{ErrorCode::TimedOut, {loop->group.name}, {}};
}

Task<Done> awaitHealthy(LoopPtr loop)
{
    const Result<Done> answer = co_await until(loop, allAnswer);
    if (!answer)
        co_return answer;
    const Result<Done> checked = co_await until(loop, allChecked);
    co_return checked;
}

BalancerConfig withGreen(BalancerConfig config, const Loop& loop)
{
    for (BackendPlacement& backend : config.backends) {
        if (backend.group != loop.group.name)
            continue;
        backend.placements.clear();
        for (const NodeSpec& spec : loop.green)
            backend.placements.append({spec.slot, spec.address, loop.group.port, SlotMode::Ready});
    }
    return config;
}

Task<Done> order(LoopPtr loop, QStringList names, SlotMode mode)
{
    const QList<SlotPlacement> modes = inMode(names, mode);
    return loop->driver->setModes(loop->balancer, loop->group.name, modes, patient());
}

Task<Done> switchOver(LoopPtr loop)
{
    const Result<Done> ready = co_await order(loop, slotsOf(loop->green), SlotMode::Ready);
    if (!ready)
        co_return ready;
    const Result<Done> drained = co_await order(loop, slotsOf(loop->blue), SlotMode::Drain);
    if (!drained)
        co_return drained;
    const Result<BalancerConfig> config = co_await loop->driver->readConfig(loop->balancer, patient());
    if (!config)
        co_return config.as<Done>();
    const BalancerConfig wanted = withGreen(*config, *loop);
    const Result<Done> written = co_await loop->driver->writeConfig(loop->balancer, wanted, patient());
    co_return written;
}

Task<Done> drain(LoopPtr loop)
{
    return until(loop, blueIsQuiet);
}

Task<Done> freeBlue(LoopPtr loop)
{
    const Result<Done> maint = co_await order(loop, slotsOf(loop->blue), SlotMode::Maint);
    if (!maint)
        co_return maint;
    const Result<Done> freed = co_await order(loop, slotsOf(loop->blue), SlotMode::Free);
    co_return freed;
}

Task<Done> removeOne(LoopPtr loop, QString node)
{
    const Result<Done> stopped =
        co_await loop->platform().provision()->stop(loop->fleet->key(), node, grace, patient());
    if (!stopped)
        co_return stopped;
    const Result<Done> gone = co_await loop->platform().provision()->destroy(loop->fleet->key(), node, patient());
    co_return gone;
}

Task<Done> removeBlue(LoopPtr loop)
{
    std::vector<Task<Done>> removals;
    for (const NodeFacts& node : loop->blue)
        removals.push_back(removeOne(loop, node.name));
    for (Task<Done>& removal : removals) {
        const Result<Done> removed = co_await removal;
        if (!removed)
            co_return removed;
    }
    co_return Done{};
}

} // namespace

Task<SwapTimes> loopSwap(std::shared_ptr<const FleetAccess> fleet, QString group, ImageRecord image,
                         QString storeLayout)
{
    const auto loop = std::make_shared<Loop>();
    loop->fleet = fleet;
    loop->group = *fleet->blueprint.findGroup(group);
    loop->image = image;
    loop->layout = storeLayout;
    loop->driver = fleet->driverOf(fleet->blueprint.balancers.first());
    SwapTimes times;
    struct Part
    {
        Task<Done> (*act)(LoopPtr);
        qint64 SwapTimes::*time;
    };
    const std::vector<Part> parts{{look, nullptr},
                                  {bear, &SwapTimes::birth},
                                  {awaitHealthy, &SwapTimes::health},
                                  {switchOver, nullptr},
                                  {drain, &SwapTimes::drain},
                                  {freeBlue, nullptr},
                                  {removeBlue, &SwapTimes::removal}};
    QElapsedTimer all;
    all.start();
    for (const Part& part : parts) {
        const qint64 begun = all.elapsed();
        const Result<Done> done = co_await part.act(loop);
        if (!done)
            co_return done.as<SwapTimes>();
        if (part.time)
            times.*part.time = all.elapsed() - begun;
    }
    times.total = all.elapsed();
    co_return times;
}

} // namespace snowmelt::bench
