// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_answers.h"
#include "backend/balancer/haproxy/haproxy_commands.h"
#include "backend/balancer/haproxy/haproxy_reading.h"
#include "backend/balancer/serving_slots.h"
#include "tests/contract/balancer_contract.h"
#include "tests/support/free_port.h"
#include "tests/support/held_clients.h"
#include "tests/support/real_haproxy.h"
#include "tests/support/strict_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;
using QCoro::waitFor;

namespace {

const QString web = QStringLiteral("web");
const QString a1 = QStringLiteral("a1");
const QString b1 = QStringLiteral("b1");
constexpr int patienceMs = 15000;

SlotPlacement at(const QString& slot, int port, SlotMode mode = SlotMode::Drain)
{
    return {slot, QStringLiteral("127.0.0.1"), port, mode};
}

/// The suite of every driver, on a real HAProxy.
contract::BalancerSubject realSubject()
{
    auto real = std::make_shared<RealHaproxy>();
    contract::BalancerSubject subject;
    subject.driver = real->driver;
    subject.balancer = real->balancer;
    subject.config = real->config;
    subject.alive = {{QStringLiteral("127.0.0.1"), real->blue.port()},
                     {QStringLiteral("127.0.0.1"), real->green.port()}};
    subject.dead = {QStringLiteral("127.0.0.1"), freePort()};
    subject.reload = [real] { real->reload(); };
    subject.hideSocket = [real](bool gone) { real->hideSocket(gone); };
    subject.putConfig = [real](const QByteArray& text) {
        const auto put = waitFor(real->exec.exec(real->balancer, haproxy::writeRequest(real->paths(), text, {}), {}));
        return put.ok() && put->exitStatus == 0;
    };
    auto clients = std::make_shared<HeldClients>(real->config.listen);
    subject.hold = [clients](bool webSocket) { return webSocket ? clients->upgrade() : clients->hold(); };
    subject.letGo = [clients, real] {
        clients->letGo();
        real->blue.release(); // a client that is gone does not end its request: HAProxy waits for the answer
    };
    subject.cleanUp = [real] { real->stop(); };
    return subject;
}

} // namespace

class TestHaproxyReal : public QObject
{
    Q_OBJECT

private:
    static SlotState slot(RealHaproxy& real, const QString& name)
    {
        const auto reading = waitFor(real.driver->read(real.balancer, {}));
        const BackendState* backend = reading.ok() ? reading->find(web) : nullptr;
        const SlotState* state = backend ? backend->find(name) : nullptr;
        return state ? *state : SlotState{};
    }
    static bool inFlight(RealHaproxy& real, const QString& name)
    {
        const auto answer =
            waitFor(real.exec.exec(real.balancer, haproxy::request(real.paths(), {"show servers state"}), {}));
        return answer.ok() && checkInFlight(splitAnswers(answer->out).value(0), web, name);
    }

private Q_SLOTS:
    /// There and back under clients that never retry.
    void switchesLoseNothing()
    {
        RealHaproxy real;
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, a1).checkPassed, patienceMs);
        QVERIFY(waitFor(real.driver->admit(real.balancer, web, at(b1, real.green.port()), {})).ok());
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, b1).checkPassed, patienceMs);
        StrictClient fresh(real.config.listen, false);
        StrictClient kept(real.config.listen, true);
        fresh.start();
        kept.start();
        int rounds = 0;
        for (; rounds < 10 || fresh.answered() < 500 || kept.answered() < 1000; ++rounds) {
            const QString to = rounds % 2 == 0 ? b1 : a1;
            const QString from = rounds % 2 == 0 ? a1 : b1;
            const QList<SlotPlacement> modes{{to, {}, 0, SlotMode::Ready}, {from, {}, 0, SlotMode::Drain}};
            QVERIFY(waitFor(real.driver->setModes(real.balancer, web, modes, {})).ok());
            QTRY_COMPARE_WITH_TIMEOUT(slot(real, from).sessions, 0, patienceMs);
            const int before = rounds % 2 == 0 ? real.blue.requests() : real.green.requests();
            const int all = fresh.answered() + kept.answered();
            QTRY_VERIFY_WITH_TIMEOUT(fresh.answered() + kept.answered() > all + 50, patienceMs);
            QCOMPARE(rounds % 2 == 0 ? real.blue.requests() : real.green.requests(), before); // drained means drained
        }
        fresh.stop();
        kept.stop();
        qInfo("%d switches, %d fresh and %d keep-alive requests", rounds, fresh.answered(), kept.answered());
        QCOMPARE(fresh.failed() + kept.failed(), 0);
        QCOMPARE(slot(real, a1).failed + slot(real, b1).failed, 0);
    }

    /// A check that began before the slot got its new address must not vouch for it.
    void aCheckInFlightDoesNotVouchForTheNextAddress()
    {
        RealHaproxy real;
        SmallWeb slow("slow", 700);
        QTRY_VERIFY_WITH_TIMEOUT(real.workerPid() > 0, patienceMs);
        for (int round = 0; round < 3; ++round) {
            QVERIFY(waitFor(real.driver->admit(real.balancer, web, at(b1, slow.port()), {})).ok());
            QTRY_VERIFY_WITH_TIMEOUT(slot(real, b1).checkPassed, patienceMs);
            QTRY_VERIFY_WITH_TIMEOUT(inFlight(real, b1), patienceMs);
            QVERIFY(waitFor(real.driver->admit(real.balancer, web, at(b1, freePort()), {})).ok());
            bool believed = false;
            QTRY_VERIFY_WITH_TIMEOUT((believed = believed || slot(real, b1).checkPassed,
                                      slot(real, b1).checkReason.startsWith(QStringLiteral("L4CON"))),
                                     patienceMs);
            QVERIFY(!believed);
        }
    }

    /// HAProxy itself judges what is rendered: several groups, every mode, a path that needs quoting.
    void anOddTruthIsStillAConfiguration()
    {
        RealHaproxy real;
        BalancerConfig odd = real.config;
        odd.backends.first().healthPath = QStringLiteral("/he alth#z?a=\"b\"&c='d'\\e$f");
        odd.backends << BackendPlacement{QStringLiteral("api"),
                                         QStringLiteral("/healthz"),
                                         3,
                                         {at(a1, 8081, SlotMode::Drain), at(b1, 8082, SlotMode::Maint)}};
        const auto written = waitFor(real.driver->writeConfig(real.balancer, odd, {}));
        QVERIFY2(written.ok(), written.failed() ? qPrintable(written.error().detail) : "");
        QCOMPARE(waitFor(real.driver->readConfig(real.balancer, {})).value(), odd);
    }

    /// A client that keeps its connection for a next request holds up no drain.
    void anIdleConnectionIsNoSession()
    {
        RealHaproxy real;
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, a1).checkPassed, patienceMs);
        HeldClients clients(real.config.listen);
        QVERIFY(clients.idle());
        QVERIFY(clients.hold());
        QTRY_COMPARE_WITH_TIMEOUT(slot(real, a1).sessions, 1, patienceMs);
        const auto open = waitFor(real.driver->sessions(real.balancer, web, {}));
        QVERIFY(open.ok());
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().slot, a1);
        QVERIFY(!open->first().webSocket);
    }

    /// The oldest hundred are asked whether they were upgraded; the rest are still told.
    void manySessionsAreAllTold()
    {
        RealHaproxy real;
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, a1).checkPassed, patienceMs);
        HeldClients clients(real.config.listen);
        QVERIFY(clients.upgrade());
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(real.driver->sessions(real.balancer, web, {}))->value(0).seconds >= 2,
                                 patienceMs);
        for (int n = 0; n < 150; ++n)
            QVERIFY(clients.hold());
        QTRY_COMPARE_WITH_TIMEOUT(slot(real, a1).sessions, 151, patienceMs);
        const auto open = waitFor(real.driver->sessions(real.balancer, web, {}));
        QVERIFY(open.ok());
        QCOMPARE(open->size(), 151);
        QVERIFY(open->first().webSocket);
        QCOMPARE(std::count_if(open->begin(), open->end(), [](const OpenSession& it) { return it.webSocket; }), 1);
    }

    /// The mean is of answers: neither the hours of a WebSocket nor a request that is still open count.
    void theMeanIsTheTimeToAnAnswer()
    {
        RealHaproxy real;
        SmallWeb slow("slow", 700);
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, a1).checkPassed, patienceMs);
        QVERIFY(waitFor(real.driver->admit(real.balancer, web, at(b1, slow.port()), {})).ok());
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, b1).checkPassed, patienceMs);
        const QList<SlotPlacement> modes{{b1, {}, 0, SlotMode::Ready}, {a1, {}, 0, SlotMode::Drain}};
        QVERIFY(waitFor(real.driver->setModes(real.balancer, web, modes, {})).ok());
        HeldClients clients(real.config.listen);
        QVERIFY(clients.hold());
        QTRY_COMPARE_WITH_TIMEOUT(slot(real, b1).sessions, 1, patienceMs);
        QCOMPARE(slot(real, b1).meanMs, -1);
        QElapsedTimer asked;
        asked.start();
        QVERIFY(clients.ask("/healthz"));
        const qint64 answeredMs = asked.elapsed() + 20; // HAProxy's clock moves on once a wake-up, in whole ms
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, b1).meanMs >= 700, patienceMs);
        QVERIFY(slot(real, b1).meanMs <= answeredMs);
        QCOMPARE(slot(real, a1).meanMs, -1);
    }

    /// The lock goes with the process that has it: nobody has to clean up after one that was killed.
    void aWriterWaitsForTheLockOfALivingOne()
    {
        RealHaproxy real;
        QProcess holder;
        holder.start(QStringLiteral("flock"),
                     {QStringLiteral("-o"), QString::fromUtf8(real.paths().pidFile) + QStringLiteral(".lock"),
                      QStringLiteral("-c"), QStringLiteral("echo held; exec cat")});
        QVERIFY(holder.waitForReadyRead(patienceMs));
        bool held = true;
        QTimer::singleShot(500, &holder, [&] {
            held = false;
            holder.kill();
        });
        const auto written = waitFor(real.driver->writeConfig(real.balancer, real.config, {}));
        QVERIFY(!held);
        QTRY_COMPARE_WITH_TIMEOUT(holder.state(), QProcess::NotRunning, patienceMs);
        QVERIFY2(written.ok(), written.failed() ? qPrintable(codeName(written.error().code)) : "");
    }

    /// A socket that may only look: HAProxy itself says what it would not take.
    void aSocketWithoutAdminIsNoticed()
    {
        RealHaproxy real(QByteArrayLiteral("user"));
        QTRY_VERIFY_WITH_TIMEOUT(real.workerPid() > 0, patienceMs);
        const auto lacking = waitFor(real.driver->lacking(real.balancer, {}));
        QVERIFY(lacking.ok());
        QCOMPARE(lacking.value(), (QStringList{QStringLiteral("set server"), QStringLiteral("show sess")}));
    }

    /// Each kind of a slot's state is saved, and everything is changed since: what a reload makes of the file is what
    /// was read of it. The driver's next write takes it out of the configuration, and a reload serves that again.
    void aStateFileOutweighsTheConfig()
    {
        RealHaproxy real;
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, a1).checkPassed, patienceMs);
        const auto own = waitFor(real.driver->readConfig(real.balancer, {}));
        QVERIFY(own.ok());
        QCOMPARE(real.driver->stateFile(own.value(), web), QString());
        const QString path = real.folder.filePath(QStringLiteral("state"));
        QByteArray text = own->text;
        text.replace("    master-worker\n",
                     QByteArray("    master-worker\n    server-state-file " + path.toUtf8() + "\n"));
        text.replace("    mode http\n", "    mode http\n    load-server-state-from-file global\n");
        QVERIFY(waitFor(real.exec.exec(real.balancer, haproxy::writeRequest(real.paths(), text, {}), {})).ok());
        const auto named = waitFor(real.driver->readConfig(real.balancer, {}));
        QVERIFY(named.ok());
        QCOMPARE(named->edits, QList<ConfigEdit>());
        QCOMPARE(real.driver->stateFile(named.value(), web), path);
        QVERIFY(!waitFor(real.driver->readStateFile(real.balancer, path, web, {})).value()); // named, and not there yet
        QVERIFY(waitFor(real.driver->admit(real.balancer, web, at(b1, real.green.port()), {})).ok());
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, b1).checkPassed, patienceMs);
        const QString b2 = QStringLiteral("b2");
        QVERIFY(waitFor(real.driver->admit(real.balancer, web, at(b2, real.green.port()), {})).ok()); // stays drained
        const QList<SlotPlacement> modes{{b1, {}, 0, SlotMode::Ready}, {a1, {}, 0, SlotMode::Maint}};
        QVERIFY(waitFor(real.driver->setModes(real.balancer, web, modes, {})).ok());
        const auto answer =
            waitFor(real.exec.exec(real.balancer, haproxy::request(real.paths(), {"show servers state"}), {}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(splitAnswers(answer->out).value(0)) > 0);
        file.close();
        const auto saved = waitFor(real.driver->readStateFile(real.balancer, path, web, {}));
        QVERIFY(saved.ok() && saved.value());
        const ServingSlots green{{b1, QStringLiteral("127.0.0.1:%1").arg(real.green.port())}};
        const ServingSlots blue{{a1, QStringLiteral("127.0.0.1:%1").arg(real.blue.port())}};
        QCOMPARE(**saved, green);
        const QList<SlotPlacement> back{{a1, {}, 0, SlotMode::Ready}, {b1, {}, 0, SlotMode::Drain}};
        QVERIFY(waitFor(real.driver->setModes(real.balancer, web, back, {})).ok());
        real.reload();
        QCOMPARE(servingSlots(*waitFor(real.driver->read(real.balancer, {}))->find(web)), **saved);
        QVERIFY(waitFor(real.driver->writeConfig(real.balancer, named.value(), {})).ok());
        const auto free = waitFor(real.driver->readConfig(real.balancer, {}));
        QCOMPARE(real.driver->stateFile(free.value(), web), QString());
        real.reload();
        QCOMPARE(servingSlots(*waitFor(real.driver->read(real.balancer, {}))->find(web)), blue);
    }

    /// By hand at runtime: the next reading says so, and the configuration does not agree any more.
    void aHandAtTheRuntimeSocketIsSeen()
    {
        RealHaproxy real;
        QTRY_VERIFY_WITH_TIMEOUT(slot(real, a1).checkPassed, patienceMs);
        const auto config = waitFor(real.driver->readConfig(real.balancer, {}));
        const auto truth = [&] {
            return balancerTruth(config.value(), waitFor(real.driver->read(real.balancer, {})).value(), web);
        };
        QCOMPARE(truth().runtime, truth().config);
        for (const QByteArray& word : {QByteArray("state maint"), QByteArray("state drain"), QByteArray("weight 0")}) {
            const auto said = waitFor(
                real.exec.exec(real.balancer, haproxy::request(real.paths(), {"set server web/a1 " + word}), {}));
            QVERIFY(said.ok());
            QVERIFY2(truth().runtime.isEmpty() && truth().config.size() == 1, word.constData());
            QVERIFY(waitFor(real.driver->setMode(real.balancer, web, a1, SlotMode::Ready, {})).ok());
        }
    }

    void aDeadWorkerIsAGoneSocket()
    {
        RealHaproxy real;
        QTRY_VERIFY_WITH_TIMEOUT(real.workerPid() > 0, patienceMs);
        real.stop();
        const auto reading = waitFor(real.driver->read(real.balancer, {}));
        QCOMPARE(reading.error().code, ErrorCode::BalancerSocketGone);
        QVERIFY(!reading.error().detail.isEmpty());
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    contract::BalancerContract suite(realSubject);
    TestHaproxyReal more;
    return QTest::qExec(&suite, argc, argv) + QTest::qExec(&more, argc, argv);
}

#include "tst_haproxy_real.moc"
