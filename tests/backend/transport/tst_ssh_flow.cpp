// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/transport/route_fixture.h"

#include <QCryptographicHash>

using namespace snowmelt;
using namespace snowmelt::testing;
using namespace std::chrono_literals;

namespace {

constexpr qint64 large = 24 * 1024 * 1024;

QByteArray chunkAt(qint64 offset)
{
    return QByteArray(qsizetype(std::min<qint64>(100'003, large - offset)), char('a' + offset % 26));
}

} // namespace

/// Streams longer than anybody would keep, on a real sshd.
class TestSshFlow : public QObject
{
    Q_OBJECT

private:
    Result<ExecResult> run(const QString& command, const SshFlow& flow, const CallContext& context = soon())
    {
        ExecRequest request;
        request.command = command;
        request.outputLimit = 4096;
        return QCoro::waitFor(m_ssh->stream(routeOf({m_way}), request, flow, context));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = std::make_unique<TestSshd>();
        m_way = wayTo(*m_sshd);
        makeKnown(*m_sshd, m_way);
        m_ssh = std::make_unique<RouteExec>(&m_asker);
    }
    void cleanupTestCase()
    {
        m_ssh.reset();
        QCoreApplication::processEvents();
        m_sshd.reset();
    }

    void whatGoesInArrives()
    {
        QCryptographicHash sum(QCryptographicHash::Sha256);
        qint64 sent = 0;
        SshFlow flow;
        flow.input = [&]() -> SshFlow::Input {
            if (sent == large)
                return {SshFlow::Input::Kind::End};
            const QByteArray bytes = chunkAt(sent);
            sum.addData(bytes);
            sent += bytes.size();
            return {SshFlow::Input::Kind::Bytes, bytes};
        };
        const auto result = run(u"exec sha256sum"_qs, flow);
        QVERIFY2(result.ok(), textOf(result).constData());
        QCOMPARE(result->out.left(64), sum.result().toHex());
    }

    void whatComesOutIsNotKept()
    {
        qint64 got = 0;
        SshFlow flow;
        flow.out = [&](const QByteArray& bytes) {
            got += bytes.count('\0');
            return true;
        };
        const auto result = run(u"head -c %1 /dev/zero; echo that was it >&2; exit 3"_qs.arg(large), flow);
        QVERIFY2(result.ok(), textOf(result).constData());
        QCOMPARE(got, large);
        QCOMPARE(result->exitStatus, 3);
        QCOMPARE(result->err, QByteArray("that was it\n"));
        QVERIFY(result->out.isEmpty() && !result->truncated);
    }

    // A disk that is full.
    void whoCannotTakeItEndsIt()
    {
        int asked = 0;
        SshFlow flow;
        flow.out = [&](const QByteArray&) { return ++asked < 3; };
        const auto result = run(u"cat /dev/zero"_qs, flow);
        QVERIFY2(result.ok(), textOf(result).constData());
        QVERIFY(result->truncated);
        QCOMPARE(result->exitStatus, -1);
        QCOMPARE(asked, 3);
    }

    // The command waits for a line that is only sent once it has asked for it, and then for one that comes with time.
    void laterIsAskedAgain()
    {
        QByteArray heard;
        int lines = 0;
        int beats = 0;
        SshFlow flow;
        flow.askAgain = 20ms;
        flow.out = [&](const QByteArray& bytes) {
            heard += bytes;
            return true;
        };
        flow.input = [&]() -> SshFlow::Input {
            if (lines == 0 && heard.contains("ready")) {
                ++lines;
                return {SshFlow::Input::Kind::Bytes, "first\n"};
            }
            if (lines == 1 && heard.contains("got first") && ++beats > 3) {
                ++lines;
                return {SshFlow::Input::Kind::Bytes, "second\n"};
            }
            return {SshFlow::Input::Kind::Later};
        };
        const auto result = run(u"echo ready; read a; echo got $a; read b; echo got $b"_qs, flow);
        QVERIFY2(result.ok(), textOf(result).constData());
        QCOMPARE(heard, QByteArray("ready\ngot first\ngot second\n"));
    }

private:
    ScriptedAsker m_asker;
    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<RouteExec> m_ssh;
    SshWay m_way;
};

QTEST_GUILESS_MAIN(TestSshFlow)
#include "tst_ssh_flow.moc"
