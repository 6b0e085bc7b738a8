// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"

#include "backend/deploy/deployer.h"
#include "backend/fleet/slots.h"

#include <QFile>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds openLimit{60};
constexpr std::chrono::seconds lookLimit{20};

const QString simulation = QStringLiteral("simulation");

void noteDrift(NodeState& node, const QList<DriftReport>& reports)
{
    for (const DriftReport& report : reports) {
        if (report.node != node.name || report.baselineDigest != node.digest || report.scannedAt < node.bornAt)
            continue;
        node.driftCount = static_cast<int>(report.differences.size());
        node.driftComplete = report.complete();
    }
}

void noteDrift(FleetState& fleet, const QList<DriftReport>& reports)
{
    for (GroupState& group : fleet.groups) {
        for (NodeState& node : group.nodes)
            noteDrift(node, reports);
    }
    for (BalancerState& balancer : fleet.balancers)
        noteDrift(balancer.node, reports);
    for (DatabaseState& database : fleet.databases)
        noteDrift(database.node, reports);
}

QList<DriftReport> lastDrift(const Operation& operation)
{
    if (!operation.rooms().journal)
        return {};
    const auto reports = operation.rooms().journal->lastDrift(operation.blueprint().name);
    return reports.ok() ? reports.value() : QList<DriftReport>();
}

QMap<QString, QString> slotsInUse(const FleetState& fleet, const QString& group)
{
    QMap<QString, QString> used;
    if (const GroupState* state = fleet.findGroup(group)) {
        for (const NodeState& node : state->nodes) {
            if (!node.slot.isEmpty())
                used.insert(node.slot, node.name);
        }
    }
    return used;
}

Result<ImageRecord> simulatedImage(const Blueprint& blueprint, const ImageRef& ref)
{
    const ImageSource* source = blueprint.findImage(ref);
    if (!source)
        return Error{ErrorCode::ImageUnknown, {ref.text()}, {}};
    QFile recipe(blueprint.folder() + u'/' + source->recipe);
    if (!recipe.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {recipe.fileName()}, recipe.errorString()};
    ImageRecord record;
    record.ref = ref;
    record.digest = Digest::ofBytes(recipe.readAll());
    record.builtAt = QDateTime::currentDateTimeUtc();
    return record;
}

} // namespace

Task<std::shared_ptr<const FleetAccess>> openFleet(OperationPtr operation)
{
    const Rooms& rooms = operation->rooms();
    const Blueprint& blueprint = operation->blueprint();
    const Result<FleetLease> lease = rooms.registry.find(blueprint);
    if (!lease)
        co_return lease.as<std::shared_ptr<const FleetAccess>>();
    if (lease->fleetId.isEmpty())
        co_return Error{ErrorCode::FleetNotUp, {blueprint.name}, {}};
    const std::shared_ptr<const FleetAccess> fleet = rooms.access(blueprint, *lease);
    const Result<Done> opened = co_await fleet->platform->open(operation->context().within(openLimit));
    if (!opened)
        co_return opened.as<std::shared_ptr<const FleetAccess>>();
    co_return fleet;
}

Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet)
{
    Result<FleetState> seen = co_await observeFleet(fleet, operation->context().within(lookLimit));
    if (!seen)
        co_return seen;
    FleetState state = seen.take();
    noteDrift(state, lastDrift(*operation));
    co_return state;
}

Result<ImageRecord> imageFor(const Operation& operation, const ImageRef& ref)
{
    if (operation.blueprint().platform.kind == simulation)
        return simulatedImage(operation.blueprint(), ref);
    return operation.rooms().store.find(ref);
}

Task<PlanInput> planInput(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, QString group,
                          ImageRef target)
{
    const Result<FleetState> seen = co_await lookAtFleet(operation, fleet);
    if (!seen)
        co_return seen.as<PlanInput>();
    PlanInput input;
    input.blueprint = operation->blueprint();
    input.fleet = seen.value();
    input.deployment = operation->id();
    input.slotsInUse = slotsInUse(input.fleet, group);
    if (const Group* wanted = input.blueprint.findGroup(group))
        input.slotsPerSide = slotsPerSide(*wanted);
    if (!target.isNull() && !input.blueprint.findImage(target))
        co_return Error{ErrorCode::ImageUnknown, {target.text()}, {}};
    input.image.ref = target;
    if (const Result<ImageRecord> image = imageFor(*operation, target); image.ok())
        input.image = image.value();
    co_return input;
}

Task<PlannedSwap> plannedSwap(OperationPtr operation, QString group, ImageRef to, int bakeSeconds)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return fleet.as<PlannedSwap>();
    const Result<PlanInput> input = co_await planInput(operation, *fleet, group, to);
    if (!input)
        co_return input.as<PlannedSwap>();
    const Result<Plan> plan = planSwap(*input, group, to, bakeSeconds);
    if (!plan)
        co_return plan.as<PlannedSwap>();
    co_return PlannedSwap{*fleet, *plan, input->image};
}

FleetState absentFleet(const Blueprint& blueprint)
{
    FleetState fleet;
    fleet.name = blueprint.name;
    fleet.platform = blueprint.platform.kind;
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    for (const Group& group : blueprint.groups)
        fleet.groups.append({group.name, group.size, group.image, {}, 0, 0});
    return fleet;
}

QCoro::Task<Finished> executePlan(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, Plan plan,
                                  ImageRecord image)
{
    operation->say(PlanMade{plan});
    for (const PlanCheck& check : plan.checks) {
        if (check.verdict == Verdict::Block)
            co_return failedWith({ErrorCode::CheckBlocked, QStringList{check.code} + check.args, {}},
                                 Safety::NothingTouched);
    }
    if (operation->journalFailure())
        co_return failedWith(*operation->journalFailure(), Safety::NothingTouched);
    const Result<DeployEnd> end = co_await deploy(fleet, plan, image, operation->rooms().store.layoutFolder(),
                                                  operation->voice(), operation->rollBackAsked(), operation->context());
    if (!end)
        co_return endedBy(end, Safety::Uncertain);
    co_return Finished{end->outcome, end->safety, end->error, 0};
}

} // namespace snowmelt
