// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/trial/image_trial.h"

#include "backend/execution/process.h"
#include "backend/execution/timing.h"
#include "backend/image/birth_templates.h"
#include "backend/image/durable_file.h"
#include "backend/platform/inside.h"
#include "backend/trial/port_knock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

constexpr int place = 1; // of the one node, in its fleet's range of addresses
constexpr int kept = 12; // lines of output in an error
/// No blueprint's fleet is called so: its name has a dot.
const QString fleetName = QStringLiteral("trial.");
/// What the node is told of a database. None is there.
const QString database = QStringLiteral("trial");
const QString wholeNode = QStringLiteral("PID 1"); ///< what ended, in an error

QString reasonOf(const HttpAnswer& answer)
{
    if (answer.status == 0)
        return answer.failure;
    return QString(QString::number(answer.status) + u' ' + QString::fromUtf8(answer.body.left(200)).simplified());
}

/// The last of what a test said, as it said it.
class LastLines
{
public:
    void add(const QByteArray& line)
    {
        m_lines.append(line);
        if (m_lines.size() > kept)
            m_lines.removeFirst();
    }
    QString text() const { return QString::fromUtf8(m_lines.join('\n')); }

private:
    QByteArrayList m_lines;
};

} // namespace

struct ImageTrial::Case
{
    TrialCandidate candidate;
    ServingWish wish;
    ImageBuilder::Emit emit;
    CallContext context;
    QMap<int, int> places; ///< where its ports are, outside

    QString name() const { return candidate.record.ref.text(); }
};

FleetAccess ImageTrial::access() const
{
    FleetAccess fleet;
    fleet.lease = m_lease;
    fleet.platform = m_platform;
    fleet.home = m_work + QStringLiteral("/trial");
    return fleet;
}

Endpoint ImageTrial::outside(const Case& tier, int port) const
{
    return {m_lease.outsideAddress(place), tier.places.value(port)};
}

Result<Done> ImageTrial::note(const TrialMark& mark)
{
    auto written = writeDurably(trialMarkOf(m_work), renderTrialMark(mark));
    if (written)
        m_mark = mark;
    return written;
}

Task<Done> ImageTrial::open(CallContext context)
{
    const Result<Done> opened = co_await m_platform->open(context.within(m_timing.openLimit));
    co_return opened;
}

Task<Done> ImageTrial::begin(QString work, CallContext context)
{
    if (!m_work.isEmpty())
        co_return Done{};
    Blueprint blueprint;
    blueprint.name = fleetName + QFileInfo(work).fileName().left(8);
    blueprint.path = work;
    const Result<FleetLease> lease = FleetRegistry(work + QStringLiteral("/trial")).acquire(blueprint);
    if (!lease)
        co_return lease.as<Done>();
    m_work = work;
    m_lease = *lease;
    const Result<Done> noted = note({m_platform->kind(), m_lease.key(), {}});
    if (!noted)
        co_return noted;
    const Result<Done> networked = co_await m_platform->provision()->ensureNetwork(m_lease.key(), m_lease.network,
                                                                                   context.within(m_timing.callLimit));
    co_return networked;
}

Task<Done> ImageTrial::bring(CasePtr tier)
{
    const ImageRecord& image = tier->candidate.record;
    const CallContext brief = tier->context.within(m_timing.callLimit);
    const Result<bool> there = co_await m_platform->imageImport()->hasImage(image.digest, brief);
    if (!there)
        co_return there.as<Done>();
    if (*there)
        co_return Done{};
    TrialMark mark = m_mark;
    mark.images.append(image.digest);
    const Result<Done> noted = note(mark);
    if (!noted)
        co_return noted;
    const CallContext patient = tier->context.within(m_timing.importLimit);
    const Result<Done> imported =
        co_await m_platform->imageImport()->importImage(tier->candidate.layout, image.ref, image.digest, patient);
    co_return imported;
}

Result<NodeSpec> ImageTrial::specOf(const Case& tier) const
{
    Group group;
    group.name = database;
    group.port = tier.wish.birthPort;
    group.uses = {database};
    Result<NodeSpec> made = makeNodeSpec(access(), group, trialNode, {}, tier.candidate.record, {}, {});
    if (!made)
        return made;
    NodeSpec spec = made.take();
    spec.ports.clear();
    for (const int port : tier.wish.ports)
        spec.ports.append({outside(tier, port), port});
    spec.lifeLimit = std::chrono::seconds(tier.wish.seconds) + m_timing.spare +
                     m_timing.testLimit * tier.candidate.chain.last().tests.size();
    return spec;
}

Task<Done> ImageTrial::boot(CasePtr tier)
{
    const Result<NodeSpec> spec = specOf(*tier);
    if (!spec)
        co_return spec.as<Done>();
    const ImageStore candidate(tier->candidate.layout);
    const auto templates = co_await readBirthTemplates(candidate, tier->candidate.record.digest);
    if (!templates)
        co_return templates.as<Done>();
    const NodeSpec whole = withTemplates(*spec, *templates);
    const CallContext patient = tier->context.within(m_timing.nodeLimit);
    const Result<Done> created = co_await m_platform->provision()->create(m_lease.key(), whole, patient);
    co_return created;
}

Task<Done> ImageTrial::neverServed(CasePtr tier, QString seconds, QString reason)
{
    const CallContext brief = tier->context.within(m_timing.callLimit);
    const Result<QByteArray> log = co_await m_platform->inside()->log(m_lease.key(), trialNode, brief);
    if (log.cancelled())
        co_return Cancelled{};
    const QString words = log ? lastLines(*log, kept) : log.error().detail;
    co_return Error{ErrorCode::ImageNeverServed, {tier->name(), seconds, reason}, words};
}

Task<Done> ImageTrial::endedEarly(CasePtr tier, QString what)
{
    return neverServed(tier, {}, what);
}

/// Why it does not serve yet; empty: it does.
Task<QString> ImageTrial::look(CasePtr tier)
{
    const CallContext brief = tier->context.within(m_timing.answerLimit);
    for (const int port : tier->wish.ports) {
        const QString where = QString::number(port) + u": ";
        if (!tier->wish.path.isEmpty()) {
            const Result<HttpAnswer> answer =
                co_await m_platform->httpProbe()->get(outside(*tier, port), tier->wish.path, brief);
            if (!answer)
                co_return answer.as<QString>();
            if (answer->status < 200 || answer->status > 299)
                co_return QString(where + tier->wish.path + u' ' + reasonOf(*answer));
            continue;
        }
        const Result<QString> closed = co_await knock(outside(*tier, port), brief);
        if (!closed || !closed->isEmpty())
            co_return closed ? Result<QString>(QString(where + *closed)) : closed;
    }
    co_return QString();
}

/// What makes waiting longer useless: it does not run any more, or runs without one of its services.
Task<Done> ImageTrial::glanceAt(CasePtr tier)
{
    const CallContext brief = tier->context.within(m_timing.callLimit);
    const Result<QList<NodeFacts>> nodes = co_await m_platform->observe()->list(m_lease.key(), brief);
    if (!nodes)
        co_return nodes.as<Done>();
    if (!nodes->isEmpty() && nodes->first().lifecycle == Lifecycle::Running) {
        const Result<Done> judged = co_await judgeServices(tier);
        co_return judged;
    }
    const Result<Done> ended = co_await endedEarly(tier, wholeNode);
    co_return ended;
}

Task<Done> ImageTrial::judgeServices(CasePtr tier)
{
    if (!tier->wish.keepsServices)
        co_return Done{};
    const CallContext brief = tier->context.within(m_timing.callLimit);
    const Result<QByteArray> log = co_await m_platform->inside()->log(m_lease.key(), trialNode, brief);
    if (!log)
        co_return log.as<Done>();
    const QStringList ended = endedServices(*log);
    if (ended.isEmpty())
        co_return Done{};
    const QString names = ended.join(QStringLiteral(", "));
    const Result<Done> never = co_await endedEarly(tier, names);
    co_return never;
}

Task<qint64> ImageTrial::awaitServing(CasePtr tier)
{
    const FleetKey fleet = m_lease.key();
    const CallContext brief = tier->context.within(m_timing.callLimit);
    const Result<QDateTime> begun = co_await m_platform->inside()->startedAt(fleet, trialNode, brief);
    if (!begun)
        co_return begun.as<qint64>();
    const QDeadlineTimer limit(std::chrono::seconds(tier->wish.seconds));
    QElapsedTimer glanced;
    glanced.start();
    while (true) {
        const Result<QString> reason = co_await look(tier);
        if (!reason)
            co_return reason.as<qint64>();
        if (reason->isEmpty())
            co_return std::max<qint64>(1, begun->msecsTo(QDateTime::currentDateTimeUtc()));
        if (limit.hasExpired()) {
            const QString seconds = QString::number(tier->wish.seconds);
            const Result<Done> never = co_await neverServed(tier, seconds, *reason);
            co_return never.as<qint64>();
        }
        if (glanced.hasExpired(m_timing.glance.count())) {
            glanced.restart();
            const Result<Done> well = co_await glanceAt(tier);
            if (!well)
                co_return well.as<qint64>();
        }
        const Result<Done> waited = co_await pause(m_timing.poll, tier->context);
        if (!waited)
            co_return waited.as<qint64>();
    }
}

Task<TestRun> ImageTrial::runTest(CasePtr tier, RecipeTest test)
{
    const auto said = std::make_shared<LastLines>();
    const Inside::Hear hear = [said, tier](const QByteArray& line) {
        said->add(line);
        tier->emit(LogLine{tier->name(), QString::fromUtf8(line)});
    };
    QElapsedTimer clock;
    clock.start();
    const CallContext limited = tier->context.within(m_timing.testLimit);
    const Result<int> status =
        co_await m_platform->inside()->run(m_lease.key(), trialNode, test.command, hear, limited);
    if (status.ok() && *status == 0)
        co_return TestRun{test.name, clock.elapsed()};
    if (status.ok())
        co_return Error{ErrorCode::ImageTestFailed, {tier->name(), test.name, QString::number(*status)}, said->text()};
    if (!status.failed() || status.error().code != ErrorCode::TimedOut)
        co_return status.as<TestRun>();
    const QString over = u"> " + QString::number(m_timing.testLimit.count()) + u" s";
    co_return Error{ErrorCode::ImageTestFailed, {tier->name(), test.name, over}, said->text()};
}

/// A test that ends what it runs in is to blame, whatever else comes of it.
Task<Done> ImageTrial::judgeTest(CasePtr tier, RecipeTest test, Result<TestRun> run)
{
    if (run.cancelled())
        co_return run.as<Done>();
    const bool isRed = run.failed() && run.error().code == ErrorCode::ImageTestFailed;
    const Result<Done> well = co_await glanceAt(tier);
    const bool hasEnded = well.failed() && well.error().code == ErrorCode::ImageNeverServed;
    const QString what = hasEnded ? well.error().args.value(2) : QString();
    if (isRed && what != wholeNode)
        co_return run.as<Done>(); // its own status says more than a service that ended meanwhile
    if (hasEnded) {
        const QString words = isRed && !run.error().detail.isEmpty() ? run.error().detail : well.error().detail;
        co_return Error{ErrorCode::ImageTestFailed, {tier->name(), test.name, what, QStringLiteral("ended")}, words};
    }
    co_return well && !run ? run.as<Done>() : well;
}

Task<QList<TestRun>> ImageTrial::runTests(CasePtr tier)
{
    const QList<RecipeTest>& tests = tier->candidate.chain.last().tests;
    const int count = static_cast<int>(tests.size());
    QList<TestRun> runs;
    for (const RecipeTest& test : tests) {
        tier->emit(Progress{Phase::TestingImage, {tier->name(), test.name}, static_cast<int>(runs.size()), count});
        const Result<TestRun> run = co_await runTest(tier, test);
        const Result<Done> judged = co_await judgeTest(tier, test, run);
        if (!judged)
            co_return judged.as<QList<TestRun>>();
        runs.append(*run);
    }
    co_return runs;
}

Task<Tried> ImageTrial::watch(CasePtr tier)
{
    const Result<qint64> served = co_await awaitServing(tier);
    if (!served)
        co_return served.as<Tried>();
    if (tier->wish.ports.isEmpty()) {
        const Result<Done> waited = co_await pause(m_timing.steady, tier->context);
        if (!waited)
            co_return waited.as<Tried>();
    }
    const Result<QList<TestRun>> tests = co_await runTests(tier);
    if (!tests)
        co_return tests.as<Tried>();
    const Result<Done> well = co_await glanceAt(tier);
    if (!well)
        co_return well.as<Tried>();
    co_return Tried{true, *served, *tests};
}

Task<Tried> ImageTrial::tryOut(QString work, TrialCandidate candidate, ImageBuilder::Emit emit, CallContext context)
{
    const auto tier = std::make_shared<Case>(Case{candidate, wishOf(candidate.chain), emit, context, {}});
    tier->places = outsidePorts(tier->wish.ports);
    if (!tier->wish.boots)
        co_return Tried{false, 0, {}};
    emit(Progress{Phase::BootingImage, {tier->name()}, 0, 2});
    const Result<Done> begun = co_await begin(work, context);
    if (!begun)
        co_return begun.as<Tried>();
    const Result<Done> brought = co_await bring(tier);
    if (!brought)
        co_return brought.as<Tried>();
    const Result<Done> booted = co_await boot(tier);
    if (!booted)
        co_return booted.as<Tried>();
    emit(Progress{Phase::BootingImage, {tier->name()}, 1, 2});
    const Result<Tried> tried = co_await watch(tier);
    if (!tried)
        co_return tried; // settle() removes its node
    const Result<Done> removed = co_await m_platform->provision()->destroy(m_lease.key(), trialNode,
                                                                           CallContext::cleanup(m_timing.cleanupLimit));
    if (!removed)
        co_return removed.as<Tried>();
    co_return tried;
}

Task<Done> ImageTrial::settle(bool committed)
{
    if (m_work.isEmpty())
        co_return Done{};
    const CallContext cleanup = CallContext::cleanup(m_timing.cleanupLimit);
    const Result<Done> removed = co_await removeTrial(m_platform, m_mark, committed, cleanup);
    if (!removed)
        co_return removed;
    const Result<Done> released = FleetRegistry(m_work + QStringLiteral("/trial")).release(m_lease);
    QFile::remove(trialMarkOf(m_work));
    m_work.clear();
    co_return released;
}

} // namespace snowmelt
