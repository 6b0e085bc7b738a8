// SPDX-License-Identifier: GPL-3.0-or-later
// Who is asked, how often, and where the answer goes; without a keyring.
#include "tests/backend/services/fake_asking.h"

#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::fake_asking;
using namespace std::chrono_literals;

class TestPersonAsker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { onlyAKeyringOfOurs(); }

    void aPersonSaysYes()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        const FakeCall call(asker, hostKey(), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        AccessQuestion asked = *scan.open();
        QVERIFY(!asked.id.isEmpty() && !asked.keepable);
        asked.id.clear();
        QCOMPARE(asked, hostKey());
        QVERIFY(!call.over());
        scan.say(true);
        QCOMPARE(call.ending(), QStringLiteral("yes"));
        QVERIFY(!scan.open());
        asker.worked(hostKey());
        const FakeCall later(asker, hostKey(), scan.context());
        QCOMPARE(later.ending(), QStringLiteral("yes"));
        QCOMPARE(scan.all<QuestionAsked>().size(), 1);
    }

    /// Asked once of the operation that heard it, anew of another one.
    void noHoldsForItsOperation()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        const FakeCall call(asker, hostKey(), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        scan.say(false);
        QCOMPARE(call.ending(), QStringLiteral("no"));
        const FakeCall again(asker, hostKey(), scan.context());
        QCOMPARE(again.ending(), QStringLiteral("no"));
        QCOMPARE(scan.all<QuestionAsked>().size(), 1);
        FakeOperation diff(asker, "diff");
        const FakeCall anew(asker, hostKey(), diff.context());
        QVERIFY(QTest::qWaitFor([&] { return diff.open().has_value(); }));
        diff.say(true);
        QCOMPARE(anew.ending(), QStringLiteral("yes"));
    }

    void twoHundredHostsOneQuestion()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        std::vector<FakeCall> calls;
        for (int i = 0; i < 200; ++i)
            calls.emplace_back(asker, passphrase(qPrintable(QStringLiteral("web%1").arg(i))), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        scan.say(true, {secret("wrong")});
        for (const FakeCall& call : calls)
            QCOMPARE(call.ending(), QStringLiteral("yes:wrong"));
        std::vector<FakeCall> second;
        for (int i = 0; i < 100; ++i)
            second.emplace_back(asker, passphrase(qPrintable(QStringLiteral("web%1").arg(i)), true), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        QVERIFY(scan.open()->again);
        scan.say(true, {secret("right")});
        for (const FakeCall& call : second)
            QCOMPARE(call.ending(), QStringLiteral("yes:right"));
        // The slower half says only now that its first answer was wrong.
        for (int i = 100; i < 200; ++i) {
            const FakeCall late(asker, passphrase(qPrintable(QStringLiteral("web%1").arg(i)), true), scan.context());
            QCOMPARE(late.ending(), QStringLiteral("yes:right"));
        }
        QCOMPARE(scan.all<QuestionAsked>().size(), 2);
        QCOMPARE(scan.all<QuestionClosed>().size(), 2);
    }

    void oneAnswerForTwoOperations()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        FakeOperation diff(asker, "diff");
        const FakeCall one(asker, hostKey(), scan.context());
        const FakeCall other(asker, hostKey(), diff.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        QVERIFY(!diff.open());
        scan.say(true);
        QCOMPARE(one.ending(), QStringLiteral("yes"));
        QCOMPARE(other.ending(), QStringLiteral("yes"));
        QVERIFY(diff.told.isEmpty());
    }

    void askedAnewWhereOneStillWaits()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        FakeOperation diff(asker, "diff");
        const FakeCall one(asker, hostKey(), scan.context());
        const FakeCall other(asker, hostKey(), diff.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        const QString first = scan.open()->id;
        scan.cancel.cancel();
        QCOMPARE(one.ending(), QStringLiteral("cancelled"));
        QVERIFY(QTest::qWaitFor([&] { return diff.open().has_value(); }));
        QVERIFY(!scan.open());
        QVERIFY(diff.open()->id != first);
        asker.answer(scan.id, {first, true, {}, false}); // too late: nobody hears it
        QVERIFY(!other.over());
        diff.say(true);
        QCOMPARE(other.ending(), QStringLiteral("yes"));
    }

    void anOperationThatEndsTakesItsQuestionsAlong()
    {
        PersonAsker asker;
        auto scan = std::make_unique<FakeOperation>(asker, "scan");
        FakeOperation diff(asker, "diff");
        const FakeCall one(asker, hostKey(), scan->context());
        const FakeCall other(asker, hostKey(), diff.context());
        QVERIFY(QTest::qWaitFor([&] { return scan->open().has_value(); }));
        asker.leave(scan->id);
        QVERIFY(!scan->open());
        QCOMPARE(one.ending(), QStringLiteral("no"));
        QVERIFY(diff.open());
        asker.leave(diff.id);
        QVERIFY(!diff.open());
        QCOMPARE(other.ending(), QStringLiteral("no"));
    }

    void whatRunsByItselfAsksNobody()
    {
        PersonAsker asker;
        FakeOperation watch(asker, "watch", false);
        const FakeCall alone(asker, hostKey(), watch.context());
        QCOMPARE(alone.ending(), QStringLiteral("no"));
        QVERIFY(watch.told.isEmpty());
        // A person begins something that needs the same: now there is somebody to ask, and the watch has it as well.
        FakeOperation scan(asker, "scan");
        const FakeCall asked(asker, hostKey(), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        scan.say(true);
        QCOMPARE(asked.ending(), QStringLiteral("yes"));
        const FakeCall again(asker, hostKey(), watch.context());
        QCOMPARE(again.ending(), QStringLiteral("yes"));
    }

    void anUnattendedOneIsNotLeftWaiting()
    {
        PersonAsker asker;
        FakeOperation watch(asker, "watch", false);
        FakeOperation scan(asker, "scan");
        const FakeCall one(asker, hostKey(), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        const FakeCall other(asker, hostKey(), watch.context());
        QVERIFY(!other.over());
        scan.cancel.cancel();
        QCOMPARE(one.ending(), QStringLiteral("cancelled"));
        QCOMPARE(other.ending(), QStringLiteral("no"));
    }

    /// A connection is shared, so its calls are nobody's: who began something last is there to be asked.
    void aSharedConnectionAsksWhoIsThere()
    {
        PersonAsker asker;
        FakeOperation watch(asker, "watch", false);
        const CallContext own = CallContext::cleanup(60s);
        const FakeCall early(asker, hostKey(), own);
        QCOMPARE(early.ending(), QStringLiteral("no"));
        FakeOperation scan(asker, "scan");
        auto diff = std::make_unique<FakeOperation>(asker, "diff");
        FakeOperation later(asker, "watch2", false);
        const FakeCall call(asker, hostKey(), own);
        QVERIFY(QTest::qWaitFor([&] { return diff->open().has_value(); }));
        QVERIFY(!scan.open() && later.told.isEmpty());
        diff.reset(); // who was asked went away
        QVERIFY(scan.open());
        QVERIFY(!call.over());
        scan.say(false);
        QCOMPARE(call.ending(), QStringLiteral("no"));
        const FakeCall again(asker, hostKey(), own);
        QCOMPARE(again.ending(), QStringLiteral("no")); // it was said
        QCOMPARE(scan.all<QuestionAsked>().size(), 1);
        FakeOperation anew(asker, "status");
        const FakeCall other(asker, hostKey(), own);
        QVERIFY(QTest::qWaitFor([&] { return anew.open().has_value(); }));
        anew.say(true);
        QCOMPARE(other.ending(), QStringLiteral("yes"));
        QVERIFY(watch.told.isEmpty());
    }

    void aSharedConnectionThatIsClosedAsksNobodyAnyMore()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        CancelSource connection;
        const CallContext own{connection.token(), QDeadlineTimer(QDeadlineTimer::Forever)};
        const FakeCall call(asker, hostKey(), own);
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        connection.cancel();
        QCOMPARE(call.ending(), QStringLiteral("cancelled"));
        QVERIFY(!scan.open());
    }

    void aDeadlineEndsTheQuestion()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        const FakeCall call(asker, hostKey(), scan.context().within(50ms));
        QCOMPARE(call.ending(), codeName(ErrorCode::TimedOut));
        QVERIFY(!scan.open());
        QCOMPARE(scan.all<QuestionClosed>().size(), 1);
    }

    void anAnswerThatDoesNotFitIsANo()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        const FakeCall call(asker, passphrase(), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        asker.answer(scan.id, {QStringLiteral("another"), true, {secret("x")}, false});
        asker.answer(QStringLiteral("diff"), {scan.open()->id, true, {secret("x")}, false});
        QVERIFY(!call.over());
        scan.say(true);
        QCOMPARE(call.ending(), QStringLiteral("no"));
    }
};

QTEST_GUILESS_MAIN(TestPersonAsker)
#include "tst_person_asker.moc"
