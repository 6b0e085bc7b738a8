// SPDX-License-Identifier: GPL-3.0-or-later
// Agents that hang, break off or talk nonsense: no real one does, so these are made up.
#include "tests/backend/transport/fake_agent.h"
#include "tests/backend/transport/login_fixture.h"

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

class TestRouteAgents : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<ScriptedAsker> m_asker;
    std::unique_ptr<FakeAgent> m_agent;
    SshWay m_way; ///< with the agent, and no key file

    QByteArray blobOf(const QString& name) const { return parseHostKey(m_sshd->text(name + u".pub"))->blob; }
    SshWay withFile() const
    {
        SshWay way = m_way;
        way.identityFiles = QStringList{m_sshd->path(QStringLiteral("client"))};
        return way;
    }
    /// The way fails for this reason, and the file is tried all the same.
    void expect(const QString& reason, const SshLimits& limits = {})
    {
        RouteExec ssh(m_asker.get(), limits);
        const Result<ExecResult> result = runOn(ssh, {m_way});
        VERIFY_CODE(result, ErrorCode::SshAuthFailed);
        QVERIFY2(result.error().detail.contains(reason), textOf(result).constData());
        VERIFY_IN(runOn(ssh, {withFile()}));
        QTRY_COMPARE(m_agent->open, 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = std::make_unique<TestSshd>();
        m_way = wayTo(*m_sshd);
        makeKnown(*m_sshd, m_way);
        m_way.identityFiles.clear();
        m_way.agentSocket = m_sshd->path(QStringLiteral("agent.sock"));
    }
    void cleanupTestCase() { m_sshd.reset(); }
    void init()
    {
        m_asker = std::make_unique<ScriptedAsker>();
        m_agent = std::make_unique<FakeAgent>(m_way.agentSocket);
    }
    void cleanup() { m_agent.reset(); }

    void listsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("reason");
        const QByteArray whole = listOf({"blob"});
        const auto row = [](const char* name, const QByteArray& answer, const char* reason) {
            QTest::newRow(name) << answer << QString::fromLatin1(reason);
        };
        row("nothing", {}, "no answer within 1 s");
        row("half a length", whole.left(2), "no answer within 1 s");
        row("half an answer", whole.left(whole.size() / 2), "no answer within 1 s");
        row("2 GB", wireNumber(0x7fffffff) + "x", "an answer of 2147483647 bytes");
        row("4 GB", wireNumber(0xffffffff), "an answer of 4294967295 bytes");
        row("one more than there may be", wireNumber(256 * 1024 + 1), "an answer of 262145 bytes");
        row("empty", wireNumber(0), "an answer of 0 bytes");
        row("another message", wireText(QByteArray(1, 5)), "the agent lists no keys");
        row("fewer keys than it says", wireText(QByteArray(1, 12) + wireNumber(2) + wireText("blob") + wireText("")),
            "a list of keys that cannot be read");
        row("a key that ends beyond the answer", wireText(QByteArray(1, 12) + wireNumber(1) + wireNumber(0x7fffffff)),
            "a list of keys that cannot be read");
        row("no count", wireText(QByteArray(1, 12)), "a list of keys that cannot be read");
        row("too many keys", listOf(QList<QByteArray>(2049, "b")), "a list of keys that cannot be read");
        row("a key of no type", listOf({"b"}), "not supported");
    }
    void listsThatAreNone()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, reason);
        m_agent->answers.insert(listRequest, answer);
        SshLimits limits;
        if (reason.startsWith(QStringLiteral("no answer")))
            limits.agentList = 1s;
        expect(reason, limits);
    }

    void hangsUpInTheMiddle()
    {
        m_agent->answers.insert(listRequest, listOf({"blob"}).left(9));
        m_agent->hangsUp = true;
        expect(QStringLiteral("agent ") + m_way.agentSocket + QStringLiteral(": "));
    }

    // Nobody reads what is no answer.
    void goesOnForEver()
    {
        m_agent->answers.insert(listRequest, wireNumber(0x7fffffff) + QByteArray(64 * 1024, 'x'));
        m_agent->goesOn = true;
        expect(QStringLiteral("an answer of 2147483647 bytes"));
        QVERIFY2(m_agent->taken < 4 * 1024 * 1024, QByteArray::number(m_agent->taken).constData());
    }

    void signaturesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& answer, const char* reason) {
            QTest::newRow(name) << answer << QString::fromLatin1(reason);
        };
        const auto signedBy = [](const QByteArray& name) {
            return wireText(QByteArray(1, 14) + wireText(wireText(name) + wireText(QByteArray(64, 's'))));
        };
        row("nothing", {}, "no answer within 1 s");
        row("half an answer", signedBy("ssh-ed25519").left(20), "no answer within 1 s");
        row("2 GB", wireNumber(0x7fffffff), "an answer of 2147483647 bytes");
        row("a no", wireText(QByteArray(1, 5)), "the agent does not sign");
        row("another algorithm", signedBy("ssh-rsa"), "the agent signs as");
        row("a broken one", wireText(QByteArray(1, 14) + wireText(wireText("ssh-ed25519") + wireNumber(99))),
            "the agent signs as");
    }
    void signaturesThatAreNone()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, reason);
        m_sshd->makeKey(QStringLiteral("held"), QStringLiteral("ed25519"));
        m_sshd->authorize(QStringLiteral("held"));
        m_agent->answers.insert(listRequest, listOf({blobOf(QStringLiteral("held"))}));
        m_agent->answers.insert(signRequest, answer);
        SshLimits limits;
        if (reason.startsWith(QStringLiteral("no answer")))
            limits.agentSign = 1s;
        expect(reason, limits);
        QVERIFY(m_agent->asked.contains(signRequest));
        QVERIFY(QFile::remove(m_sshd->path(QStringLiteral("held"))));
    }

    // A signature over nothing is refused by the host, and the connection goes on.
    void aWrongSignatureIsRefused()
    {
        m_agent->answers.insert(listRequest, listOf({blobOf(QStringLiteral("client"))}));
        m_agent->answers.insert(signRequest, wireText(QByteArray(1, 14) + wireText(wireText("ssh-ed25519") +
                                                                                   wireText(QByteArray(64, 's')))));
        RouteExec ssh(m_asker.get());
        VERIFY_CODE(runOn(ssh, {m_way}), ErrorCode::SshAuthFailed);
        m_sshd->makeKey(QStringLiteral("second"), QStringLiteral("ed25519"));
        m_sshd->authorize(QStringLiteral("second"));
        SshWay way = m_way;
        way.identityFiles = QStringList{m_sshd->path(QStringLiteral("second"))};
        VERIFY_IN(runOn(ssh, {way}));
    }

    // Its time is not the host's.
    void aSlowAgentTakesNothingOfTheLimit()
    {
        SshLimits limits;
        limits.agentList = 4s;
        SshWay way = withFile();
        way.connectTimeout = 3;
        RouteExec ssh(m_asker.get(), limits);
        VERIFY_IN(runOn(ssh, {way}));
    }

    void cancelDoesNotWaitForIt()
    {
        m_agent->answers.insert(listRequest, listOf({blobOf(QStringLiteral("client"))}));
        RouteExec ssh(m_asker.get()); // with the limits people have
        CancelSource source;
        auto task = ssh.exec(routeOf({m_way}), script("true"), {source.token(), QDeadlineTimer(60s)});
        QTRY_VERIFY_WITH_TIMEOUT(m_agent->asked.contains(signRequest), 20'000);
        source.cancel();
        QVERIFY(QCoro::waitFor(task).cancelled());
        QTRY_COMPARE(m_agent->open, 0);
    }
};

QTEST_GUILESS_MAIN(TestRouteAgents)
#include "tst_route_agents.moc"
