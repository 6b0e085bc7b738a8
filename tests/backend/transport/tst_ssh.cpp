// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh.h"
#include "tests/backend/transport/test_sshd.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

ExecRequest script(const QByteArray& text)
{
    ExecRequest request;
    request.script = text;
    return request;
}

ExecRequest command(const QString& line, const QByteArray& input = {})
{
    ExecRequest request;
    request.command = line;
    request.script = input;
    return request;
}

CallContext soon()
{
    return CallContext::cleanup(60s);
}

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
    return bytes;
}

} // namespace

class TestSsh : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSshd> m_sshd;

    Result<ExecResult> run(SshExec& ssh, const ExecRequest& request, const CallContext& context = soon())
    {
        return QCoro::waitFor(ssh.exec(m_sshd->target(), request, context));
    }
    static void verifyError(const Result<ExecResult>& result, ErrorCode code)
    {
        QVERIFY(result.failed());
        QCOMPARE(codeName(result.error().code), codeName(code));
    }

private Q_SLOTS:
    void initTestCase() { m_sshd = std::make_unique<TestSshd>(); }
    void cleanupTestCase() { m_sshd.reset(); }

    void keepsOutputsApartAndTellsTheStatus()
    {
        SshExec ssh;
        const auto result = run(ssh, script("echo out; echo err >&2; exit 7"));
        QVERIFY(result.ok());
        QCOMPARE(result->out, QByteArray("out\n"));
        QCOMPARE(result->err, QByteArray("err\n"));
        QCOMPARE(result->exitStatus, 7);
        QVERIFY(!result->truncated);
    }

    void tellsTheSignal()
    {
        SshExec ssh;
        const auto result = run(ssh, command(QStringLiteral("kill -TERM $$")));
        QVERIFY(result.ok());
        QCOMPARE(result->exitStatus, 128 + 15);
    }

    void waitsForTheStatusOfAProcessThatClosedItsOutput()
    {
        SshExec ssh;
        const auto result = run(ssh, script("exec >&- 2>&-; sleep 0.3; exit 5"));
        QVERIFY(result.ok());
        QCOMPARE(result->exitStatus, 5);
    }

    void feedsAndReadsAtOnce()
    {
        SshExec ssh;
        const QByteArray input = noise(24 * 1024 * 1024);
        const auto result = run(ssh, command(QStringLiteral("tee /dev/stderr"), input));
        QVERIFY(result.ok());
        QVERIFY(result->out == input);
        QVERIFY(result->err == input);
    }

    void aCommandMayIgnoreItsInput()
    {
        SshExec ssh;
        const auto result = run(ssh, command(QStringLiteral("exit 3"), noise(16 * 1024 * 1024)));
        QVERIFY(result.ok());
        QCOMPARE(result->exitStatus, 3);
    }

    void stopsAtTheOutputLimit()
    {
        SshExec ssh;
        ExecRequest request = command(QStringLiteral("cat /dev/zero"));
        request.outputLimit = 50 * 1024 * 1024;
        const auto result = run(ssh, request);
        QVERIFY(result.ok());
        QVERIFY(result->truncated);
        QCOMPARE(result->out.size(), request.outputLimit);
        QCOMPARE(result->exitStatus, -1);
        const auto next = run(ssh, script("echo still here"));
        QVERIFY(next.ok());
        QCOMPARE(next->out, QByteArray("still here\n"));
    }

    void outputOfExactlyTheLimitIsWhole()
    {
        SshExec ssh;
        ExecRequest request = command(QStringLiteral("head -c 100000 /dev/zero; exit 4"));
        request.outputLimit = 100'000;
        const auto result = run(ssh, request);
        QVERIFY(result.ok());
        QVERIFY(!result->truncated);
        QCOMPARE(result->out.size(), 100'000);
        QCOMPARE(result->exitStatus, 4);
    }

    // More at once than sshd allows sessions (10): the others wait for a place.
    void manyAtOnceShareOneConnection()
    {
        SshExec ssh;
        const int before = m_sshd->logins();
        std::vector<Task<ExecResult>> tasks;
        for (int i = 0; i < 40; ++i) {
            const QByteArray number = QByteArray::number(i);
            tasks.push_back(
                ssh.exec(m_sshd->target(),
                         script("head -c 300000 /dev/zero; sleep 0.05; echo " + number + "; exit " + number), soon()));
        }
        for (int i = 0; i < 40; ++i) {
            const Result<ExecResult> result = QCoro::waitFor(tasks.at(size_t(i)));
            QVERIFY(result.ok());
            QCOMPARE(result->out.size(), 300'001 + QByteArray::number(i).size());
            QVERIFY(result->out.endsWith(QByteArray(QByteArray::number(i) + '\n')));
            QCOMPARE(result->exitStatus, i);
        }
        QCOMPARE(m_sshd->logins() - before, 1);
    }

    void keepsTheConnection()
    {
        SshExec ssh;
        const int before = m_sshd->logins();
        for (int i = 0; i < 5; ++i)
            QVERIFY(run(ssh, script("true")).ok());
        QCOMPARE(m_sshd->logins() - before, 1);
        ssh.forget(m_sshd->target().endpoint);
        QVERIFY(run(ssh, script("true")).ok());
        QCOMPARE(m_sshd->logins() - before, 2);
        ssh.forget({QStringLiteral("127.0.0.1"), 1});
        QVERIFY(run(ssh, script("true")).ok());
        QCOMPARE(m_sshd->logins() - before, 2);
    }

    void takesEcdsaKeys()
    {
        SshExec ssh;
        m_sshd->makeKey(QStringLiteral("ecdsa"), QStringLiteral("ecdsa"));
        m_sshd->authorize(QStringLiteral("ecdsa"));
        SshTarget target = m_sshd->target();
        target.privateKeyFile = m_sshd->path(QStringLiteral("ecdsa"));
        target.publicKeyFile = m_sshd->path(QStringLiteral("ecdsa.pub"));
        QVERIFY(QCoro::waitFor(ssh.exec(target, script("true"), soon())).ok());
    }

    void nobodyThere()
    {
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.endpoint.port = 1;
        const Result<ExecResult> result = QCoro::waitFor(ssh.exec(target, script("true"), soon()));
        verifyError(result, ErrorCode::SshUnreachable);
        QCOMPARE(result.error().args, QStringList({QStringLiteral("web-1"), QStringLiteral("127.0.0.1:1")}));
        QCOMPARE(result.error().detail, QStringLiteral("Connection refused"));
    }

    void refusesAName()
    {
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.endpoint.host = QStringLiteral("no-address.invalid");
        verifyError(QCoro::waitFor(ssh.exec(target, script("true"), soon())), ErrorCode::SshUnreachable);
    }

    void silence_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("a banner and no more") << QByteArray("SSH-2.0-Nothing\r\n");
    }
    void silence()
    {
        QFETCH(QByteArray, greeting);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] { server.nextPendingConnection()->write(greeting); });
        SshTarget target = m_sshd->target();
        target.endpoint.port = server.serverPort();

        SshExec ssh;
        const Result<ExecResult> byCaller =
            QCoro::waitFor(ssh.exec(target, script("true"), CallContext::cleanup(1100ms)));
        verifyError(byCaller, ErrorCode::SshSilent);
        QCOMPARE(byCaller.error().args.at(2), QStringLiteral("1"));

        SshLimits limits;
        limits.connect = 1200ms;
        SshExec impatient(limits);
        const Result<ExecResult> byLimit = QCoro::waitFor(impatient.exec(target, script("true"), soon()));
        verifyError(byLimit, ErrorCode::SshSilent);
        QCOMPARE(byLimit.error().args.value(0), target.name);
        QCOMPARE(byLimit.error().args.value(2), QStringLiteral("1"));
    }

    void aServerThatIsNoSshd()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            socket->write("HTTP/1.0 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.endpoint.port = server.serverPort();
        verifyError(QCoro::waitFor(ssh.exec(target, script("true"), soon())), ErrorCode::SshUnreachable);
    }

    void refusesAnotherHostKey()
    {
        m_sshd->makeKey(QStringLiteral("other"), QStringLiteral("ed25519"));
        SshExec ssh;
        SshTarget target = m_sshd->target();
        const QString presented = target.hostKey;
        target.hostKey = m_sshd->text(QStringLiteral("other.pub"));
        const int before = m_sshd->logins();
        const Result<ExecResult> result = QCoro::waitFor(ssh.exec(target, script("true"), soon()));
        verifyError(result, ErrorCode::HostKeyChanged);
        QCOMPARE(result.error().args.size(), 3);
        QVERIFY(result.error().args.at(1).startsWith(QStringLiteral("SHA256:")));
        QVERIFY(result.error().args.at(2).startsWith(QStringLiteral("SHA256:")));
        QVERIFY(result.error().args.at(1) != result.error().args.at(2));
        QCOMPARE(m_sshd->logins(), before); // refused before it authenticated
    }

    void refusesAnotherTypeOfHostKey()
    {
        m_sshd->makeKey(QStringLiteral("host-ecdsa"), QStringLiteral("ecdsa"));
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.hostKey = m_sshd->text(QStringLiteral("host-ecdsa.pub"));
        verifyError(QCoro::waitFor(ssh.exec(target, script("true"), soon())), ErrorCode::HostKeyChanged);
    }

    void refusesToGoWithoutAPin()
    {
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.hostKey.clear();
        const Result<ExecResult> result = QCoro::waitFor(ssh.exec(target, script("true"), soon()));
        verifyError(result, ErrorCode::HostKeyUnknown);
        QVERIFY(result.error().args.at(1).startsWith(QStringLiteral("SHA256:")));
    }

    void refusedKey()
    {
        m_sshd->makeKey(QStringLiteral("stranger"), QStringLiteral("ed25519"));
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.privateKeyFile = m_sshd->path(QStringLiteral("stranger"));
        target.publicKeyFile = m_sshd->path(QStringLiteral("stranger.pub"));
        const Result<ExecResult> result = QCoro::waitFor(ssh.exec(target, script("true"), soon()));
        verifyError(result, ErrorCode::SshAuthFailed);
        QCOMPARE(result.error().args, QStringList({target.name, target.user}));
    }

    void missingKey()
    {
        SshExec ssh;
        SshTarget target = m_sshd->target();
        target.privateKeyFile = m_sshd->path(QStringLiteral("none"));
        verifyError(QCoro::waitFor(ssh.exec(target, script("true"), soon())), ErrorCode::FileUnreadable);
    }

    void cutInTheMiddle()
    {
        TestRelay relay(m_sshd->target().endpoint.port);
        SshTarget target = m_sshd->target();
        target.endpoint = relay.endpoint();
        const QString mark = m_sshd->path(QStringLiteral("mark"));
        SshExec ssh;
        auto task = ssh.exec(target, script("echo x >> " + mark.toUtf8() + "; sleep 30"), soon());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), 20'000);
        relay.cut();
        verifyError(QCoro::waitFor(task), ErrorCode::SshBroken);
        QCOMPARE(m_sshd->text(QStringLiteral("mark")), QStringLiteral("x\n")); // never sent twice
        QCOMPARE(relay.connections(), 1);
    }

    void aDeadKeptConnectionIsReplaced()
    {
        TestRelay relay(m_sshd->target().endpoint.port);
        SshTarget target = m_sshd->target();
        target.endpoint = relay.endpoint();
        SshExec ssh;
        QVERIFY(QCoro::waitFor(ssh.exec(target, script("true"), soon())).ok());
        relay.cut();
        auto first = ssh.exec(target, script("echo 1"), soon());
        auto second = ssh.exec(target, script("echo 2"), soon());
        QVERIFY(QCoro::waitFor(first).ok());
        QVERIFY(QCoro::waitFor(second).ok());
        QCOMPARE(relay.connections(), 2);
    }

    void cancelEndsAtOnceAndLeavesTheOthers()
    {
        SshExec ssh;
        const int before = m_sshd->logins();
        auto other = ssh.exec(m_sshd->target(), script("sleep 1; echo done"), soon());
        for (int i = 0; i < 12; ++i) { // more often than there are places
            CancelSource source;
            auto task = ssh.exec(m_sshd->target(), script("sleep 30"), {source.token(), QDeadlineTimer(60s)});
            QTest::qWait(30 * (i % 3)); // before, while and after it opens
            QElapsedTimer clock;
            clock.start();
            source.cancel();
            const Result<ExecResult> result = QCoro::waitFor(task);
            QVERIFY(result.cancelled());
            QVERIFY(clock.elapsed() < 5'000); // of the 30 s it would sleep
        }
        const Result<ExecResult> result = QCoro::waitFor(other);
        QVERIFY(result.ok());
        QCOMPARE(result->out, QByteArray("done\n"));
        QVERIFY(run(ssh, script("true")).ok());
        QCOMPARE(m_sshd->logins() - before, 1);
    }

    void cancelStopsACommandThatTalks()
    {
        SshExec ssh;
        const QString mark = m_sshd->path(QStringLiteral("talker"));
        CancelSource source;
        auto task =
            ssh.exec(m_sshd->target(), script("echo $$ > " + mark.toUtf8() + "; while :; do echo; sleep 0.05; done"),
                     {source.token(), QDeadlineTimer(60s)});
        QTRY_VERIFY_WITH_TIMEOUT(!m_sshd->text(QStringLiteral("talker")).isEmpty(), 20'000);
        source.cancel();
        QVERIFY(QCoro::waitFor(task).cancelled());
        const QString process = u"/proc/" + m_sshd->text(QStringLiteral("talker")).trimmed();
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(process), 20'000);
    }

    void cancelledBefore()
    {
        SshExec ssh;
        CancelSource source;
        source.cancel();
        QVERIFY(run(ssh, script("true"), {source.token(), QDeadlineTimer(60s)}).cancelled());
    }

    void cameToItsDeadline()
    {
        SshExec ssh;
        QVERIFY(run(ssh, script("true")).ok());
        const auto result = run(ssh, script("sleep 30"), CallContext::cleanup(1200ms));
        verifyError(result, ErrorCode::TimedOut);
        QCOMPARE(result.error().args, QStringList({QStringLiteral("web-1"), QStringLiteral("1")}));
    }

    void endsWhatRunsWhenItEnds()
    {
        auto ssh = std::make_unique<SshExec>();
        auto connecting = ssh->exec(m_sshd->target(), script("sleep 30"), soon());
        SshTarget relayed = m_sshd->target();
        relayed.name = QStringLiteral("web-2");
        QVERIFY(QCoro::waitFor(ssh->exec(relayed, script("true"), soon())).ok());
        auto running = ssh->exec(relayed, script("sleep 30"), soon());
        QTest::qWait(100);
        ssh.reset();
        verifyError(QCoro::waitFor(connecting), ErrorCode::SshBroken);
        verifyError(QCoro::waitFor(running), ErrorCode::SshBroken);
    }
};

QTEST_GUILESS_MAIN(TestSsh)
#include "tst_ssh.moc"
