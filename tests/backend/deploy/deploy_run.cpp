// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/deploy_run.h"

#include "backend/deploy/perform.h"
#include "models/domain/code_names.h"
#include "models/domain/planning/planner.h"

#include <QDir>
#include <QTemporaryDir>

namespace snowmelt::test {

using QCoro::waitFor;

static constexpr DeployTiming::ms defaultPatience{30};

DeployRun::DeployRun(int bakeSeconds)
{
    timing.poll = DeployTiming::ms(1);
    timing.second = DeployTiming::ms(50);
    timing.callLimit = DeployTiming::ms(5'000);
    timing.patience = defaultPatience;
    timing.settleLimit = DeployTiming::ms(300);
    timing.idleLimit = DeployTiming::ms(100);
    fleet.settle();
    fleet.platform.world().setTraffic(20);
    m_blueprint.name = u"shop"_qs;
    m_blueprint.platform.kind = u"simulation"_qs;
    m_blueprint.groups = {{u"web"_qs, fleet.blue, 3, 8080, {}, {}}};
    m_blueprint.balancers = {{u"edge"_qs, u"haproxy"_qs, fleet.haproxy, 8080, {u"web"_qs}}};
    plan = planSwap(planInput(), u"web"_qs, fleet.green, bakeSeconds).take();
    plan.healthSeconds = 100;
    plan.drainSeconds = 100;
}

PlanInput DeployRun::planInput()
{
    PlanInput input;
    input.blueprint = m_blueprint;
    input.fleet.name = u"shop"_qs;
    GroupState web;
    web.name = u"web"_qs;
    for (const NodeFacts& facts : fleet.platform.world().list(fleet.key)) {
        if (facts.role != Role::Node)
            continue;
        NodeState node;
        node.name = facts.name;
        node.group = facts.group;
        node.slot = facts.slot;
        node.image = facts.image;
        node.digest = facts.digest;
        input.slotsInUse.insert(facts.slot, facts.name);
        web.nodes.append(node);
    }
    input.fleet.groups = {web};
    BalancerState edge;
    edge.node.name = u"edge"_qs;
    edge.version = u"2.6.12"_qs;
    input.fleet.balancers = {edge};
    input.image.ref = fleet.green;
    input.image.digest = SimulatedFleet::digestOf(fleet.green);
    input.slotsPerSide = 3;
    input.deployment = u"d-1"_qs;
    return input;
}

void DeployRun::planRebirthOf(const QString& node)
{
    PlanInput input = planInput();
    input.image.ref = fleet.blue;
    input.image.digest = SimulatedFleet::digestOf(fleet.blue);
    plan = planRebirth(input, node).take();
}

namespace {

/// Where the fleet's key is. Made once: it takes an fsync, which costs more than a deployment does here.
QString homeOfAll()
{
    static const QTemporaryDir home;
    return home.path();
}

} // namespace

FleetAccess DeployRun::access()
{
    FleetAccess made;
    made.blueprint = m_blueprint;
    made.lease.fleetId = fleet.key.id;
    made.lease.name = fleet.key.name;
    made.lease.block = 4;
    made.lease.network = {u"10.213.4.0/24"_qs, u"10.213.4.1"_qs, u"sm4"_qs};
    made.platform = &m_altered;
    made.drivers = {{u"haproxy"_qs, &fleet.driver}};
    made.home = homeOfAll();
    // Births put the fleet's public line into the nodes; a lease brings the folder.
    QDir(made.home).mkpath(u"fleets/"_qs + made.lease.name);
    if (!FleetRegistry(made.home).clientKeyFile(made.lease))
        qFatal("the fleet's key cannot be made");
    return made;
}

void DeployRun::line(const QString& text)
{
    log.append(text);
    const auto [first, last] = m_actions.equal_range(text);
    for (auto it = first; it != last; ++it)
        it->second();
}

void DeployRun::journal(const EventBody& body)
{
    if (const auto* begun = std::get_if<StepBegun>(&body))
        m_reached.step = begun->step;
    else if (std::holds_alternative<RollingBack>(body))
        m_reached.goingBack = true;
}

void DeployRun::tell(const EventBody& body)
{
    if (isDead())
        return;
    journal(body);
    for (const auto& heard : m_heard)
        heard(body);
    if (const auto* begun = std::get_if<StepBegun>(&body))
        line(u"begun "_qs + codeName(begun->kind));
    else if (const auto* done = std::get_if<StepDone>(&body))
        line(u"done "_qs + codeName(done->kind));
    else if (const auto* failed = std::get_if<StepFailed>(&body))
        line(u"failed "_qs + codeName(failed->kind) + u' ' + codeName(failed->error.code) + u' ' +
             failed->error.args.value(0));
    else if (const auto* back = std::get_if<RollingBack>(&body))
        line(u"back "_qs + back->reason + u" from "_qs + codeName(plan.steps.at(back->from).kind));
    else if (const auto* told = std::get_if<Controlled>(&body))
        line((told->refused ? u"refused "_qs : u"told "_qs) + verbOf(told->command) +
             (told->refused ? QString(u' ' + told->refused->args.value(2)) : QString()));
    else if (const auto* stands = std::get_if<Paused>(&body))
        line(u"paused at "_qs + codeName(plan.steps.at(stands->step).kind));
    else if (const auto* goes = std::get_if<Continued>(&body))
        line(u"continued at "_qs + codeName(plan.steps.at(goes->step).kind));
    else if (const auto* drain = std::get_if<DrainSeen>(&body))
        drains.append(*drain);
    else if (const auto* seen = std::get_if<GatesSeen>(&body))
        gates.append(*seen);
    else if (const auto* note = std::get_if<LogLine>(&body))
        notes.append(*note);
    else if (const auto* traffic = std::get_if<TrafficCounted>(&body))
        counted = *traffic;
    else if (const auto* now = std::get_if<Progress>(&body)) {
        progress.append(*now);
        const auto [first, last] = m_progressActions.equal_range(now->phase);
        for (auto it = first; it != last; ++it)
            it->second();
    }
}

ImageRecord DeployRun::image() const
{
    ImageRecord record;
    record.ref = plan.to;
    record.digest = plan.toDigest;
    return record;
}

Emit DeployRun::emitter()
{
    return [this](const EventBody& body) { tell(body); };
}

DeploymentPtr DeployRun::deployment()
{
    return makeDeployment(std::make_shared<const FleetAccess>(access()), plan, image(), {}, emitter(), control, timing)
        .take();
}

DeployEnd DeployRun::run()
{
    const auto shared = std::make_shared<const FleetAccess>(access());
    watchCalls();
    const Result<DeployEnd> end =
        waitFor(runDeployment(shared, plan, image(), {}, emitter(), control, {m_cancel.token()}, timing));
    tellEnd(*end);
    return *end;
}

void DeployRun::tellEnd(const DeployEnd& end)
{
    line(u"end "_qs + outcomeName(end.outcome) + u' ' + codeName(end.safety) +
         (end.error ? QString(u' ' + codeName(end.error->code)) : QString()));
}

void DeployRun::watchCalls()
{
    fleet.platform.setExecAnswer([this](const NodeFacts&, const ExecRequest& request) -> std::optional<ExecResult> {
        noteCall(request);
        return {};
    });
}

Result<DeployEnd> DeployRun::resume(Way way)
{
    const auto shared = std::make_shared<const FleetAccess>(access());
    control = std::make_shared<DeployControl>();
    watchCalls();
    const Result<DeployEnd> end = waitFor(
        resumeDeployment(shared, plan, image(), {}, m_reached, way, emitter(), control, {m_cancel.token()}, timing));
    if (end.ok())
        tellEnd(*end);
    return end;
}

void DeployRun::performUntil(int step)
{
    const Asking nobody({}, control, [] {});
    for (int i = 0; i <= step; ++i) {
        const auto done =
            waitFor(perform(deployment(), {Act::Step, i}, &nobody, QDeadlineTimer(QDeadlineTimer::Forever)));
        if (done->error)
            qFatal("step %d: %s", i, qPrintable(codeName(done->error->code)));
    }
    m_reached = {step, false};
    log.clear();
}

void DeployRun::dieAtCall(int n, bool afterAct)
{
    m_lastCall = fleet.platform.callLog().size() + n;
    timing.patience = DeployTiming::ms(0); // nobody is there to be patient
    SimulatedFault silence;
    silence.nth = n;
    silence.onwards = true;
    if (afterAct) {
        SimulatedFault last;
        last.nth = n;
        last.afterAct = true;
        fleet.platform.addFault(last);
        ++silence.nth;
    }
    fleet.platform.addFault(silence);
}

DeployEnd DeployRun::finish()
{
    if (m_reached.step < 0)
        return {OutcomeKind::Cancelled, Safety::Unchanged, {}};
    const bool forward = isPastNoReturn(plan, m_reached.step) && !m_reached.goingBack;
    const Result<DeployEnd> end = resume(forward ? Way::Continue : Way::RollBack);
    if (end.cancelled())
        return {OutcomeKind::Cancelled, Safety::Uncertain, {}};
    return end.ok() ? *end : DeployEnd{OutcomeKind::Failed, Safety::Uncertain, end.error()};
}

void DeployRun::startAgain()
{
    m_lastCall = 0;
    m_cancel = CancelSource(); // a cancel was told to the process that is gone
    timing.patience = defaultPatience;
    fleet.platform.clearFaults();
}

void DeployRun::beforeExec(const QString& text, int nth, std::function<void()> action)
{
    m_execHooks.append({text, nth, std::move(action)});
}

void DeployRun::noteCall(const ExecRequest& request)
{
    const QString text = request.command + QString::fromUtf8(request.script);
    for (ExecHook& hook : m_execHooks) {
        if (text.contains(hook.text) && --hook.left == 0)
            hook.action();
    }
    const qsizetype serving = fleet.platform.world().serving(fleet.key, u"edge"_qs).size();
    leastServing = std::min(leastServing, int(serving));
    if (m_calls++ == m_cancelAt)
        cancel();
}

QString DeployRun::nodes() const
{
    QStringList names;
    for (const NodeFacts& facts : const_cast<SimulatedFleet&>(fleet).platform.world().list(fleet.key)) {
        if (facts.role == Role::Node)
            names.append(facts.name);
    }
    return names.join(u' ');
}

QStringList DeployRun::configDisagreements()
{
    const QString before = serving();
    fleet.platform.world().reloadBalancer(fleet.key, u"edge"_qs);
    const QString after = serving();
    return before == after ? QStringList() : QStringList{before, after};
}

qint64 DeployRun::failedRequests()
{
    fleet.settle();
    return fleet.platform.world().traffic().failed;
}

} // namespace snowmelt::test
