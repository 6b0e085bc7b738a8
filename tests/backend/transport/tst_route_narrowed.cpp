// SPDX-License-Identifier: GPL-3.0-or-later
// What the configuration forbids a login to do: BatchMode and the methods that are turned off.
#include "tests/backend/transport/login_fixture.h"

#include <QLocalServer>

using namespace snowmelt;
using namespace snowmelt::testing;

class TestRouteNarrowed : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<ScriptedAsker> m_asker;
    SshWay m_way;

    QString key(const QString& name) const { return m_sshd->path(name); }

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = std::make_unique<TestSshd>();
        m_way = wayTo(*m_sshd);
        m_way.preferredAuthentications.clear();
        makeKnown(*m_sshd, m_way);
        makeLockedKey(*m_sshd, QStringLiteral("locked"), {QStringLiteral("-t"), QStringLiteral("ed25519")});
    }
    void cleanupTestCase() { m_sshd.reset(); }
    void init() { m_asker = std::make_unique<ScriptedAsker>(); }

    void batchModeTakesTheKeyThatIsOpen()
    {
        m_asker->say("open sesame");
        SshWay way = m_way;
        way.asksNobody = true;
        way.identityFiles = QStringList{key(QStringLiteral("locked")), key(QStringLiteral("client"))};
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));
        QCOMPARE(m_asker->asked.size(), 0);
    }

    void batchModeAsksForNoPassphrase_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("OpenSSH's") << QStringLiteral("locked");
        QTest::newRow("PEM, which must be opened to be offered") << QStringLiteral("pem");
    }
    void batchModeAsksForNoPassphrase()
    {
        QFETCH(QString, name);
        if (name == u"pem") {
            makeLockedKey(*m_sshd, name,
                          {QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-m"), QStringLiteral("PEM")});
            QVERIFY(QFile::remove(key(QStringLiteral("pem.pub"))));
        }
        m_asker->say("open sesame");
        SshWay way = m_way;
        way.asksNobody = true;
        way.identityFiles = QStringList{key(name)};
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, ErrorCode::SshAuthFailed);
        QCOMPARE(m_asker->asked.size(), 0);
        QVERIFY2(result.error().detail.contains(QString(key(name) + u": no passphrase")), textOf(result).constData());
        QVERIFY2(result.error().detail.contains(QStringLiteral("password: BatchMode yes")), textOf(result).constData());
    }

    // What a person said for another host opened the key: nobody need be asked.
    void batchModeUsesAKeyThatWasOpened()
    {
        m_asker->say("open sesame");
        SshWay way = m_way;
        way.identityFiles = QStringList{key(QStringLiteral("locked"))};
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));
        way.asksNobody = true;
        VERIFY_IN(runOn(ssh, {way}));
        QCOMPARE(m_asker->asked.size(), 1);
    }

    void batchModeAcceptsNoNewHostKey()
    {
        const QTemporaryDir folder;
        SshWay way = m_way;
        way.asksNobody = true;
        way.userKnownHostsFiles = QStringList{folder.filePath(QStringLiteral("known_hosts"))};
        m_asker->agree();
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, ErrorCode::HostKeyUnknown);
        QVERIFY(result.error().detail.contains(QStringLiteral("BatchMode yes")));
        QCOMPARE(m_asker->asked.size(), 0);
        QVERIFY(!QFile::exists(way.userKnownHostsFiles.first()));

        way.strictness = SshStrictness::AcceptNew; // which asks nobody either
        VERIFY_IN(runOn(ssh, {way}));
        QVERIFY(QFile::exists(way.userKnownHostsFiles.first()));
    }

    void eachHopHasItsOwn()
    {
        SshWay first = m_way;
        first.asksNobody = true;
        first.identityFiles = QStringList{key(QStringLiteral("locked"))};
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> stopped = runOn(ssh, {first, m_way});
        VERIFY_CODE(stopped, ErrorCode::SshAuthFailed);
        QCOMPARE(m_asker->asked.size(), 0);

        first.identityFiles = m_way.identityFiles;
        SshWay behind = m_way;
        behind.identityFiles = QStringList{key(QStringLiteral("locked"))};
        m_asker->say("open sesame"); // it may be asked for here
        VERIFY_IN(runOn(ssh, {first, behind}));
        QCOMPARE(m_asker->asked.size(), 1);
    }

    void noKeysMeansNoKeys()
    {
        const int before = int(m_sshd->text(QStringLiteral("log")).count(QStringLiteral("publickey")));
        QLocalServer agent;
        QVERIFY(agent.listen(key(QStringLiteral("agent.sock"))));
        SshWay way = m_way;
        way.mayUseKeys = false;
        way.agentSocket = agent.fullServerName();
        way.asksNobody = true;
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, ErrorCode::SshAuthFailed);
        QVERIFY2(result.error().detail.contains(QStringLiteral("publickey: PubkeyAuthentication no")),
                 textOf(result).constData());
        QCOMPARE(int(m_sshd->text(QStringLiteral("log")).count(QStringLiteral("publickey"))), before);
        QVERIFY(!agent.hasPendingConnections());
    }

    void theMethodThatIsLeft_data()
    {
        QTest::addColumn<bool>("challenges");
        QTest::addColumn<bool>("passwords");
        QTest::addColumn<bool>("batch");
        QTest::addColumn<QString>("asked"); // empty: nothing, and it ends
        QTest::newRow("all") << true << true << false << codeName(AccessKind::Challenge);
        QTest::newRow("no challenge") << false << true << false << codeName(AccessKind::Password);
        QTest::newRow("no password") << true << false << false << codeName(AccessKind::Challenge);
        QTest::newRow("neither") << false << false << false << QString();
        QTest::newRow("batch") << true << true << true << QString();
    }
    void theMethodThatIsLeft()
    {
        if (!canHaveOtherPasswords())
            QSKIP("only root can give sshd another /etc/shadow");
        QFETCH(bool, challenges);
        QFETCH(bool, passwords);
        QFETCH(bool, batch);
        QFETCH(QString, asked);
        const QTemporaryDir folder;
        const TestSshd sshd(QStringLiteral("PermitRootLogin yes\nUsePAM yes\nKbdInteractiveAuthentication yes\n"
                                           "PasswordAuthentication yes\n"),
                            otherPasswords(folder));
        SshWay way = wayTo(sshd);
        way.preferredAuthentications.clear();
        way.identityFiles.clear();
        way.mayUseChallenges = challenges;
        way.mayUsePasswords = passwords;
        way.asksNobody = batch;
        makeKnown(sshd, way);
        m_asker->say("xyzzy");
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {way});
        QCOMPARE(m_asker->asked.isEmpty() ? QString() : codeName(m_asker->asked.first().kind), asked);
        if (!asked.isEmpty())
            VERIFY_IN(result);
        else
            VERIFY_CODE(result, ErrorCode::SshAuthFailed);
    }
};

QTEST_GUILESS_MAIN(TestRouteNarrowed)
#include "tst_route_narrowed.moc"
