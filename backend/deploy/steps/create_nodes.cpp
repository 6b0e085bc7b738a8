// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/orders.h"
#include "backend/deploy/patience.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/execution/interruption.h"

#include <QTimer>

namespace snowmelt {

namespace {

Task<Done> bringImage(DeploymentPtr d, CallContext context)
{
    ImageImport* import = d->fleet->platform->imageImport();
    if (!import)
        co_return Done{};
    const std::function<Task<bool>()> question = [d, import, context] {
        return import->hasImage(d->plan.toDigest, context.within(d->timing.callLimit));
    };
    const Result<bool> there = co_await patiently(d, question, context);
    if (!there)
        co_return there.as<Done>();
    if (*there)
        co_return Done{};
    d->tell(Phase::ImportingImage, {d->plan.to.text()});
    const std::function<Task<Done>()> order = [d, import, context] {
        return import->importImage(d->storeLayout, d->plan.to, d->plan.toDigest, context.within(d->timing.importLimit));
    };
    const Result<Done> imported = co_await patiently(d, order, context);
    co_return imported;
}

/// Specs of all greens before the first is born: each takes an address that the ones before it do not.
Result<QList<NodeSpec>> greenSpecs(const DeploymentPtr& d, const QList<BirthTemplate>& templates,
                                   QList<NodeFacts> taken)
{
    QList<NodeSpec> specs;
    for (const PlannedNode& green : d->plan.green) {
        if (findNode(taken, green.name))
            continue;
        const Result<NodeSpec> spec =
            makeNodeSpec(*d->fleet, d->group, green.name, green.slot, d->image, d->plan.deployment, taken);
        if (!spec)
            return spec.as<QList<NodeSpec>>();
        specs.append(withTemplates(*spec, templates));
        NodeFacts placed;
        placed.name = spec->name;
        placed.address = spec->address;
        placed.ports = spec->ports;
        taken.append(placed);
    }
    return specs;
}

/// Cut in the middle, a platform undoes a birth. Who has lost the lease must not: the node may be wanted by whoever
/// holds it now. So the birth at hand may end, for as long as one call takes.
Task<Done> bear(DeploymentPtr d, NodeSpec spec, CallContext context)
{
    CancelSource cut;
    QTimer late;
    late.setSingleShot(true);
    QObject::connect(&late, &QTimer::timeout, &late, [cut]() mutable { cut.cancel(); });
    const Interruption stopped(CallContext{context.cancel}, [&late, cut, d]() mutable {
        if (d->control->loss())
            late.start(d->timing.callLimit);
        else
            cut.cancel();
    });
    const CallContext own{cut.token(), context.deadline};
    const Result<Done> born =
        co_await d->fleet->platform->provision()->create(d->fleet->key(), spec, own.within(d->timing.createLimit));
    co_return born;
}

Task<Done> createOne(DeploymentPtr d, NodeSpec spec, CallContext context)
{
    const std::function<Task<Done>()> order = [d, spec, context] { return bear(d, spec, context); };
    return patiently(d, order, context);
}

/// All at once; every birth is awaited, so that none is still under way when the way back removes it.
Task<Done> createAll(DeploymentPtr d, QList<NodeSpec> specs, CallContext context)
{
    std::vector<Task<Done>> births;
    for (const NodeSpec& spec : specs) {
        d->tell(Phase::CreatingNode, {spec.name}, int(births.size()), int(specs.size()));
        births.push_back(createOne(d, spec, context));
    }
    Result<Done> all = Done{};
    for (Task<Done>& birth : births) {
        const Result<Done> born = co_await birth;
        if (all && !born)
            all = born;
    }
    co_return all;
}

/// A green of an earlier run of this step that stands still.
Task<Done> startStopped(DeploymentPtr d, QList<NodeFacts> nodes, CallContext context)
{
    for (const PlannedNode& green : d->plan.green) {
        const NodeFacts* node = findNode(nodes, green.name);
        if (!node || node->lifecycle == Lifecycle::Running)
            continue;
        const std::function<Task<Done>()> order = [d, name = green.name, context] {
            return d->fleet->platform->provision()->start(d->fleet->key(), name, context.within(d->timing.createLimit));
        };
        const Result<Done> started = co_await patiently(d, order, context);
        if (!started)
            co_return started;
    }
    co_return Done{};
}

bool pointsAt(const SlotState* slot, const NodeFacts& node)
{
    return slot && slot->address == node.address && (slot->mode == SlotMode::Drain || slot->mode == SlotMode::Ready);
}

} // namespace

Task<Done> admitGreen(DeploymentPtr d, Sight sight, CallContext context)
{
    for (const PlannedNode& green : d->plan.green) {
        const NodeFacts* node = findNode(sight.nodes, green.name);
        if (!node)
            co_return Error{ErrorCode::NodeVanished, {green.name}, {}};
        if (pointsAt(sight.backend.find(green.slot), *node))
            continue;
        const SlotPlacement placement{green.slot, node->address, d->group.port, SlotMode::Drain};
        const Result<Done> admitted = co_await orderAdmission(d, sight.balancer, placement, context);
        if (!admitted)
            co_return admitted;
    }
    co_return Done{};
}

Task<Done> createGreen(DeploymentPtr d, CallContext context)
{
    const Result<Done> imported = co_await bringImage(d, context);
    if (!imported)
        co_return imported;
    const Result<QList<NodeFacts>> before = co_await listNodes(d, context);
    if (!before)
        co_return before.as<Done>();
    const Result<QList<BirthTemplate>> templates =
        co_await birthTemplatesOf(d->fleet, d->plan.toDigest, context.within(d->timing.callLimit));
    if (!templates)
        co_return templates.as<Done>();
    const Result<QList<NodeSpec>> specs = greenSpecs(d, *templates, *before);
    if (!specs)
        co_return specs.as<Done>();
    const Result<Done> started = co_await startStopped(d, *before, context);
    if (!started)
        co_return started;
    const Result<Done> created = co_await createAll(d, *specs, context);
    if (!created)
        co_return created;
    d->tell(Phase::ConfiguringBalancer, {d->plan.balancer});
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    const Result<Done> admitted = co_await admitGreen(d, *sight, context);
    if (!admitted)
        co_return admitted;
    // Written this early so that a config the balancer rejects is known while blue is untouched.
    const Result<Done> written = co_await writeSides(d, *sight, SlotMode::Ready, SlotMode::Drain, context);
    co_return written;
}

std::optional<Error> notAdmitted(const DeploymentPtr& d, const Sight& sight)
{
    for (const PlannedNode& green : d->plan.green) {
        const NodeFacts* node = findNode(sight.nodes, green.name);
        if (!node)
            return Error{ErrorCode::NodeVanished, {green.name}, {}};
        if (!pointsAt(sight.backend.find(green.slot), *node))
            return Error{ErrorCode::BalancerDisagrees, {d->plan.balancer, green.slot}, {}};
    }
    return {};
}

Task<QStringList> observeGreenAdmitted(DeploymentPtr d, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<QStringList>();
    if (const std::optional<Error> wrong = notAdmitted(d, *sight))
        co_return *wrong;
    co_return slotLines(sight->backend, d->plan.green);
}

} // namespace snowmelt
