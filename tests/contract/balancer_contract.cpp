// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/balancer_contract.h"

#include <QCoro/QCoroTask>
#include <QTest>

namespace snowmelt::contract {
namespace {

using QCoro::waitFor;

const QString a1 = QStringLiteral("a1");
const QString b1 = QStringLiteral("b1");
const QString b2 = QStringLiteral("b2");

constexpr int checkedMs = 15000; ///< a check comes within seconds; generous for a busy host

SlotPlacement place(const QString& slot, const Endpoint& where, SlotMode mode = SlotMode::Drain)
{
    return {slot, where.host, where.port, mode};
}

const char* reason(const Result<Done>& result)
{
    static QByteArray text;
    text = result.failed() ? (codeName(result.error().code) + u' ' + result.error().args.join(u' ')).toUtf8() : "";
    return text.constData();
}

/// Counts up the port of one placement, and again when the file had moved meanwhile; returns how often it had.
Task<int> countUp(BalancerDriver* driver, NodeFacts balancer, qsizetype placement, int rounds)
{
    const CallContext patient;
    int moved = 0;
    for (int round = 0; round < rounds;) {
        const Result<BalancerConfig> there = co_await driver->readConfig(balancer, patient);
        if (!there)
            co_return there.as<int>();
        BalancerConfig wanted = there.value();
        ++wanted.backends.first().placements[placement].port;
        const Result<Done> written = co_await driver->writeConfig(balancer, wanted, patient);
        const bool late = written.failed() && written.error().code == ErrorCode::BalancerConfigMoved;
        if (!written && !late)
            co_return written.as<int>();
        ++(late ? moved : round);
    }
    co_return moved;
}

} // namespace

#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const Result<Done> outcome = waitFor(expression);                                                              \
        QVERIFY2(outcome.ok(), reason(outcome));                                                                       \
    } while (false)

void BalancerContract::initTestCase()
{
    m_subject = m_factory();
    QVERIFY(m_subject.driver);
    QCOMPARE(m_subject.alive.size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(waitFor(m_subject.driver->read(m_subject.balancer, {})).ok(), checkedMs);
}

void BalancerContract::cleanupTestCase()
{
    if (m_subject.cleanUp)
        m_subject.cleanUp();
}

QString BalancerContract::group() const
{
    return m_subject.config.backends.first().group;
}

SlotState BalancerContract::slot(const QString& name)
{
    const auto reading = waitFor(m_subject.driver->read(m_subject.balancer, {}));
    const BackendState* backend = reading.ok() ? reading->find(group()) : nullptr;
    const SlotState* state = backend ? backend->find(name) : nullptr;
    return state ? *state : SlotState{};
}

void BalancerContract::readsWhatItWasStartedWith()
{
    const auto reading = waitFor(m_subject.driver->read(m_subject.balancer, {}));
    QVERIFY(reading.ok());
    QVERIFY(!reading->version.isEmpty());
    QVERIFY(reading->pid > 0);
    QCOMPARE(reading->backends.size(), 1);
    QCOMPARE(reading->find(group())->slots_.size(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(slot(a1).checkPassed, checkedMs);
    QCOMPARE(slot(a1).mode, SlotMode::Ready);
    QCOMPARE(slot(a1).up, true);
    QCOMPARE(slot(a1).address, m_subject.alive.at(0).host);
    QCOMPARE(slot(a1).port, m_subject.alive.at(0).port);
    QVERIFY(slot(a1).weight > 0);
    QCOMPARE(slot(b1).mode, SlotMode::Free);
    QVERIFY(slot(b1).address.isEmpty());
    QVERIFY(!slot(b1).checkPassed);
}

void BalancerContract::lacksNothing()
{
    const auto lacking = waitFor(m_subject.driver->lacking(m_subject.balancer, {}));
    QVERIFY(lacking.ok());
    QCOMPARE(lacking.value(), QStringList());
}

QList<OpenSession> BalancerContract::sessions()
{
    const auto open = waitFor(m_subject.driver->sessions(m_subject.balancer, group(), {}));
    return open.ok() ? open.value() : QList<OpenSession>{{QStringLiteral("not answered"), 0, false}};
}

void BalancerContract::tellsWhatIsOpen()
{
    QCOMPARE(sessions(), QList<OpenSession>());
    QCOMPARE(slot(a1).meanMs, -1);
    if (!m_subject.hold)
        QSKIP("no client here holds a request open");
    QVERIFY(m_subject.hold(true));
    QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 1, checkedMs);
    QTRY_VERIFY_WITH_TIMEOUT(sessions().value(0).seconds >= 2, checkedMs);
    QVERIFY(m_subject.hold(false));
    QTRY_COMPARE_WITH_TIMEOUT(sessions().size(), 2, checkedMs);
    const QList<OpenSession> open = sessions();
    QCOMPARE(open.at(0).slot, a1);
    QCOMPARE(open.at(1).slot, a1);
    QVERIFY(open.at(0).webSocket);
    QVERIFY(!open.at(1).webSocket);
    QVERIFY(open.at(0).seconds > open.at(1).seconds);
    QCOMPARE(slot(a1).sessions, 2);
    QVERIFY(slot(a1).meanMs >= 0);
    const auto elsewhere = waitFor(m_subject.driver->sessions(m_subject.balancer, QStringLiteral("api"), {}));
    QVERIFY(elsewhere.ok() && elsewhere->isEmpty());
    m_subject.letGo();
    QTRY_COMPARE_WITH_TIMEOUT(sessions(), QList<OpenSession>(), checkedMs);
}

void BalancerContract::anAdmittedSlotIsCheckedWithoutTraffic()
{
    VERIFY_OK(m_subject.driver->admit(m_subject.balancer, group(), place(b1, m_subject.alive.at(1)), {}));
    const SlotState state = slot(b1);
    QCOMPARE(state.mode, SlotMode::Drain);
    QCOMPARE(state.up, false);
    QCOMPARE(state.address, m_subject.alive.at(1).host);
    QCOMPARE(state.port, m_subject.alive.at(1).port);
    QTRY_VERIFY_WITH_TIMEOUT(slot(b1).checkPassed, checkedMs);
    QCOMPARE(slot(b1).mode, SlotMode::Drain);
    QCOMPARE(slot(b1).requests, 0);
}

void BalancerContract::theSwitchMovesTraffic()
{
    const QList<SlotPlacement> modes{place(b1, {}, SlotMode::Ready), place(a1, {}, SlotMode::Drain)};
    VERIFY_OK(m_subject.driver->setModes(m_subject.balancer, group(), modes, {}));
    QCOMPARE(slot(b1).up, true);
    QCOMPARE(slot(a1).mode, SlotMode::Drain);
    QCOMPARE(slot(a1).up, false);
}

/// a1 has passed checks. Pointed at a dead address it must not look well for a moment, not even when a check of the old
/// address was under way.
void BalancerContract::aReusedSlotIsNotBelievedEarly()
{
    for (int round = 0; round < 3; ++round) {
        VERIFY_OK(m_subject.driver->admit(m_subject.balancer, group(), place(a1, m_subject.alive.at(0)), {}));
        QTRY_VERIFY_WITH_TIMEOUT(slot(a1).checkPassed, checkedMs);
        VERIFY_OK(m_subject.driver->admit(m_subject.balancer, group(), place(a1, m_subject.dead), {}));
        bool believed = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            (believed = believed || slot(a1).checkPassed, slot(a1).checkReason.startsWith(QStringLiteral("L4"))),
            checkedMs);
        QVERIFY(!believed);
    }
}

/// a1 is left at the dead address. The moment it went down is the same one however often it is asked for, but for the
/// second that HAProxy's whole seconds leave open.
void BalancerContract::tellsSinceWhenACheckFails()
{
    const auto down = [&] {
        const auto check = slot(a1).check;
        return check && !check->up;
    };
    QTRY_VERIFY_WITH_TIMEOUT(down(), checkedMs);
    const BalancerCheck check = *slot(a1).check;
    QVERIFY(check.failed);
    QVERIFY2(check.status.startsWith(QStringLiteral("L4")), qPrintable(check.status));
    QVERIFY(!check.description.isEmpty());
    QCOMPARE(check.code, 0);
    const auto first = waitFor(m_subject.driver->read(m_subject.balancer, {}));
    QVERIFY(first->startedAt.isValid() && first->at >= first->startedAt);
    QVERIFY(check.since >= first->startedAt && check.since <= first->at);
    const auto later = [&] { return waitFor(m_subject.driver->read(m_subject.balancer, {}))->at; };
    QTRY_VERIFY_WITH_TIMEOUT(later() >= first->at.addSecs(3), checkedMs);
    QVERIFY(qAbs(slot(a1).check->since.secsTo(check.since)) <= 1);
    QVERIFY(slot(b1).check && slot(b1).check->up && !slot(b1).check->failed);
    QVERIFY(!slot(b2).check); // never used, in maint
}

void BalancerContract::nothingIsTakenAwayForAGreenThatIsNotUp()
{
    // a1 is dead by now: wait until the balancer knows.
    QTRY_VERIFY_WITH_TIMEOUT(
        !waitFor(m_subject.driver->setMode(m_subject.balancer, group(), a1, SlotMode::Ready, {})).ok(), checkedMs);
    const QList<SlotPlacement> modes{place(a1, {}, SlotMode::Ready), place(b1, {}, SlotMode::Drain)};
    const auto outcome = waitFor(m_subject.driver->setModes(m_subject.balancer, group(), modes, {}));
    QVERIFY(outcome.failed());
    QCOMPARE(outcome.error().code, ErrorCode::BalancerRefused);
    QCOMPARE(outcome.error().args.value(0), m_subject.balancer.name);
    QCOMPARE(slot(b1).up, true);
}

void BalancerContract::anUnknownSlotIsRefused()
{
    const auto outcome =
        waitFor(m_subject.driver->setMode(m_subject.balancer, group(), QStringLiteral("z9"), SlotMode::Drain, {}));
    QVERIFY(outcome.failed());
    QCOMPARE(outcome.error().code, ErrorCode::BalancerRefused);
    QVERIFY(!outcome.error().args.value(2).isEmpty());
}

void BalancerContract::aFreedSlotPointsNowhere()
{
    VERIFY_OK(m_subject.driver->setMode(m_subject.balancer, group(), a1, SlotMode::Free, {}));
    QCOMPARE(slot(a1).mode, SlotMode::Free);
    QVERIFY(slot(a1).address.isEmpty());
    QVERIFY(!slot(a1).up);
}

void BalancerContract::aWrittenConfigLeavesTheRuntimeAlone()
{
    m_written = m_subject.config;
    m_written.backends.first().placements = {place(a1, m_subject.alive.at(0), SlotMode::Drain),
                                             place(b1, m_subject.alive.at(1), SlotMode::Ready),
                                             place(b2, m_subject.dead, SlotMode::Maint)};
    const auto before = waitFor(m_subject.driver->read(m_subject.balancer, {}));
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, m_written, {}));
    QCOMPARE(waitFor(m_subject.driver->readConfig(m_subject.balancer, {})).value(), m_written);
    QCOMPARE(waitFor(m_subject.driver->read(m_subject.balancer, {}))->pid, before->pid);
    QCOMPARE(slot(a1).mode, SlotMode::Free);
}

void BalancerContract::aReloadServesWhatTheConfigSays()
{
    m_subject.reload();
    QTRY_COMPARE_WITH_TIMEOUT(slot(b1).checkPassed, true, checkedMs);
    QCOMPARE(slot(b1).up, true);
    QCOMPARE(slot(a1).mode, SlotMode::Drain);
    QCOMPARE(slot(a1).up, false);
    QCOMPARE(slot(a1).address, m_subject.alive.at(0).host);
    QCOMPARE(slot(b2).mode, SlotMode::Maint);
    QTRY_VERIFY_WITH_TIMEOUT(slot(a1).checkPassed, checkedMs);
    // A slot that the file says is drained can take traffic again.
    VERIFY_OK(m_subject.driver->setMode(m_subject.balancer, group(), a1, SlotMode::Ready, {}));
    QCOMPARE(slot(a1).up, true);
}

void BalancerContract::aRejectedConfigLeavesTheFileAlone()
{
    BalancerConfig bad = m_written;
    bad.backends.first().placements.first().port = 99999;
    const auto outcome = waitFor(m_subject.driver->writeConfig(m_subject.balancer, bad, {}));
    QVERIFY(outcome.failed());
    QCOMPARE(outcome.error().code, ErrorCode::BalancerConfigRejected);
    QCOMPARE(outcome.error().args, QStringList{m_subject.balancer.name});
    QVERIFY(!outcome.error().detail.isEmpty());
    QCOMPARE(waitFor(m_subject.driver->readConfig(m_subject.balancer, {})).value(), m_written);
}

void BalancerContract::aConfigThatMovedIsNotReplaced()
{
    const auto mine = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QVERIFY(mine.ok());
    QVERIFY(!mine->revision.isEmpty());
    BalancerConfig theirs = mine.value();
    theirs.backends.first().placements = {place(b1, m_subject.alive.at(1), SlotMode::Ready)};
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, theirs, {}));
    BalancerConfig late = mine.value();
    late.backends.first().placements = {place(b2, m_subject.dead, SlotMode::Maint)};
    const auto refused = waitFor(m_subject.driver->writeConfig(m_subject.balancer, late, {}));
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, ErrorCode::BalancerConfigMoved);
    QCOMPARE(refused.error().args, QStringList{m_subject.balancer.name});
    const auto there = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QCOMPARE(there.value(), theirs);
    QVERIFY(there->revision != mine->revision);
    // Asked again because its answer was lost: what is there is what it wants.
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, theirs, {}));
    // Without a revision whatever is there is replaced.
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, m_written, {}));
}

/// Two deployments count up the ports of their own slots, both at once: each sees all its own writes.
void BalancerContract::twoWritersLoseNothing()
{
    constexpr int rounds = 10;
    m_written.backends.first().placements = {place(b1, {m_subject.dead.host, 1000}, SlotMode::Maint),
                                             place(b2, {m_subject.dead.host, 2000}, SlotMode::Maint)};
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, m_written, {}));
    auto one = countUp(m_subject.driver.get(), m_subject.balancer, 0, rounds);
    auto other = countUp(m_subject.driver.get(), m_subject.balancer, 1, rounds);
    const Result<int> oneMoved = waitFor(std::move(one));
    const Result<int> otherMoved = waitFor(std::move(other));
    QVERIFY(oneMoved.ok() && otherMoved.ok());
    QVERIFY(oneMoved.value() + otherMoved.value() > 0); // they did meet
    const auto there = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QCOMPARE(there->backends.first().placements.at(0).port, 1000 + rounds);
    QCOMPARE(there->backends.first().placements.at(1).port, 2000 + rounds);
}

/// A longer timeout, a header and a limit of a slot, and a timeout of Snowmelt's that was taken out.
void BalancerContract::whatAHandWroteIsToldAndStays()
{
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, m_written, {}));
    const auto own = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QVERIFY(own.ok());
    QCOMPARE(own->edits, QList<ConfigEdit>());
    QByteArray text = own->text;
    text.replace("timeout server 5m", "timeout server 7m").replace("    timeout tunnel 1h\n", "");
    text.replace("\n    server b1 ", "\n    http-response set-header X-Hand yes # mine\n    server b1 ");
    text.replace(":1000 disabled\n", ":1000 disabled maxconn 40\n");
    QVERIFY(m_subject.putConfig(text));
    const auto edited = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QVERIFY(edited.ok());
    QStringList told;
    for (const ConfigEdit& edit : edited->edits) {
        const QByteArray line = edit.line > 0 ? text.split('\n').at(edit.line - 1).trimmed() : QByteArray("gone");
        told << QString(edit.text + u'|' + QString::fromUtf8(line));
    }
    const QString header = QStringLiteral("http-response set-header X-Hand yes # mine");
    const QString limit = QStringLiteral("server b1 %1:1000 disabled maxconn 40").arg(m_subject.dead.host);
    QCOMPARE(told, (QStringList{QStringLiteral("timeout server 7m|timeout server 7m"), header + u'|' + header,
                                limit + u'|' + limit, QStringLiteral("timeout tunnel 1h|gone")}));
    BalancerConfig wanted = edited.value();
    wanted.backends.first().placements = {place(a1, m_subject.alive.at(0), SlotMode::Ready),
                                          place(b1, m_subject.alive.at(1), SlotMode::Drain)};
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, wanted, {}));
    const auto there = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QVERIFY(there.ok());
    QCOMPARE(there.value(), wanted);
    QVERIFY(there->text.contains("timeout server 7m\n") && !there->text.contains("timeout tunnel"));
    QVERIFY(there->text.contains(header.toUtf8()));
    QVERIFY2(there->text.contains(" weight 0 maxconn 40\n"), there->text.constData());
}

void BalancerContract::aHandThatCameFirstIsNotOverwritten()
{
    const auto read = waitFor(m_subject.driver->readConfig(m_subject.balancer, {}));
    QVERIFY(read.ok());
    QByteArray text = read->text;
    text.replace("timeout queue 10s", "timeout queue 11s");
    QVERIFY(m_subject.putConfig(text));
    BalancerConfig late = read.value();
    late.backends.first().placements = {place(b2, m_subject.dead, SlotMode::Maint)};
    const auto refused = waitFor(m_subject.driver->writeConfig(m_subject.balancer, late, {}));
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, ErrorCode::BalancerConfigMoved);
    QCOMPARE(waitFor(m_subject.driver->readConfig(m_subject.balancer, {}))->text, text);
    VERIFY_OK(m_subject.driver->writeConfig(m_subject.balancer, m_written, {})); // whole again
}

void BalancerContract::theSocketIsGone()
{
    m_subject.hideSocket(true);
    const auto reading = waitFor(m_subject.driver->read(m_subject.balancer, {}));
    QVERIFY(reading.failed());
    QCOMPARE(reading.error().code, ErrorCode::BalancerSocketGone);
    QCOMPARE(reading.error().args, QStringList{m_subject.balancer.name});
    const auto open = waitFor(m_subject.driver->sessions(m_subject.balancer, group(), {}));
    QVERIFY(open.failed());
    QCOMPARE(open.error().code, ErrorCode::BalancerSocketGone);
    m_subject.hideSocket(false);
    QVERIFY(waitFor(m_subject.driver->read(m_subject.balancer, {})).ok());
}

void BalancerContract::aCancelledCallDoesNothing()
{
    CancelSource source;
    source.cancel();
    CallContext context;
    context.cancel = source.token();
    const SlotState before = slot(b1);
    QVERIFY(waitFor(m_subject.driver->setMode(m_subject.balancer, group(), b1, SlotMode::Drain, context)).cancelled());
    QCOMPARE(slot(b1).mode, before.mode);
}

} // namespace snowmelt::contract
