// SPDX-License-Identifier: GPL-3.0-or-later
// What a person replied is in no event, and where they want it kept in a real keyring.
#include "tests/backend/services/fake_asking.h"

#include "backend/transport/keyring.h"
#include "models/domain/event_json.h"
#include "tests/support/keyring_session.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::fake_asking;
using namespace std::chrono_literals;

class TestKeptReplies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { onlyAKeyringOfOurs(); }

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
        QVERIFY2(session.said.contains("PASS   : TestKeptReplies::keptAndReplaced()"), session.said.constData());
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

QTEST_GUILESS_MAIN(TestKeptReplies)
#include "tst_kept_replies.moc"
