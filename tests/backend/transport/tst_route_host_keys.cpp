// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/transport/route_fixture.h"

#include <QFileInfo>

using namespace snowmelt;
using namespace snowmelt::testing;

class TestRouteHostKeys : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<ScriptedAsker> m_asker;
    std::unique_ptr<QTemporaryDir> m_folder;
    SshWay m_way;

    QString file() const { return m_way.userKnownHostsFiles.first(); }
    HostKey key() const { return *parseHostKey(m_sshd->target().hostKey); }
    QByteArray lineOf(const QString& name) const
    {
        m_sshd->makeKey(name, QStringLiteral("ed25519"));
        const HostKey other = *parseHostKey(m_sshd->text(name + u".pub"));
        return knownHostLine({m_way.hostName, m_way.port, {}}, other);
    }

private Q_SLOTS:
    void initTestCase() { m_sshd = std::make_unique<TestSshd>(); }
    void cleanupTestCase() { m_sshd.reset(); }
    void init()
    {
        m_asker = std::make_unique<ScriptedAsker>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_way = wayTo(*m_sshd);
        m_way.userKnownHostsFiles = QStringList{m_folder->filePath(QStringLiteral("ssh/known_hosts"))};
    }

    void askedOnceAndWrittenDown()
    {
        m_asker->agree();
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {m_way}));
        QCOMPARE(m_asker->asked.size(), 1);
        const AccessQuestion question = m_asker->asked.first();
        QCOMPARE(codeName(question.kind), codeName(AccessKind::HostKey));
        QCOMPARE(question.fingerprint, fingerprint(key().blob));
        QCOMPARE(question.subject, QStringLiteral("ssh-ed25519"));
        QCOMPARE(question.file, file());
        QCOMPARE(question.host, QString(u"[127.0.0.1]:" + QString::number(m_way.port)));
        QCOMPARE(contentsOf(file()), knownHostLine({m_way.hostName, m_way.port, {}}, key()));
        const auto ofOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(file()).permissions() & ofOthers));
        QVERIFY(!(QFileInfo(QFileInfo(file()).path()).permissions() & (ofOthers | QFile::ExeGroup | QFile::ExeOther)));
        RouteExec again(m_asker.get());
        VERIFY_IN(runOn(again, {m_way}));
        QCOMPARE(m_asker->asked.size(), 1);
    }

    void aNoIsANo()
    {
        RouteExec ssh(m_asker.get());
        const int before = m_sshd->logins();
        const Result<ExecResult> result = runOn(ssh, {m_way});
        VERIFY_CODE(result, ErrorCode::NobodyAnswered);
        const QStringList asked{QStringLiteral("hostKey"), QString(u"[127.0.0.1]:" + QString::number(m_way.port)),
                                QStringLiteral("ssh-ed25519"), fingerprint(key().blob), file()};
        QCOMPARE(result.error().args.mid(1), asked);
        QVERIFY(!QFile::exists(file()));
        QCOMPARE(m_sshd->logins(), before);
    }

    void strictRefusesWhatIsNotKnown()
    {
        m_way.strictness = SshStrictness::Refuse;
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {m_way});
        VERIFY_CODE(result, ErrorCode::HostKeyUnknown);
        QCOMPARE(result.error().args.at(1), fingerprint(key().blob));
        QCOMPARE(m_asker->asked.size(), 0);
        QVERIFY(!QFile::exists(file()));
    }

    void newOnesAreWrittenBehindWhatIsThere_data()
    {
        QTest::addColumn<bool>("hashed");
        QTest::newRow("plain") << false;
        QTest::newRow("hashed") << true;
    }
    void newOnesAreWrittenBehindWhatIsThere()
    {
        QFETCH(bool, hashed);
        m_way.strictness = SshStrictness::AcceptNew;
        m_way.hashKnownHosts = hashed;
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        writeFile(file(), "# mine, without an end");
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {m_way}));
        QCOMPARE(m_asker->asked.size(), 0);
        QVERIFY(contentsOf(file()).startsWith("# mine, without an end\n"));
        QCOMPARE(contentsOf(file()).contains("127.0.0.1"), !hashed);
        QCOMPARE(contentsOf(file()).contains("\n|1|"), hashed);
        RouteExec again(m_asker.get());
        m_way.strictness = SshStrictness::Refuse;
        VERIFY_IN(runOn(again, {m_way}));
    }

    void aChangedKeyStopsWhateverTheStrictness_data()
    {
        QTest::addColumn<SshStrictness>("strictness");
        QTest::newRow("ask") << SshStrictness::Ask;
        QTest::newRow("accept new") << SshStrictness::AcceptNew;
        QTest::newRow("off") << SshStrictness::Off;
    }
    void aChangedKeyStopsWhateverTheStrictness()
    {
        QFETCH(SshStrictness, strictness);
        m_way.strictness = strictness;
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        const QByteArray before = "# one line\n" + lineOf(QString(u"other-" + QString::number(int(strictness))));
        writeFile(file(), before);
        m_asker->agree();
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {m_way});
        VERIFY_CODE(result, ErrorCode::HostKeyNotTrusted);
        QCOMPARE(result.error().args.at(0), QStringLiteral("web-1"));
        QCOMPARE(result.error().args.at(2), fingerprint(key().blob));
        QCOMPARE(result.error().args.at(3), QString(file() + u":2"));
        QCOMPARE(m_asker->asked.size(), 0);
        QCOMPARE(contentsOf(file()), before);
    }

    void aRevokedKeyStops()
    {
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        const QByteArray line = knownHostLine({m_way.hostName, m_way.port, {}}, key());
        writeFile(file(), line + "@revoked " + line);
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {m_way});
        VERIFY_CODE(result, ErrorCode::HostKeyRevoked);
        QCOMPARE(result.error().args.at(3), QString(file() + u":2"));
    }

    void theKnownTypeIsAskedFor()
    {
        m_sshd->makeKey(QStringLiteral("second"), QStringLiteral("ecdsa"));
        const TestSshd two(QStringLiteral("HostKey %1\n").arg(m_sshd->path(QStringLiteral("second"))));
        SshWay way = wayTo(two);
        const HostKey ecdsa = *parseHostKey(m_sshd->text(QStringLiteral("second.pub")));
        writeFile(way.userKnownHostsFiles.first(), knownHostLine({way.hostName, way.port, {}}, ecdsa));
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {way}));
        QCOMPARE(m_asker->asked.size(), 0);
    }

    void aFileNobodyCanWriteStops()
    {
        m_way.strictness = SshStrictness::AcceptNew;
        m_way.userKnownHostsFiles = QStringList{m_folder->path()}; // a folder
        RouteExec ssh(m_asker.get());
        QVERIFY(runOn(ssh, {m_way}).failed());
    }

    // Whoever wrote the configuration must not have lines of theirs put where they do something else.
    void onlyKnownHostsAreWrittenIn_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<QString>("alias");
        QTest::newRow("a file of something else") << QByteArray("alias ll='ls -l'\n") << QString();
        QTest::newRow("a pattern for all hosts") << QByteArray() << QStringLiteral("*");
        QTest::newRow("an option of authorized_keys") << QByteArray() << QStringLiteral("no-pty ");
        QTest::newRow("a command") << QByteArray() << QStringLiteral("$(id)");
    }
    void onlyKnownHostsAreWrittenIn()
    {
        QFETCH(const QByteArray, there);
        QFETCH(const QString, alias);
        m_way.strictness = SshStrictness::AcceptNew;
        m_way.hostKeyAlias = alias;
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        writeFile(file(), there);
        RouteExec ssh(m_asker.get());
        VERIFY_CODE(runOn(ssh, {m_way}), ErrorCode::FileUnwritable);
        QCOMPARE(contentsOf(file()), there);
    }
};

QTEST_GUILESS_MAIN(TestRouteHostKeys)
#include "tst_route_host_keys.moc"
