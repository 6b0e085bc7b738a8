// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/transport/login_fixture.h"

#include <sys/stat.h>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

/// A real ssh-agent with keys of the test.
class TestAgent
{
public:
    explicit TestAgent(const QString& socket) : m_socket(socket)
    {
        m_process.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        QTRY_VERIFY(QFile::exists(socket));
    }
    ~TestAgent()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    void add(const QString& file)
    {
        QProcess add;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SSH_AUTH_SOCK"), m_socket);
        add.setProcessEnvironment(environment);
        add.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), file});
        QVERIFY(add.waitForFinished());
        QCOMPARE(add.exitCode(), 0);
    }

private:
    QString m_socket;
    QProcess m_process;
};

} // namespace

class TestRouteLogin : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<ScriptedAsker> m_asker;
    SshWay m_way;

    SshWay wayWith(const QString& key) const
    {
        SshWay way = m_way;
        way.identityFiles = QStringList{m_sshd->path(key)};
        return way;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = std::make_unique<TestSshd>();
        m_way = wayTo(*m_sshd);
        makeKnown(*m_sshd, m_way);
        SshWay byName = m_way;
        byName.hostName = QStringLiteral("localhost");
        makeKnown(*m_sshd, byName);
    }
    void cleanupTestCase() { m_sshd.reset(); }
    void init() { m_asker = std::make_unique<ScriptedAsker>(); }
    void cleanup() { QTRY_COMPARE(m_asker->pending, 0); } // it outlives its calls

    void keepsTheConnection()
    {
        RouteExec ssh(m_asker.get());
        const int before = m_sshd->logins();
        for (int i = 0; i < 5; ++i)
            VERIFY_IN(runOn(ssh, {m_way}));
        QCOMPARE(m_sshd->logins() - before, 1);
        ssh.forget(routeOf({m_way}));
        VERIFY_IN(runOn(ssh, {m_way}));
        QCOMPARE(m_sshd->logins() - before, 2);
        QCOMPARE(m_asker->asked.size(), 0);
    }

    void namesAreLookedUp()
    {
        RouteExec ssh(m_asker.get());
        SshWay way = m_way;
        way.hostName = QStringLiteral("localhost"); // [::1] first, where nobody listens
        VERIFY_IN(runOn(ssh, {way}));
        way.hostName = QStringLiteral("no-such-host.invalid");
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, ErrorCode::SshUnreachable);
        QCOMPARE(result.error().args.at(0), QStringLiteral("web-1"));
        QVERIFY(result.error().args.at(1).startsWith(QStringLiteral("no-such-host.invalid:")));
        QCOMPARE(result.error().args.value(2), QStringLiteral("noAddress"));
    }

    void keyTypes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("ed25519") << QStringLiteral("ed25519");
        QTest::newRow("ecdsa") << QStringLiteral("ecdsa");
        QTest::newRow("rsa") << QStringLiteral("rsa");
    }
    void keyTypes()
    {
        QFETCH(QString, type);
        const QString name = u"type-" + type;
        m_sshd->makeKey(name, type);
        m_sshd->authorize(name);
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {wayWith(name)}));
    }

    // What comes after the key is tried, by whatever libssh2.
    void aHostThatTakesNoRsa()
    {
        const TestSshd sshd(QStringLiteral("PubkeyAcceptedAlgorithms ssh-ed25519\n"));
        sshd.makeKey(QStringLiteral("rsa"), QStringLiteral("rsa"));
        sshd.authorize(QStringLiteral("rsa"));
        SshWay way = wayTo(sshd);
        way.identityFiles.prepend(sshd.path(QStringLiteral("rsa")));
        makeKnown(sshd, way);
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));
    }

    void lockedKeys_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("ed25519") << QStringList{QStringLiteral("-t"), QStringLiteral("ed25519")};
        QTest::newRow("rsa, PEM") << QStringList{QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-m"),
                                                 QStringLiteral("PEM")};
        QTest::newRow("ecdsa, gcm") << QStringList{QStringLiteral("-t"), QStringLiteral("ecdsa"), QStringLiteral("-Z"),
                                                   QStringLiteral("aes256-gcm@openssh.com")};
        QTest::newRow("rsa, cbc") << QStringList{QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-Z"),
                                                 QStringLiteral("aes128-cbc")};
        QTest::newRow("ecdsa 521, PKCS 8")
            << QStringList{QStringLiteral("-t"),  QStringLiteral("ecdsa"), QStringLiteral("-b"),
                           QStringLiteral("521"), QStringLiteral("-m"),    QStringLiteral("PKCS8")};
    }
    void lockedKeys()
    {
        QFETCH(QStringList, options);
        const QString name = u"locked-" + QString(options.join(u'-')).remove(u'@');
        makeLockedKey(*m_sshd, name, options);
        m_asker->say("wrong");
        m_asker->say("open sesame");
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {wayWith(name)}));
        QCOMPARE(m_asker->asked.size(), 2);
        QCOMPARE(codeName(m_asker->asked.at(0).kind), codeName(AccessKind::Passphrase));
        QCOMPARE(m_asker->asked.at(0).subject, m_sshd->path(name));
        QVERIFY(!m_asker->asked.at(0).again);
        QVERIFY(m_asker->asked.at(1).again);
        QCOMPARE(m_asker->inWith.size(), 1);
        ssh.forget(routeOf({wayWith(name)}));
        VERIFY_IN(runOn(ssh, {wayWith(name)})); // asked once, not once per host
        QCOMPARE(m_asker->asked.size(), 2);
    }

    void aPassphraseNobodySays()
    {
        makeLockedKey(*m_sshd, QStringLiteral("sealed"), {QStringLiteral("-t"), QStringLiteral("ed25519")});
        RouteExec ssh(m_asker.get());
        SshWay way = wayWith(QStringLiteral("sealed"));
        way.preferredAuthentications.clear(); // sshd offers a password as well
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, ErrorCode::NobodyAnswered);
        QCOMPARE(m_asker->asked.size(), 1);
        QCOMPARE(result.error().args.at(0), QStringLiteral("web-1"));
        QCOMPARE(result.error().args.at(1), QStringLiteral("passphrase"));
        QCOMPARE(result.error().args.value(3), m_sshd->path(QStringLiteral("sealed")));
    }

    void aKeyTheHostDoesNotKnowIsNotAskedFor()
    {
        makeLockedKey(*m_sshd, QStringLiteral("unknown"), {QStringLiteral("-t"), QStringLiteral("ed25519")});
        writeFile(m_sshd->path(QStringLiteral("authorized")), m_sshd->text(QStringLiteral("client.pub")).toUtf8());
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {wayWith(QStringLiteral("unknown"))});
        VERIFY_CODE(result, ErrorCode::SshAuthFailed);
        QCOMPARE(m_asker->asked.size(), 0);
        QVERIFY(result.error().detail.contains(m_sshd->path(QStringLiteral("unknown")) + u": refused"));
    }

    void aKeyOthersMayReadIsNotUsed()
    {
        m_sshd->makeKey(QStringLiteral("shared"), QStringLiteral("ed25519"));
        m_sshd->authorize(QStringLiteral("shared"));
        QCOMPARE(::chmod(m_sshd->path(QStringLiteral("shared")).toLocal8Bit().constData(), 0644), 0);
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {wayWith(QStringLiteral("shared"))});
        VERIFY_CODE(result, ErrorCode::SshAuthFailed);
        QVERIFY(result.error().detail.contains(QStringLiteral("permissions 644 are too open")));
    }

    void theAgentSigns_data() { keyTypes_data(); }
    void theAgentSigns()
    {
        QFETCH(QString, type);
        const QString name = u"agent-" + type;
        m_sshd->makeKey(name, type);
        m_sshd->authorize(name);
        TestAgent agent(m_sshd->path(name + u".sock"));
        agent.add(m_sshd->path(name));
        QVERIFY(QFile::remove(m_sshd->path(name)));
        SshWay way = wayWith(QStringLiteral("nothing"));
        way.agentSocket = m_sshd->path(name + u".sock");
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));

        way.identitiesOnly = true; // the file's other half names it
        way.identityFiles = QStringList{m_sshd->path(name)};
        VERIFY_IN(runOn(ssh, {way}));
        way.identityFiles = QStringList{m_sshd->path(QStringLiteral("nothing"))};
        VERIFY_CODE(runOn(ssh, {way}), ErrorCode::SshAuthFailed);
    }

    void anAgentThatHangsUp()
    {
        SshWay way = m_way;
        way.agentSocket = m_sshd->path(QStringLiteral("nobody.sock"));
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way})); // the files still do
    }

    void passwordAndChallenge_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<AccessKind>("kind");
        QTest::newRow("password") << QStringLiteral("PermitRootLogin yes\nKbdInteractiveAuthentication no\n")
                                  << AccessKind::Password;
        QTest::newRow("challenge") << QStringLiteral("PermitRootLogin yes\nPasswordAuthentication no\nUsePAM yes\n"
                                                     "KbdInteractiveAuthentication yes\n")
                                   << AccessKind::Challenge;
        QTest::newRow("key, then challenge")
            << QStringLiteral("PermitRootLogin yes\nUsePAM yes\nKbdInteractiveAuthentication yes\n"
                              "AuthenticationMethods publickey,keyboard-interactive\n")
            << AccessKind::Challenge;
    }
    void passwordAndChallenge()
    {
        if (!canHaveOtherPasswords())
            QSKIP("only root can give sshd another /etc/shadow");
        QFETCH(QString, settings);
        QFETCH(AccessKind, kind);
        const QTemporaryDir folder;
        const TestSshd sshd(settings, otherPasswords(folder));
        SshWay way = wayTo(sshd);
        way.preferredAuthentications.clear();
        if (!settings.contains(QStringLiteral("publickey")))
            way.identityFiles.clear();
        makeKnown(sshd, way);
        m_asker->say("wrong");
        m_asker->say("xyzzy");
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));
        QCOMPARE(m_asker->asked.size(), 2);
        for (const AccessQuestion& question : std::as_const(m_asker->asked)) {
            QCOMPARE(codeName(question.kind), codeName(kind));
            QCOMPARE(question.user, way.user);
            QCOMPARE(question.node, QStringLiteral("web-1"));
        }
        QCOMPARE(m_asker->asked.at(0).again, false);
        QCOMPARE(m_asker->asked.at(1).again, true);
        if (kind == AccessKind::Challenge) {
            QVERIFY(m_asker->asked.at(0).prompts.at(0).text.contains(QStringLiteral("Password")));
            QVERIFY(!m_asker->asked.at(0).prompts.at(0).echo);
        }
        QVERIFY(!m_asker->inWith.isEmpty());

        ScriptedAsker nobody;
        RouteExec alone(&nobody);
        const Result<ExecResult> result = runOn(alone, {way});
        VERIFY_CODE(result, ErrorCode::NobodyAnswered);
        QCOMPARE(result.error().args.value(1), codeName(kind));
        QCOMPARE(result.error().args.value(3), way.user);
        QVERIFY2(result.error().detail.contains(u"offered: "), qPrintable(result.error().detail));
    }

    void threeWrongPasswords()
    {
        if (!canHaveOtherPasswords())
            QSKIP("only root can give sshd another /etc/shadow");
        const QTemporaryDir folder;
        const TestSshd sshd(QStringLiteral("PermitRootLogin yes\nKbdInteractiveAuthentication no\n"),
                            otherPasswords(folder));
        SshWay way = wayTo(sshd);
        way.preferredAuthentications = QStringList{QStringLiteral("password")};
        makeKnown(sshd, way);
        for (int i = 0; i < 4; ++i)
            m_asker->say("wrong-" + QByteArray::number(i));
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, ErrorCode::SshAuthFailed);
        QCOMPARE(m_asker->asked.size(), 3);
        QVERIFY(!textOf(result).contains("wrong-"));
        QVERIFY(!result.error().detail.contains(QStringLiteral("publickey ")));
    }

    // sshd does not wait for long; what a person said is told to the next connection.
    void theHostHasNoPatience_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::newRow("password") << QStringLiteral("PermitRootLogin yes\nKbdInteractiveAuthentication no\n");
        QTest::newRow("challenge") << QStringLiteral("PermitRootLogin yes\nPasswordAuthentication no\nUsePAM yes\n"
                                                     "KbdInteractiveAuthentication yes\n");
    }
    void theHostHasNoPatience()
    {
        if (!canHaveOtherPasswords())
            QSKIP("only root can give sshd another /etc/shadow");
        QFETCH(QString, settings);
        const QTemporaryDir folder;
        const TestSshd sshd(settings + u"LoginGraceTime 3\n", otherPasswords(folder));
        SshWay way = wayTo(sshd);
        way.preferredAuthentications.clear();
        way.identityFiles.clear();
        TestRelay relay(way.port);
        way.port = relay.serverPort();
        way.connectTimeout = 3; // which a person's time does not count against
        makeKnown(sshd, way);
        m_asker->say("xyzzy");
        m_asker->mayAnswer = [&relay] { return relay.ended() > 0; };
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));
        QCOMPARE(m_asker->asked.size(), 1);
    }

    void cancelWithdrawsTheQuestion()
    {
        makeLockedKey(*m_sshd, QStringLiteral("slow"), {QStringLiteral("-t"), QStringLiteral("ed25519")});
        m_asker->mayAnswer = [] { return false; };
        RouteExec ssh(m_asker.get());
        CancelSource source;
        auto task =
            ssh.exec(routeOf({wayWith(QStringLiteral("slow"))}), script("true"), {source.token(), QDeadlineTimer(60s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_asker->asked.size(), 1, 20'000);
        source.cancel();
        QVERIFY(QCoro::waitFor(task).cancelled());
        QTRY_COMPARE(m_asker->withdrawn, 1);

        const Result<ExecResult> late = runOn(ssh, {wayWith(QStringLiteral("slow"))}, CallContext::cleanup(4s));
        VERIFY_CODE(late, ErrorCode::NobodyAnswered);
        QTRY_COMPARE(m_asker->withdrawn, 2);
    }
};

QTEST_GUILESS_MAIN(TestRouteLogin)
#include "tst_route_login.moc"
