// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/transport/route_fixture.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

/// Says something to everybody who comes, and then hangs, hangs up, or goes on for ever.
class FakeServer : public QTcpServer
{
public:
    enum class Then { Hang, Close, Repeat };
    FakeServer(const QByteArray& greeting, Then then) : m_greeting(greeting), m_then(then)
    {
        QVERIFY(listen(QHostAddress(QHostAddress::AnyIPv4)));
        connect(this, &QTcpServer::newConnection, this, [this] { greet(nextPendingConnection()); });
    }
    int most() const { return m_most; }
    int open() const { return m_open; }

private:
    void greet(QTcpSocket* socket)
    {
        m_most = std::max(m_most, ++m_open);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        if (m_then == Then::Repeat)
            connect(socket, &QTcpSocket::bytesWritten, socket, [this, socket] { socket->write(m_greeting); });
        socket->write(m_greeting);
        if (m_then == Then::Close)
            socket->disconnectFromHost();
    }
    QByteArray m_greeting;
    Then m_then;
    int m_open = 0;
    int m_most = 0;
};

/// Passes on the first bytes of a server and then falls silent or cuts the line.
class LimitedRelay : public QTcpServer
{
public:
    LimitedRelay(int port, qint64 limit, bool cuts)
    {
        QVERIFY(listen(QHostAddress(QHostAddress::LocalHost)));
        connect(this, &QTcpServer::newConnection, this,
                [=, this] { join(nextPendingConnection(), port, limit, cuts); });
    }
    void fallSilent() { m_silent = true; }
    qint64 passed() const { return m_passed; } ///< of the server's bytes

private:
    void join(QTcpSocket* near, int port, qint64 limit, bool cuts)
    {
        auto* far = new QTcpSocket(near);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
        connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [=, this, passed = qint64(0)]() mutable {
            const QByteArray bytes = far->readAll();
            if (m_silent)
                return;
            near->write(bytes.left(std::max<qint64>(0, limit - passed)));
            passed += bytes.size();
            m_passed = passed;
            if (cuts && passed >= limit)
                near->disconnectFromHost();
        });
    }
    bool m_silent = false;
    qint64 m_passed = 0;
};

SshWay wayToPort(int port)
{
    SshWay way;
    way.hostName = QStringLiteral("127.0.0.1");
    way.port = port;
    way.user = QStringLiteral("root");
    way.connectTimeout = 1;
    way.strictness = SshStrictness::AcceptNew;
    return way;
}

} // namespace

class TestRouteFaults : public QObject
{
    Q_OBJECT

    ScriptedAsker m_asker;

    /// Bytes an sshd has sent when its host key is refused.
    qint64 saidBeforeLogin(SshWay way)
    {
        LimitedRelay relay(way.port, 1'000'000, false);
        way.port = relay.serverPort();
        way.strictness = SshStrictness::Refuse;
        RouteExec ssh(&m_asker);
        [&] { VERIFY_CODE(runOn(ssh, {way}), ErrorCode::HostKeyUnknown); }();
        return relay.passed();
    }

private Q_SLOTS:
    void serversThatAreNone_data()
    {
        using Then = FakeServer::Then;
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<Then>("then");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray banner("SSH-2.0-Nothing\r\n");
        QTest::newRow("says nothing") << QByteArray() << Then::Hang << ErrorCode::SshSilent;
        QTest::newRow("hangs up") << QByteArray() << Then::Close << ErrorCode::SshUnreachable;
        QTest::newRow("another protocol") << QByteArray("220 mail\r\n") << Then::Close << ErrorCode::SshUnreachable;
        QTest::newRow("endless lines") << QByteArray("all work and no play\r\n").repeated(100) << Then::Repeat
                                       << ErrorCode::SshUnreachable;
        QTest::newRow("an endless line") << QByteArray(4096, 'x') << Then::Repeat << ErrorCode::SshUnreachable;
        QTest::newRow("zeros") << QByteArray(4096, '\0') << Then::Repeat << ErrorCode::SshUnreachable;
        QTest::newRow("a banner, then nothing") << banner << Then::Hang << ErrorCode::SshSilent;
        QTest::newRow("a banner, then hangs up") << banner << Then::Close << ErrorCode::SshBroken;
        QTest::newRow("a banner, then nonsense")
            << banner + QByteArray(4096, 'x') << Then::Hang << ErrorCode::SshBroken;
    }
    void serversThatAreNone()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(FakeServer::Then, then);
        QFETCH(ErrorCode, code);
        FakeServer server(greeting, then);
        RouteExec ssh(&m_asker);
        const Result<ExecResult> result = runOn(ssh, {wayToPort(server.serverPort())});
        VERIFY_CODE(result, code);
        QCOMPARE(result.error().args.at(0), QStringLiteral("web-1"));
        QCOMPARE(result.error().args.at(1), QString(u"127.0.0.1:" + QString::number(server.serverPort())));
    }

    void serversThatStopInTheMiddle_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<bool>("cuts");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("key exchange hangs") << qint64(600) << false << ErrorCode::SshSilent;
        QTest::newRow("key exchange is cut") << qint64(600) << true << ErrorCode::SshBroken;
        QTest::newRow("login hangs") << qint64(-1) << false << ErrorCode::SshSilent;
        QTest::newRow("login is cut") << qint64(-1) << true << ErrorCode::SshBroken;
    }
    void serversThatStopInTheMiddle()
    {
        QFETCH(qint64, limit);
        QFETCH(bool, cuts);
        QFETCH(ErrorCode, code);
        const TestSshd sshd;
        SshWay way = wayTo(sshd);
        way.connectTimeout = 2;
        way.strictness = SshStrictness::AcceptNew;
        const qint64 untilLogin = limit > 0 ? limit : saidBeforeLogin(way) + 1;
        LimitedRelay relay(way.port, untilLogin, cuts);
        way.port = relay.serverPort();
        RouteExec ssh(&m_asker);
        const int before = sshd.logins();
        const Result<ExecResult> result = runOn(ssh, {way});
        VERIFY_CODE(result, code);
        QCOMPARE(sshd.logins(), before);
        QCOMPARE(QFile::exists(way.userKnownHostsFiles.first()), limit < 0); // the host key was seen
    }

    void oneThatHangsDoesNotDelayAnother()
    {
        FakeServer silent({}, FakeServer::Then::Hang);
        const TestSshd sshd;
        SshWay slow = wayToPort(silent.serverPort());
        slow.connectTimeout = 30;
        SshWay good = wayTo(sshd);
        makeKnown(sshd, good);
        RouteExec ssh(&m_asker);
        auto hanging = ssh.exec(routeOf({slow}), script("true"), soon());
        VERIFY_IN(runOn(ssh, {good}));
        QVERIFY(!hanging.isReady());
        ssh.closeAll();
        VERIFY_CODE(QCoro::waitFor(hanging), ErrorCode::SshBroken);
    }

    // 300 hosts are not 300 sockets in one moment, and who waits does not get less time.
    void notAllAtOnce()
    {
        FakeServer silent({}, FakeServer::Then::Hang);
        RouteExec ssh(&m_asker);
        CancelSource source;
        std::vector<Task<ExecResult>> tasks;
        for (int i = 0; i < 300; ++i) {
            SshWay way = wayToPort(silent.serverPort());
            way.hostName = QStringLiteral("127.0.%1.%2").arg(2 + i / 200).arg(1 + i % 200);
            way.connectTimeout = 1;
            tasks.push_back(ssh.exec(routeOf({way}), script("true"), {source.token(), QDeadlineTimer(60s)}));
        }
        VERIFY_CODE(QCoro::waitFor(tasks.at(0)), ErrorCode::SshSilent);
        QVERIFY(QCoro::waitFor(tasks.at(100)).failed());
        // The next ones may be seen before the end of those that made room.
        QVERIFY2(silent.most() <= 2 * 64, QByteArray::number(silent.most()).constData());
        source.cancel();
        for (int i = 200; i < 300; ++i)
            QVERIFY(QCoro::waitFor(tasks.at(size_t(i))).cancelled());
        QTRY_COMPARE_WITH_TIMEOUT(silent.open(), 0, 20'000); // nobody wants them
    }

    void sixAtOneDoor()
    {
        FakeServer silent({}, FakeServer::Then::Hang);
        RouteExec ssh(&m_asker);
        CancelSource source;
        std::vector<Task<ExecResult>> tasks;
        for (int i = 0; i < 20; ++i) {
            SshWay way = wayToPort(silent.serverPort());
            way.user = QStringLiteral("user%1").arg(i);
            tasks.push_back(ssh.exec(routeOf({way}), script("true"), {source.token(), QDeadlineTimer(60s)}));
        }
        VERIFY_CODE(QCoro::waitFor(tasks.at(7)), ErrorCode::SshSilent);
        QVERIFY2(silent.most() <= 2 * 6, QByteArray::number(silent.most()).constData());
        source.cancel();
        for (auto& task : tasks)
            QVERIFY(!QCoro::waitFor(task).ok());
    }

    void aServerThatNoLongerAnswersIsNoticed()
    {
        const TestSshd sshd;
        SshWay way = wayTo(sshd);
        LimitedRelay relay(way.port, 1'000'000, false);
        way.port = relay.serverPort();
        way.serverAliveInterval = 1;
        way.serverAliveCountMax = 2;
        makeKnown(sshd, way);
        RouteExec ssh(&m_asker);
        auto quiet = ssh.exec(routeOf({way}), script("sleep 5; echo in"), soon());
        VERIFY_IN(QCoro::waitFor(quiet)); // nothing is said for longer than that, and it lives
        auto task = ssh.exec(routeOf({way}), script("sleep 60"), soon());
        QTest::qWait(200);
        relay.fallSilent();
        const Result<ExecResult> result = QCoro::waitFor(task);
        VERIFY_CODE(result, ErrorCode::SshBroken);
        QCOMPARE(result.error().detail, QStringLiteral("not responding"));
    }
};

QTEST_GUILESS_MAIN(TestRouteFaults)
#include "tst_route_faults.moc"
