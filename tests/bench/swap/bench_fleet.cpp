// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swap/bench_fleet.h"

#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/services/control_socket.h"
#include "backend/services/fleet_lock.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/leasing.h"
#include "backend/services/verbs.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/code_names.h"
#include "tests/bench/swap/loop_swap.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace snowmelt::bench {

using QCoro::waitFor;

namespace {

const QByteArray blueprintText = R"(snowmelt: 1
name: bench
platform: {kind: simulation}
images:
  foundation/haproxy: {versions: {"1": haproxy.yaml}}
  shop:               {versions: {"1.0.0": shop-1.0.0.yaml, "1.1.0": shop-1.1.0.yaml}}
balancers:
  edge: {driver: haproxy, image: foundation/haproxy@1, listen: 8080, serves: [web]}
groups:
  web: {image: shop@1.0.0, size: SIZE, port: 8080}
)";

bool writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Empty when it cannot be written.
QString writeBlueprint(const QString& folder, int nodes)
{
    const QString path = folder + QStringLiteral("/bench.yaml");
    bool written = writeFile(path, QByteArray(blueprintText).replace("SIZE", QByteArray::number(nodes)));
    for (const char* const name : {"haproxy", "shop-1.0.0", "shop-1.1.0"}) {
        const QByteArray recipe =
            QByteArray("snowmelt-recipe: 1\ndescription: ") + name + "\ntier: os\nsuite: bookworm\n";
        written &= writeFile(folder + u'/' + QLatin1String(name) + QStringLiteral(".yaml"), recipe);
    }
    return written ? path : QString();
}

std::optional<Blueprint> readBlueprint(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto parsed = parseBlueprint(file.readAll(), QFileInfo(path).canonicalFilePath());
    return parsed.ok() ? std::optional(parsed.value) : std::nullopt;
}

QCoro::Task<Finished> runIntent(OperationPtr operation)
{
    return std::visit(
        [&operation](const auto& intent) -> QCoro::Task<Finished> {
            if constexpr (std::is_same_v<std::decay_t<decltype(intent)>, ControlIntent>)
                Q_UNREACHABLE(); // nobody tells a bench anything
            else
                return runVerb(operation, intent);
        },
        operation->intent());
}

/// What the backend does around an act that needs its fleet: the home's lock, the door for commands, the lease.
QCoro::Task<Finished> runAlone(OperationPtr operation)
{
    const QString group = operation->group();
    const QString fleet = operation->blueprint().name;
    const Result<std::shared_ptr<FleetLock>> lock = FleetLock::take(operation->rooms().home, fleet, QStringList(group));
    if (!lock)
        co_return failedWith(lock.error(), Safety::NothingTouched);
    std::unique_ptr<ControlSocket> door;
    if (!group.isEmpty())
        door = std::make_unique<ControlSocket>(operation->rooms().home, operation);
    const Result<std::shared_ptr<LeaseKeeper>> lease = co_await takeLease(operation);
    if (!lease)
        co_return endedBy(lease, Safety::NothingTouched);
    const Finished finished = co_await runIntent(operation);
    (void)co_await endLease(*lease, finished);
    co_return finished;
}

SwapTimes timesOf(const QList<Event>& events)
{
    SwapTimes times;
    for (const Event& event : events) {
        const auto* done = std::get_if<StepDone>(&event.body);
        if (!done)
            continue;
        times.birth += done->kind == StepKind::CreateNodes ? done->ms : 0;
        times.health += done->kind == StepKind::AwaitHealthy ? done->ms : 0;
        times.drain += done->kind == StepKind::DrainBlue ? done->ms : 0;
        times.removal += done->kind == StepKind::DestroyBlue ? done->ms : 0;
    }
    return times;
}

} // namespace

QString Ended::failure() const
{
    if (finished.outcome == OutcomeKind::Done || finished.outcome == OutcomeKind::Differences)
        return {};
    const QString why =
        finished.error ? codeName(finished.error->code) + u' ' + finished.error->args.join(u' ') : QString();
    return outcomeName(finished.outcome) + u' ' + why;
}

BenchFleet::BenchFleet(const QString& home, const Blueprint& blueprint, const QList<ImageRef>& images)
    : m_rooms(home), m_blueprint(blueprint), m_group(blueprint.groups.first().name), m_images(images)
{
    const QString kind = blueprint.platform.kind + QStringLiteral("/haproxy");
    auto timed = std::make_unique<TimedDriver>(std::move(m_rooms.drivers[kind]));
    m_driver = timed.get();
    m_rooms.drivers[kind] = std::move(timed);
}

BenchFleet::~BenchFleet() = default;

std::unique_ptr<BenchFleet> BenchFleet::simulated(int nodes, const Conditions& conditions)
{
    auto folder = std::make_unique<QTemporaryDir>();
    const std::optional<Blueprint> blueprint = readBlueprint(writeBlueprint(folder->path(), nodes));
    if (!blueprint)
        return nullptr;
    const QList<ImageRef> images{{QStringLiteral("shop"), QStringLiteral("1.0.0")},
                                 {QStringLiteral("shop"), QStringLiteral("1.1.0")}};
    std::unique_ptr<BenchFleet> fleet(new BenchFleet(folder->path() + QStringLiteral("/home"), *blueprint, images));
    fleet->m_folder = std::move(folder);
    fleet->useSimulation(conditions);
    return fleet;
}

std::unique_ptr<BenchFleet> BenchFleet::lab(const QString& blueprint, const QString& home,
                                            const QList<ImageRef>& images)
{
    const std::optional<Blueprint> parsed = readBlueprint(blueprint);
    if (!parsed || parsed->groups.isEmpty() || parsed->balancers.isEmpty())
        return nullptr;
    return std::unique_ptr<BenchFleet>(new BenchFleet(home, *parsed, images));
}

void BenchFleet::useSimulation(const Conditions& conditions)
{
    SimulationOptions options;
    options.bootMs = conditions.bootMs;
    options.requestMs = conditions.requestMs;
    options.trafficEveryMs = conditions.trafficEveryMs;
    auto platform = std::make_unique<SimulationPlatform>(options, SimulationPace{SimulationPace::Kind::RealTime});
    m_simulation = platform.get();
    auto timed = std::make_unique<TimedDriver>(std::make_unique<HaproxyDriver>(platform->exec()));
    m_driver = timed.get();
    m_rooms.drivers[QStringLiteral("simulation/haproxy")] = std::move(timed);
    m_rooms.platforms[QStringLiteral("simulation")] = std::move(platform);
    // Its addresses exist nowhere else: no other fleet of this host needs to know.
    m_rooms.registry = FleetRegistry(m_rooms.home, m_rooms.home + QStringLiteral("/leases"));
}

Ended BenchFleet::run(const Intent& intent)
{
    Ended ended;
    const auto hear = [&ended](const Event& event) { ended.events.append(event); };
    const auto operation = std::make_shared<Operation>(QUuid::createUuid().toString(QUuid::WithoutBraces),
                                                       Request{m_blueprint, intent, {}}, m_rooms, hear);
    operation->say(Started{verbOf(intent), m_blueprint.name, subjectOf(intent)});
    ended.finished = waitFor(operation->needsFleet() ? runAlone(operation) : runIntent(operation));
    operation->finish(ended.finished);
    return ended;
}

QString BenchFleet::begin()
{
    return m_simulation ? run(UpIntent{}).failure() : QString();
}

void BenchFleet::end()
{
    if (m_simulation)
        (void)run(DownIntent{true});
}

int BenchFleet::nodes() const
{
    return m_blueprint.groups.first().size;
}

Result<std::shared_ptr<const FleetAccess>> BenchFleet::access() const
{
    const Result<FleetLease> lease = m_rooms.registry.find(m_blueprint);
    if (!lease)
        return lease.as<std::shared_ptr<const FleetAccess>>();
    return m_rooms.access(m_blueprint, *lease);
}

qint64 BenchFleet::calls() const
{
    return m_simulation ? m_simulation->callLog().size() : 0;
}

void BenchFleet::reset()
{
    m_driver->reset();
    m_callsBefore = calls();
    const TrafficCount traffic = m_simulation ? m_simulation->world().traffic() : TrafficCount{};
    m_requestsBefore = traffic.requests;
    m_failedBefore = traffic.failed;
}

SwapTimes BenchFleet::counted(SwapTimes times)
{
    const TrafficCount traffic = m_simulation ? m_simulation->world().traffic() : TrafficCount{};
    times.window = m_driver->windowMs();
    times.calls = calls() - m_callsBefore;
    times.requests = traffic.requests - m_requestsBefore;
    times.failed = traffic.failed - m_failedBefore;
    m_next = 1 - m_next;
    return times;
}

/// As a person does who has read them.
QStringList BenchFleet::warningsFor(const ImageRef& to)
{
    QStringList codes;
    for (const Event& event : run(PlanIntent{m_group, to, 0, {}, {}}).events) {
        const auto* made = std::get_if<PlanMade>(&event.body);
        for (const PlanCheck& check : made ? made->plan.checks : QList<PlanCheck>()) {
            if (check.verdict == Verdict::Warn)
                codes.append(check.code);
        }
    }
    return codes;
}

Result<SwapTimes> BenchFleet::swapBySnowmelt()
{
    SwapIntent intent{m_group, m_images.at(m_next), 0, {}};
    intent.options.accepted = warningsFor(intent.to);
    reset();
    QElapsedTimer clock;
    clock.start();
    const Ended ended = run(intent);
    const qint64 total = clock.elapsed();
    if (!ended.failure().isEmpty())
        return ended.finished.error.value_or(Error{ErrorCode::Unexpected, {ended.failure()}, {}});
    SwapTimes times = timesOf(ended.events);
    times.total = total;
    return counted(times);
}

Result<ImageRecord> BenchFleet::nextImage()
{
    const Operation looking({}, Request{m_blueprint, StatusIntent{}, {}}, m_rooms, [](const Event&) {});
    return imageFor(looking, m_images.at(m_next));
}

Result<SwapTimes> BenchFleet::swapByLoop()
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = access();
    if (!fleet)
        return fleet.as<SwapTimes>();
    const Result<ImageRecord> image = nextImage();
    if (!image)
        return image.as<SwapTimes>();
    reset();
    const Result<SwapTimes> times = waitFor(loopSwap(*fleet, m_group, *image, m_rooms.store.layoutFolder()));
    return times ? Result<SwapTimes>(counted(*times)) : times;
}

} // namespace snowmelt::bench
