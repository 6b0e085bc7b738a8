// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/transport/route_fixture.h"

#include <QTcpServer>

#include <netinet/in.h>
#include <sys/socket.h>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

constexpr int hostCount = 40;

} // namespace

class TestRouteJumps : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSshd> m_bastion;
    std::unique_ptr<TestSshd> m_hosts;
    std::vector<std::unique_ptr<TestRelay>> m_doors; // as many hosts as one wants, and one sshd behind them
    std::unique_ptr<ScriptedAsker> m_asker;
    SshWay m_first;

    QString address(int number) const { return QStringLiteral("127.0.0.1:%1").arg(hostWay(number).port); }
    SshWay hostWay(int number) const
    {
        SshWay way = wayTo(*m_hosts);
        way.port = m_doors.at(size_t(number))->serverPort();
        way.strictness = SshStrictness::AcceptNew;
        return way;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bastion = std::make_unique<TestSshd>();
        m_hosts = std::make_unique<TestSshd>();
        for (int i = 0; i < hostCount; ++i)
            m_doors.push_back(std::make_unique<TestRelay>(m_hosts->target().endpoint.port));
        m_first = wayTo(*m_bastion);
        makeKnown(*m_bastion, m_first);
    }
    void cleanupTestCase()
    {
        m_doors.clear();
        m_hosts.reset();
        m_bastion.reset();
    }
    void init() { m_asker = std::make_unique<ScriptedAsker>(); }

    void throughOneAndThroughTwo()
    {
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {m_first, hostWay(0)}));
        SshWay between = hostWay(1);
        VERIFY_IN(runOn(ssh, {m_first, between, hostWay(2)}));
    }

    void aLotGoesThrough()
    {
        RouteExec ssh(m_asker.get());
        ExecRequest request;
        request.command = QStringLiteral("tee /dev/stderr");
        request.script = QByteArray(12 * 1024 * 1024, 'x');
        const auto result = QCoro::waitFor(ssh.exec(routeOf({m_first, hostWay(0)}), request, soon()));
        QVERIFY2(result.ok(), textOf(result).constData());
        QVERIFY(result->out == request.script);
        QVERIFY(result->err == request.script);
    }

    void manyHostsShareTheJumpHost()
    {
        RouteExec ssh(m_asker.get());
        const int before = m_bastion->logins();
        const int hostsBefore = m_hosts->logins();
        std::vector<Task<ExecResult>> tasks;
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < hostCount; ++i)
                tasks.push_back(ssh.exec(routeOf({m_first, hostWay(i)}), script("echo in"), soon()));
        }
        for (auto& task : tasks)
            VERIFY_IN(QCoro::waitFor(task));
        QVERIFY(m_bastion->logins() - before <= 2); // a second one only where the machine is so busy that one hangs
        QCOMPARE(m_hosts->logins() - hostsBefore, hostCount);
    }

    void theJumpHostLivesAsLongAsWhatStandsOnIt()
    {
        auto ssh = std::make_unique<RouteExec>(m_asker.get());
        auto task = ssh->exec(routeOf({m_first, hostWay(3)}), script("sleep 1; echo in"), soon());
        VERIFY_IN(runOn(*ssh, {m_first, hostWay(3)}));
        ssh->forget(routeOf({m_first, hostWay(3)}));
        VERIFY_IN(QCoro::waitFor(task));
        auto cut = ssh->exec(routeOf({m_first, hostWay(3)}), script("sleep 30"), soon());
        QTest::qWait(50);
        ssh.reset();
        VERIFY_CODE(QCoro::waitFor(cut), ErrorCode::SshBroken);
    }

    void aDeadJumpHostIsReplaced()
    {
        TestRelay relay(m_first.port);
        SshWay first = m_first;
        first.port = relay.serverPort();
        makeKnown(*m_bastion, first);
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {first, hostWay(4)}));
        relay.cut();
        auto kept = ssh.exec(routeOf({first, hostWay(4)}), script("echo in"), soon());
        auto fresh = ssh.exec(routeOf({first, hostWay(5)}), script("echo in"), soon());
        VERIFY_IN(QCoro::waitFor(kept));
        VERIFY_IN(QCoro::waitFor(fresh));
        QCOMPARE(relay.connections(), 2);
    }

    void theHopThatFailsIsNamed()
    {
        RouteExec ssh(m_asker.get());
        SshWay nowhere = m_first;
        nowhere.port = 1;
        const Result<ExecResult> first = runOn(ssh, {nowhere, hostWay(0)});
        VERIFY_CODE(first, ErrorCode::SshUnreachable);
        QCOMPARE(first.error().args, QStringList({QStringLiteral("web-1"), QStringLiteral("127.0.0.1:1")}));
        SshWay behind = hostWay(0);
        behind.port = 1;
        const Result<ExecResult> second = runOn(ssh, {m_first, behind});
        VERIFY_CODE(second, ErrorCode::SshUnreachable);
        QCOMPARE(second.error().args, QStringList({QStringLiteral("web-1"), QStringLiteral("127.0.0.1:1")}));
        QVERIFY(second.error().detail.startsWith(QString(m_first.hostName + u':' + QString::number(m_first.port))));
        SshWay stranger = m_first;
        m_hosts->makeKey(QStringLiteral("stranger"), QStringLiteral("ed25519"));
        stranger.identityFiles = QStringList{m_hosts->path(QStringLiteral("stranger"))};
        const Result<ExecResult> third = runOn(ssh, {stranger, hostWay(0)});
        VERIFY_CODE(third, ErrorCode::SshAuthFailed);
        QCOMPARE(third.error().args.at(2), QString(m_first.hostName + u':' + QString::number(m_first.port)));
    }

    void aJumpHostThatDoesNotForward()
    {
        const TestSshd closed(QStringLiteral("AllowTcpForwarding no\n"));
        SshWay first = wayTo(closed);
        makeKnown(closed, first);
        RouteExec ssh(m_asker.get());
        const Result<ExecResult> result = runOn(ssh, {first, hostWay(0)});
        VERIFY_CODE(result, ErrorCode::SshUnreachable);
        QCOMPARE(result.error().args.at(1), address(0));
    }

    // A host that does not answer keeps libssh2 from opening anything else on that connection.
    void aHostThatHangsDoesNotDelayTheOthers()
    {
        const int full = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in own{};
        own.sin_family = AF_INET;
        own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof own;
        QCOMPARE(::bind(full, reinterpret_cast<sockaddr*>(&own), size), 0);
        QCOMPARE(::listen(full, 0), 0);
        ::getsockname(full, reinterpret_cast<sockaddr*>(&own), &size);
        QTcpSocket crowd[4]; // nobody takes them out of the queue: who comes after hangs
        for (QTcpSocket& one : crowd)
            one.connectToHost(QHostAddress(QHostAddress::LocalHost), ntohs(own.sin_port));
        QTest::qWait(50);

        SshWay hanging = wayTo(*m_hosts);
        hanging.port = ntohs(own.sin_port);
        hanging.connectTimeout = 20;
        RouteExec ssh(m_asker.get());
        VERIFY_IN(runOn(ssh, {m_first, hostWay(6)}));
        auto stuck = ssh.exec(routeOf({m_first, hanging}), script("true"), soon());
        std::vector<Task<ExecResult>> others;
        for (int i = 7; i < 20; ++i)
            others.push_back(ssh.exec(routeOf({m_first, hostWay(i)}), script("echo in"), soon()));
        for (auto& task : others)
            VERIFY_IN(QCoro::waitFor(task));
        QVERIFY(!stuck.isReady());
        ::close(full);
        ssh.closeAll();
        QVERIFY(!QCoro::waitFor(stuck).ok());
    }
};

QTEST_GUILESS_MAIN(TestRouteJumps)
#include "tst_route_jumps.moc"
