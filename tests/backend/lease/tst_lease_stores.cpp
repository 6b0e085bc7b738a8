// SPDX-License-Identifier: GPL-3.0-or-later
// What two machines may rely on, with real files under a real shell and with what stands for them on the simulation.
#include "backend/lease/lease_scripts.h"
#include "tests/backend/lease/both_worlds.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString api = QStringLiteral("api");

/// Answers every question of this holder with what `judge` says, until it is stopped.
class Answerer
{
public:
    using Judge = std::function<std::optional<Error>(const LeaseRequest&)>;
    Answerer(std::shared_ptr<LeaseStore> store, QString token, Judge judge)
        : m_store(std::move(store)), m_token(std::move(token)), m_judge(std::move(judge)), m_loop(run())
    {
    }
    ~Answerer()
    {
        m_stop.cancel();
        QCoro::waitFor(std::move(m_loop));
    }

private:
    QCoro::Task<> run()
    {
        const CallContext context{m_stop.token(), QDeadlineTimer(QDeadlineTimer::Forever)};
        while (!m_stop.token().isCancelled()) {
            Task<LeaseView> waiting = m_store->awaitAsk(m_token, 5s, context);
            const Result<LeaseView> view = co_await waiting;
            if (!view)
                continue;
            for (const LeaseAsk& ask : view->asks) {
                Task<Done> answer =
                    m_store->answer(m_token, ask.id, replyText(m_judge(*parseRequest(ask.text))), soon());
                (void)co_await answer;
            }
        }
    }

    std::shared_ptr<LeaseStore> m_store;
    QString m_token;
    Judge m_judge;
    CancelSource m_stop;
    QCoro::Task<> m_loop;
};

} // namespace

class TestLeaseStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takenRenewedAndGivenBack_data() { bothWorlds(); }
    void takenRenewedAndGivenBack()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const auto two = world.machine();
        QVERIFY(wait(two->read(soon()))->leases.isEmpty());
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        QVERIFY2(held.ok(), qPrintable(told(held)));
        QCOMPARE(held->since.secsTo(held->until), LeaseTiming().life.count());
        QVERIFY(qAbs(held->since.secsTo(QDateTime::currentDateTimeUtc())) < 60); // this machine is the host here
        const LeaseReading seen = *wait(two->read(soon()));
        QCOMPARE(seen.leases, (QList<LeaseSeen>{{web, mina(), held->since, held->until, false}}));
        QCOMPARE(one->known()->leases, seen.leases); // without a question
        const auto renewed = [&] {
            return wait(one->renew(held->token, soon())).ok() &&
                   wait(two->read(soon()))->leases.first().until > held->until;
        };
        QTRY_VERIFY(renewed()); // a millisecond later at the latest
        QCOMPARE(told(wait(one->release(held->token, WorkLeft::Done, soon()))), QStringLiteral("done"));
        QVERIFY(wait(two->read(soon()))->leases.isEmpty());
        QCOMPARE(world.remains(), QStringList());
    }

    void theSecondIsRefusedUnlessItIsAnotherGroup_data() { bothWorlds(); }
    void theSecondIsRefusedUnlessItIsAnotherGroup()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const Result<HeldLease> held = wait(world.machine()->take(web, mina(), {}, soon()));
        const auto two = world.machine();
        const Result<HeldLease> refused = wait(two->take(web, jun(), {}, soon()));
        QVERIFY(refused.failed());
        const QStringList expected{QStringLiteral("shop"), QStringLiteral("mina@laptop"),
                                   held->since.toString(Qt::ISODate), held->until.toString(Qt::ISODate),
                                   QStringLiteral("swap web")};
        QCOMPARE(refused.error().args, expected);
        QVERIFY(wait(two->take({}, jun(), {}, soon())).failed());
        QVERIFY(wait(two->take(api, jun(), {}, soon())).ok());
        QCOMPARE(wait(two->read(soon()))->leases.size(), 2);
    }

    void anExpiredLeaseIsTakenOver_data() { bothWorlds(); }
    void anExpiredLeaseIsTakenOver()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        LeaseTiming timing;
        timing.life = 1s;
        const auto one = world.machine(timing);
        const Result<HeldLease> first = wait(one->take(web, mina(), {}, soon()));
        QVERIFY(wait(one->note(first->token, {{{QStringLiteral("deployment"), QStringLiteral("d1")}}, 3, true}, soon()))
                    .ok());
        const auto two = world.machine();
        QTRY_VERIFY_WITH_TIMEOUT(wait(two->read(soon()))->leases.first().expired, 20'000);
        const Result<HeldLease> second = wait(two->take(web, jun(), {}, soon()));
        QVERIFY2(second.ok(), qPrintable(told(second)));
        QCOMPARE(second->from, QStringLiteral("mina@laptop"));
        QCOMPARE(told(wait(one->renew(first->token, soon()))), QStringLiteral("leaseLost shop|jun@desk|expired"));
        const LeaseReading seen = *wait(two->read(soon()));
        QVERIFY(seen.turns.first().expired);
        QCOMPARE(seen.workOf(web)->step, 3);
        QVERIFY(seen.workOf(web)->goingBack);
        QCOMPARE(seen.workOf(web)->plan.value(QStringLiteral("deployment")).toString(), QStringLiteral("d1"));
    }

    void aTakeoverLeavesItsReason_data() { bothWorlds(); }
    void aTakeoverLeavesItsReason()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const QString reason = QStringLiteral("it's Jun's turn; $(reboot) `halt`\n그리고 \"\\");
        const auto one = world.machine();
        const auto two = world.machine();
        const Result<HeldLease> first = wait(one->take(web, mina(), {}, soon()));
        const Result<HeldLease> second = wait(two->take(web, jun(), reason, soon()));
        QVERIFY2(second.ok(), qPrintable(told(second)));
        QCOMPARE(second->reason, reason);
        const QString lost = QStringLiteral("leaseLost shop|jun@desk|") + reason;
        QCOMPARE(told(wait(one->renew(first->token, soon()))), lost);
        QCOMPARE(told(wait(one->note(first->token, {}, soon()))), lost);
        QCOMPARE(wait(one->read(soon()))->turns.first().reason, reason);
        QCOMPARE(told(wait(two->renew(second->token, soon()))), QStringLiteral("done"));
    }

    void aBrokenBookIsNeverAFreeLease_data() { bothWorlds(); }
    void aBrokenBookIsNeverAFreeLease()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        const QByteArray good = *world.book();
        QByteArray flipped = good;
        flipped[good.size() / 2] = static_cast<char>(flipped.at(good.size() / 2) ^ 4);
        for (const QByteArray& bad : {QByteArray(), flipped, good.left(good.size() - 7), QByteArray("reboot\n")}) {
            world.setBook(bad);
            const auto two = world.machine();
            const QString damaged = QStringLiteral("storeUnusable ") + two->store().name();
            QCOMPARE(told(wait(two->read(soon()))), damaged);
            QCOMPARE(told(wait(two->take(web, jun(), {}, soon()))), damaged);
            QCOMPARE(told(wait(two->take(web, jun(), QStringLiteral("why"), soon()))), damaged);
            QCOMPARE(told(wait(two->post(web, pausing, soon()))), damaged);
            QCOMPARE(told(wait(one->renew(held->token, soon()))), damaged);
            QCOMPARE(*world.book(), bad);
        }
        world.setBook("snowmelt.leases/7 of the future\n");
        QCOMPARE(told(wait(one->read(soon()))), QStringLiteral("storeNewer ") + one->store().name());
        world.setBook(good);
        QCOMPARE(told(wait(one->renew(held->token, soon()))), QStringLiteral("done"));
    }

    void twoTakersAtOnceHaveOneWinner_data() { bothWorlds(); }
    void twoTakersAtOnceHaveOneWinner()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const auto two = world.machine();
        int firstWon = 0;
        for (int round = 0; round < 200; ++round) {
            Task<HeldLease> a = one->take(web, mina(), {}, soon());
            Task<HeldLease> b = two->take(round % 2 ? web : QString(), jun(), {}, soon());
            const Result<HeldLease> first = wait(std::move(a));
            const Result<HeldLease> second = wait(std::move(b));
            QVERIFY2(first.ok() != second.ok(), qPrintable(told(first) + u'\n' + told(second)));
            const Error lost = first ? second.error() : first.error();
            QCOMPARE(lost.code, ErrorCode::LeaseHeld);
            QCOMPARE(lost.args.at(1), first ? mina().person : jun().person);
            const LeaseReading seen = *wait(two->read(soon()));
            QCOMPARE(seen.leases.size(), 1);
            QCOMPARE(seen.leases.first().holder, first ? mina() : jun());
            firstWon += first.ok();
            QVERIFY(
                wait((first ? one : two)->release(first ? first->token : second->token, WorkLeft::Done, soon())).ok());
        }
        qInfo("200 rounds: the first taker won %d of them", firstWon);
    }

    /// Renewals, notes and takings of two groups write one book: none may lose what the other wrote.
    void nobodysWordsAreLost_data() { bothWorlds(); }
    void nobodysWordsAreLost()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const auto two = world.machine();
        const Result<HeldLease> first = wait(one->take(web, mina(), {}, soon()));
        const Result<HeldLease> second = wait(two->take(api, jun(), {}, soon()));
        for (int step = 0; step < 30; ++step) {
            Task<Done> a = one->note(first->token, {{}, step, false}, soon());
            Task<Done> b = two->note(second->token, {{}, 100 + step, true}, soon());
            Task<Done> c = one->renew(first->token, soon());
            QCOMPARE(told(wait(std::move(a))), QStringLiteral("done"));
            QCOMPARE(told(wait(std::move(b))), QStringLiteral("done"));
            QCOMPARE(told(wait(std::move(c))), QStringLiteral("done"));
            const LeaseReading seen = *wait(two->read(soon()));
            QCOMPARE(seen.workOf(web)->step, step);
            QCOMPARE(seen.workOf(api)->step, 100 + step);
        }
    }

    void aQuestionIsAnswered_data() { bothWorlds(); }
    void aQuestionIsAnswered()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const auto two = world.machine();
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        const Error refusal{ErrorCode::NotNow, {QStringLiteral("continue"), web, QStringLiteral("notPaused")}, {}};
        QList<LeaseRequest> heard;
        const Answerer answerer(world.store(), held->token, [&](const LeaseRequest& request) {
            heard += request;
            return request.command == Command::Continue ? std::optional<Error>(refusal) : std::nullopt;
        });
        QList<qint64> took;
        for (int round = 0; round < 20; ++round) {
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("done"));
            took += clock.elapsed();
        }
        std::sort(took.begin(), took.end());
        qInfo("a question and its answer: median %lld ms, slowest of 20 %lld ms", took.at(10), took.last());
        QCOMPARE(heard, QList<LeaseRequest>(20, pausing));
        const Result<Done> refused = wait(two->post(web, {Command::Continue, QStringLiteral("jun@desk"), 0}, soon()));
        QVERIFY(refused.failed());
        QCOMPARE(refused.error(), refusal);
        QCOMPARE(world.remains(), QStringList());
    }

    void manyAskAtOnce_data() { bothWorlds(); }
    void manyAskAtOnce()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const Result<HeldLease> held = wait(world.machine()->take(web, mina(), {}, soon()));
        int heard = 0;
        const Answerer answerer(world.store(), held->token, [&](const LeaseRequest& request) {
            ++heard;
            const Error own{ErrorCode::NotNow, {QString::number(request.seconds)}, {}};
            return std::optional<Error>(own);
        });
        const auto two = world.machine();
        std::vector<Task<Done>> asked;
        for (int n = 0; n < 8; ++n)
            asked.push_back(two->post(web, {Command::ExtendDrain, QStringLiteral("jun@desk"), n}, soon()));
        for (int n = 0; n < 8; ++n)
            QCOMPARE(told(wait(std::move(asked[size_t(n)]))), QStringLiteral("notNow %1").arg(n));
        QCOMPARE(heard, 8);
    }

    void whomNobodyAnswers_data() { bothWorlds(); }
    void whomNobodyAnswers()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        LeaseTiming timing;
        timing.answer = 1s;
        const auto one = world.machine(timing);
        const auto two = world.machine(timing);
        QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("nothingToRollBack web"));
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("timedOut pause|1"));
        QCOMPARE(world.remains(), QStringList());
        QVERIFY(wait(one->note(held->token, {}, soon())).ok());
        QVERIFY(wait(one->release(held->token, WorkLeft::Open, soon())).ok());
        QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("deploymentOpen web|swap web"));
    }

    /// Who waits for an answer learns of a takeover at once.
    void aTakeoverWakesWhoWaits_data() { bothWorlds(); }
    void aTakeoverWakesWhoWaits()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        LeaseTiming patient;
        patient.answer = 55s;
        const auto one = world.machine();
        const auto two = world.machine(patient);
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        Task<Done> posting = two->post(web, pausing, soon());
        QTRY_VERIFY_WITH_TIMEOUT(!world.remains().isEmpty(), 20'000);
        QVERIFY(wait(one->take(web, jun(), QStringLiteral("why"), soon())).ok());
        QCOMPARE(told(wait(std::move(posting))), QStringLiteral("leaseLost shop|jun@desk|why"));
    }

    void whoWaitsForTheEndHearsOfIt_data() { bothWorlds(); }
    void whoWaitsForTheEndHearsOfIt()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const auto two = world.machine();
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        QVERIFY(wait(one->note(held->token, {}, soon())).ok());
        CancelSource stop;
        Task<LeaseReading> tooEarly = two->awaitFree(web, {stop.token(), QDeadlineTimer(60'000)});
        QVERIFY(wait(two->awaitFree(api, soon())).ok()); // nobody is there
        stop.cancel();
        QVERIFY(wait(std::move(tooEarly)).cancelled());
        Task<LeaseReading> waiting = two->awaitFree(web, soon());
        QVERIFY(wait(one->release(held->token, WorkLeft::Open, soon())).ok());
        const Result<LeaseReading> free = wait(std::move(waiting));
        QVERIFY2(free.ok(), qPrintable(told(free)));
        QVERIFY(free->workOf(web) && !free->workOf(web)->attended);
    }

    void aCancelledWaitEndsAtOnce_data() { bothWorlds(); }
    void aCancelledWaitEndsAtOnce()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto one = world.machine();
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        CancelSource stop;
        Task<LeaseView> waiting = one->store().awaitAsk(held->token, 55s, {stop.token(), QDeadlineTimer(60'000)});
        QElapsedTimer clock;
        clock.start();
        stop.cancel();
        QVERIFY(wait(std::move(waiting)).cancelled());
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        LeaseWorld world(true);
        QFile file(world.folder().section(u'/', 0, -2));
        QVERIFY(file.open(QIODevice::WriteOnly)); // where a folder should be
        const auto one = world.machine();
        QCOMPARE(told(wait(one->take(web, mina(), {}, soon()))),
                 QStringLiteral("fileUnwritable ") + one->store().name());
    }

    /// A machine that fell asleep in the middle of a call holds no lock.
    void halfACallBlocksNobody()
    {
        LeaseWorld world(true);
        const auto one = world.machine();
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        const ExecRequest request = lease::exchangeRequest(QFile::encodeName(world.folder()),
                                                           bookRevision(world.book()), "a book of twenty bytes", true);
        QProcess asleep;
        asleep.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), request.command});
        asleep.write("a book");
        QTRY_VERIFY_WITH_TIMEOUT(world.remains().join(u' ').contains(QStringLiteral("draft.")), 20'000);
        QCOMPARE(told(wait(one->renew(held->token, soon()))), QStringLiteral("done"));
        asleep.closeWriteChannel(); // the connection broke
        QVERIFY(asleep.waitForFinished());
        QCOMPARE(asleep.exitCode(), lease::notWritten);
        QCOMPARE(told(wait(one->renew(held->token, soon()))), QStringLiteral("done"));
        QCOMPARE(world.remains(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestLeaseStores)
#include "tst_lease_stores.moc"
