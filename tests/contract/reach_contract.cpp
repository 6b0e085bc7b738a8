// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/reach_contract.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace snowmelt::contract {
namespace {

using namespace std::chrono_literals;
using QCoro::waitFor;

/// docs/ARCHITECTURE.md promises 500 ms. A machine that is busy with other tests gets ten times that; without the
/// cancel it were minutes.
constexpr auto acknowledgeMs = 5'000;

CallContext cancelledContext()
{
    CancelSource source;
    source.cancel();
    CallContext context;
    context.cancel = source.token();
    return context;
}

/// A dead node's exec is one of these; which one depends on how the platform reaches it.
bool saysUnreachable(ErrorCode code)
{
    return code == ErrorCode::SshUnreachable || code == ErrorCode::SshBroken || code == ErrorCode::SshSilent ||
           code == ErrorCode::NodeNotRunning;
}

} // namespace

ReachSubject reachSubjectOf(const PlatformSubject& subject)
{
    Provision* provision = subject.platform->provision();
    const QString name = subject.node(1).name;
    const bool made =
        waitFor(subject.platform->open({})).ok() &&
        waitFor(provision->ensureNetwork(subject.fleet, subject.network, {})).ok() &&
        waitFor(subject.platform->imageImport()->importImage(subject.layout, subject.image, subject.digest, {})).ok() &&
        waitFor(provision->create(subject.fleet, subject.node(1), {})).ok();
    if (!made)
        qFatal("no node could be made");
    ReachSubject reach{subject.platform, subject.fleet, name, {}, subject.bootLimit, {}};
    reach.setRunning = [subject, name](bool running) {
        Provision* host = subject.platform->provision();
        return running ? waitFor(host->start(subject.fleet, name, {})).ok()
                       : waitFor(host->stop(subject.fleet, name, 5s, {})).ok();
    };
    reach.cleanUp = [subject, name] {
        Provision* host = subject.platform->provision();
        const bool gone = waitFor(host->destroy(subject.fleet, name, {})).ok() &&
                          waitFor(host->removeNetwork(subject.fleet, {})).ok();
        if (!gone)
            qWarning("the node is still there");
        if (subject.cleanUp)
            subject.cleanUp();
    };
    return reach;
}

void ReachContract::initTestCase()
{
    m_subject = m_factory();
    QVERIFY(m_subject.platform);
    QVERIFY(m_subject.platform->observe());
    QVERIFY(m_subject.platform->exec());
}

void ReachContract::cleanupTestCase()
{
    if (m_subject.cleanUp)
        m_subject.cleanUp();
    m_subject = {};
}

QList<NodeFacts> ReachContract::nodes()
{
    const auto listed = waitFor(m_subject.platform->observe()->list(m_subject.fleet, {}));
    return listed.ok() ? listed.value() : QList<NodeFacts>();
}

NodeFacts ReachContract::facts()
{
    for (const NodeFacts& node : nodes())
        if (node.name == m_subject.node)
            return node;
    return {};
}

Result<ExecResult> ReachContract::exec(const QByteArray& script, const CallContext& context)
{
    return waitFor(m_subject.platform->exec()->exec(facts(), {script, {}}, context));
}

void ReachContract::openingTwiceIsFine()
{
    QVERIFY(waitFor(m_subject.platform->open({})).ok());
    QVERIFY(waitFor(m_subject.platform->open({})).ok());
}

void ReachContract::anotherFleetIsEmpty()
{
    const FleetKey other{QStringLiteral("no-such-fleet"), QStringLiteral("none")};
    const auto listed = waitFor(m_subject.platform->observe()->list(other, {}));
    QVERIFY(listed.ok());
    QVERIFY(listed->isEmpty());
}

void ReachContract::nodesAreListedInOrder()
{
    const QList<NodeFacts> listed = nodes();
    QVERIFY(std::ranges::is_sorted(listed, {}, &NodeFacts::name));
    for (const NodeFacts& node : listed) {
        QVERIFY(!node.name.isEmpty());
        QVERIFY(!node.group.isEmpty());
        QVERIFY(node.fleet == m_subject.fleet);
        QVERIFY(node.lifecycle != Lifecycle::Absent);
    }
    QCOMPARE(facts().lifecycle, Lifecycle::Running);
    QVERIFY(!facts().unseen);
}

void ReachContract::aCancelledListIsCancelled()
{
    if (m_subject.platform->provision())
        QSKIP("who makes nodes knows them without waiting");
    QVERIFY(waitFor(m_subject.platform->observe()->list(m_subject.fleet, cancelledContext())).cancelled());
}

void ReachContract::aScriptRuns()
{
    const int limitMs = static_cast<int>(std::chrono::milliseconds(m_subject.bootLimit).count());
    QTRY_VERIFY_WITH_TIMEOUT(exec(speakScript).ok(), limitMs);
    const auto result = exec(speakScript);
    QVERIFY(result.ok());
    QCOMPARE(result->out, QByteArray("hello"));
    QCOMPARE(result->err, QByteArray("oops"));
    QCOMPARE(result->exitStatus, 7);
    QVERIFY(!result->truncated);
}

void ReachContract::largeOutputIsCutAtItsLimit()
{
    if (m_subject.platform->kind() == u"simulation")
        QSKIP("the simulation has no shell");
    constexpr qint64 limit = 1'000'000;
    const ExecRequest request{"while :; do printf '%0100d\\n' 7; done\n", {}, limit};
    const auto result = waitFor(m_subject.platform->exec()->exec(facts(), request, CallContext().within(60s)));
    QVERIFY2(result.ok(), result.failed() ? qPrintable(codeName(result.error().code)) : "cancelled");
    QVERIFY(result->truncated);
    QVERIFY(result->out.size() >= limit);
    QVERIFY(result->out.size() < 2 * limit);
}

void ReachContract::aCancelIsAcknowledged()
{
    const NodeFacts node = facts();
    CancelSource source;
    CallContext context;
    context.cancel = source.token();
    QElapsedTimer sinceCancel;
    QTimer::singleShot(200, m_subject.platform.get(), [&] {
        sinceCancel.start();
        source.cancel();
    });
    QVERIFY(waitFor(m_subject.platform->exec()->exec(node, {hangScript, {}}, context)).cancelled());
    QVERIFY(sinceCancel.isValid());
    QVERIFY2(sinceCancel.elapsed() < acknowledgeMs, qPrintable(QString::number(sinceCancel.elapsed())));
}

void ReachContract::aDeadlineIsKept()
{
    const NodeFacts node = facts();
    QElapsedTimer timer;
    timer.start();
    const auto result = waitFor(m_subject.platform->exec()->exec(node, {hangScript, {}}, CallContext().within(300ms)));
    QVERIFY(result.failed());
    QCOMPARE(result.error().code, ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() >= 200); // a coarse timer may be early by a twentieth
    QVERIFY2(timer.elapsed() < 300 + acknowledgeMs, qPrintable(QString::number(timer.elapsed())));
}

void ReachContract::scriptsRunAtTheSameTime()
{
    const NodeFacts node = facts();
    std::vector<Task<ExecResult>> running;
    for (int i = 0; i < 12; ++i)
        running.push_back(m_subject.platform->exec()->exec(node, {speakScript, {}}, {}));
    for (Task<ExecResult>& one : running)
        QCOMPARE(waitFor(std::move(one))->out, QByteArray("hello"));
}

void ReachContract::aStoppedNodeIsSeen()
{
    const NodeFacts before = facts();
    QVERIFY(m_subject.setRunning(false));
    const int limitMs = static_cast<int>(std::chrono::milliseconds(m_subject.bootLimit).count());
    QTRY_COMPARE_WITH_TIMEOUT(facts().lifecycle, Lifecycle::Stopped, limitMs);
    const NodeFacts after = facts();
    QCOMPARE(after.name, before.name);
    QCOMPARE(after.group, before.group);
    QCOMPARE(after.role, before.role);
}

void ReachContract::aStoppedNodeRunsNoScript()
{
    const auto result = exec(speakScript, CallContext().within(30s));
    QVERIFY(result.failed());
    QVERIFY2(saysUnreachable(result.error().code), qPrintable(codeName(result.error().code)));
    QCOMPARE(result.error().args.value(0), m_subject.node);
}

void ReachContract::aStartedNodeAnswersAgain()
{
    QVERIFY(m_subject.setRunning(true));
    const int limitMs = static_cast<int>(std::chrono::milliseconds(m_subject.bootLimit).count());
    QTRY_COMPARE_WITH_TIMEOUT(facts().lifecycle, Lifecycle::Running, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(exec(speakScript).ok(), limitMs);
}

} // namespace snowmelt::contract
