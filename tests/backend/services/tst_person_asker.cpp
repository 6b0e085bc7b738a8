// SPDX-License-Identifier: GPL-3.0-or-later
// Who is asked, how often, and where the answer goes; without a keyring, and with a real one.
#include "backend/services/person_asker.h"

#include "backend/transport/keyring.h"
#include "models/domain/event_json.h"
#include "tests/support/keyring_session.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace std::chrono_literals;

namespace {

/// What an operation has told, and its cancel.
struct FakeOperation
{
    explicit FakeOperation(PersonAsker& asker, const char* name, bool attended = true)
        : id(QString::fromLatin1(name)), m_asker(asker)
    {
        asker.enter({id, cancel.token(), attended, [this](const EventBody& body) { told.append(body); }});
    }
    ~FakeOperation() { m_asker.leave(id); }

    CallContext context() const { return {cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)}; }
    template <typename Body>
    QList<Body> all() const
    {
        QList<Body> found;
        for (const EventBody& body : told) {
            if (const auto* one = std::get_if<Body>(&body))
                found.append(*one);
        }
        return found;
    }
    /// The question that waits here; nothing: none does.
    std::optional<AccessQuestion> open() const
    {
        std::optional<AccessQuestion> last;
        for (const EventBody& body : told) {
            if (const auto* asked = std::get_if<QuestionAsked>(&body))
                last = asked->question;
            else if (const auto* closed = std::get_if<QuestionClosed>(&body);
                     closed && last && last->id == closed->question)
                last.reset();
        }
        return last;
    }
    void say(bool agreed, const QList<Secret>& replies = {}, bool keep = false)
    {
        m_asker.answer(id, {open().value_or(AccessQuestion{}).id, agreed, replies, keep});
    }

    OperationId id;
    CancelSource cancel;
    QList<EventBody> told;

private:
    PersonAsker& m_asker;
};

/// A call that waits for its answer.
struct FakeCall
{
    FakeCall(PersonAsker& asker, const AccessQuestion& question, const CallContext& context)
    {
        wait(asker.ask(question, context), m_result);
    }
    bool over() const { return m_result->has_value(); }
    /// "yes:SECRET", "no", "cancelled", "timedOut", or "" while it waits.
    QString ending() const
    {
        if (!QTest::qWaitFor([this] { return over(); }, 60'000))
            return {};
        const Result<AccessAnswer>& result = **m_result;
        if (result.cancelled())
            return QStringLiteral("cancelled");
        if (result.failed())
            return codeName(result.error().code);
        QString text = result->agreed ? QStringLiteral("yes") : QStringLiteral("no");
        for (const Secret& reply : result->replies)
            text += QLatin1Char(':') + QString::fromUtf8(reply.reveal());
        return text;
    }

private:
    using Ending = std::shared_ptr<std::optional<Result<AccessAnswer>>>;
    static QCoro::Task<> wait(Task<AccessAnswer> asking, Ending result)
    {
        const Result<AccessAnswer> ended = co_await asking;
        *result = ended;
    }
    Ending m_result = std::make_shared<std::optional<Result<AccessAnswer>>>();
};

AccessQuestion hostKey(const char* host = "web1")
{
    AccessQuestion question;
    question.node = QString::fromLatin1(host);
    question.host = question.node;
    question.subject = QStringLiteral("ssh-ed25519");
    question.fingerprint = QStringLiteral("SHA256:abc");
    return question;
}

AccessQuestion passphrase(const char* node = "web1", bool again = false)
{
    AccessQuestion question;
    question.kind = AccessKind::Passphrase;
    question.node = QString::fromLatin1(node);
    question.host = question.node;
    question.subject = QStringLiteral("/home/kim/.ssh/id_ed25519");
    question.again = again;
    return question;
}

Secret secret(const char* text)
{
    return Secret(text);
}

} // namespace

class TestPersonAsker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        if (qEnvironmentVariableIsSet("SNOWMELT_IN_KEYRING_SESSION"))
            return;
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }

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

    /// Events are journaled and printed: nothing in them may tell a secret.
    void repliesAreInNoEvent()
    {
        PersonAsker asker;
        FakeOperation scan(asker, "scan");
        const FakeCall call(asker, passphrase(), scan.context());
        QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }));
        scan.say(true, {secret("hunter2-word")}, true);
        QCOMPARE(call.ending(), QStringLiteral("yes:hunter2-word"));
        asker.worked(passphrase());
        QVERIFY(QCoro::waitFor(asker.settled()).ok());
        for (const EventBody& body : scan.told) {
            const QByteArray line = QJsonDocument(toJson(Event{scan.id, {}, body})).toJson();
            QVERIFY2(!line.contains("hunter2"), line.constData());
        }
    }

    void inARealKeyring()
    {
        if (!test::canHaveKeyringSession())
            QSKIP("needs dbus-run-session and gnome-keyring-daemon");
        const auto session = test::runInKeyringSession(QStringLiteral("keptAndReplaced"), 120'000);
        QVERIFY(session.finished);
        QVERIFY2(session.exitCode == 0, session.said.constData());
        QVERIFY2(session.said.contains("PASS   : TestPersonAsker::keptAndReplaced()"), session.said.constData());
    }

    void keptAndReplaced()
    {
        if (!test::isInKeyringSession())
            QSKIP("run by inARealKeyring");
        const QString place = QStringLiteral("ssh/passphrase//home/kim/.ssh/id_ed25519");
        const auto inKeyring = [&place] {
            Keyring keyring(20s);
            const auto found = QCoro::waitFor(keyring.read(place, CallContext::cleanup(60s)));
            return found.ok() && *found ? (*found)->reveal() : QByteArray("nothing");
        };
        {
            PersonAsker asker;
            FakeOperation scan(asker, "scan");
            const FakeCall call(asker, passphrase(), scan.context());
            QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }, 60'000));
            QVERIFY(scan.open()->keepable);
            scan.say(true, {secret("first")}, true);
            QCOMPARE(call.ending(), QStringLiteral("yes:first"));
            QCOMPARE(inKeyring(), QByteArray("nothing")); // not before it has let somebody in
            asker.worked(passphrase());
            QVERIFY(QCoro::waitFor(asker.settled()).ok());
            QCOMPARE(inKeyring(), QByteArray("first"));
            const FakeCall key(asker, hostKey(), scan.context());
            QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }, 60'000));
            QVERIFY(!scan.open()->keepable);
            scan.say(false);
            QCOMPARE(key.ending(), QStringLiteral("no"));
        }
        {
            // Another day: nobody is asked, also not for what runs by itself.
            PersonAsker asker;
            FakeOperation watch(asker, "watch", false);
            const FakeCall call(asker, passphrase(), watch.context());
            QCOMPARE(call.ending(), QStringLiteral("yes:first"));
            asker.worked(passphrase());
            QVERIFY(watch.told.isEmpty());
        }
        {
            // The passphrase was changed meanwhile: what was kept is wrong, and goes.
            PersonAsker asker;
            FakeOperation scan(asker, "scan");
            const FakeCall old(asker, passphrase(), scan.context());
            QCOMPARE(old.ending(), QStringLiteral("yes:first"));
            const FakeCall anew(asker, passphrase("web1", true), scan.context());
            QVERIFY(QTest::qWaitFor([&] { return scan.open().has_value(); }, 60'000));
            QVERIFY(scan.open()->again && scan.open()->keepable);
            QCOMPARE(inKeyring(), QByteArray("nothing"));
            scan.say(true, {secret("second")}, true);
            QCOMPARE(anew.ending(), QStringLiteral("yes:second"));
            asker.worked(passphrase());
            QVERIFY(QCoro::waitFor(asker.settled()).ok());
            QCOMPARE(inKeyring(), QByteArray("second"));
        }
    }
};

QTEST_GUILESS_MAIN(TestPersonAsker)
#include "tst_person_asker.moc"
