// SPDX-License-Identifier: GPL-3.0-or-later
// The lease as it is used: two machines, each with connections of its own to a real sshd.
#include "backend/lease/lease_keeper.h"
#include "backend/transport/ssh.h"
#include "tests/backend/lease/lease_world.h"
#include "tests/backend/transport/test_sshd.h"

#include <QElapsedTimer>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
const LeaseRequest pausing{Command::Pause, QStringLiteral("jun@desk"), 0};

/// What a person may wait for an answer, on a way that takes no time itself.
constexpr qint64 promisedMs = 250;

class SshNode final : public Exec
{
public:
    explicit SshNode(SshTarget target) : m_target(std::move(target)) {}
    Task<ExecResult> exec(NodeFacts, ExecRequest request, CallContext context) override
    {
        return m_ssh.exec(m_target, std::move(request), context);
    }
    void setEndpoint(const Endpoint& endpoint) { m_target.endpoint = endpoint; }
    void closeAll() { m_ssh.closeAll(); }

private:
    SshExec m_ssh;
    SshTarget m_target;
};

} // namespace

class TestLeaseSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerComesWithinThePromise()
    {
        const auto one = machine(m_mina);
        const auto two = machine(m_jun);
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        QVERIFY2(held.ok(), qPrintable(told(held)));
        LeaseKeeper keeper(one, *held, hooks());
        QList<qint64> took;
        QList<qint64> looks;
        QElapsedTimer clock;
        for (int round = 0; round < 20; ++round) {
            clock.start();
            QVERIFY(wait(two->read(soon())).ok());
            looks += clock.restart();
            QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("done"));
            took += clock.elapsed();
        }
        std::sort(took.begin(), took.end());
        std::sort(looks.begin(), looks.end());
        qInfo("over ssh: fastest %lld ms, median %lld ms, slowest of 20 %lld ms", took.first(), took.at(10),
              took.last());
        QCOMPARE(m_heard, 20);
        // However busy this machine is: a question costs a few ways to the host, and no wait for somebody to look.
        const qint64 fewWays = std::max<qint64>(promisedMs, 8 * looks.at(10));
        QVERIFY2(took.first() < fewWays, qPrintable(QString::number(fewWays)));
        QCOMPARE(told(wait(keeper.end(WorkLeft::Done, soon()))), QStringLiteral("done"));
        QVERIFY(wait(two->read(soon()))->leases.isEmpty());
    }

    /// The cable is pulled and put back: connections die, the lease does not.
    void aCutConnectionLosesNothing()
    {
        snowmelt::testing::TestRelay cable(m_sshd.target().endpoint.port);
        m_mina.setEndpoint(cable.endpoint());
        m_mina.closeAll();
        const auto one = machine(m_mina, quick());
        const auto two = machine(m_jun);
        const Result<HeldLease> held = wait(one->take(web, mina(), {}, soon()));
        QVERIFY2(held.ok(), qPrintable(told(held)));
        LeaseKeeper keeper(one, *held, hooks());
        for (int round = 0; round < 3; ++round) {
            cable.cut();
            QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("done"));
        }
        const QDateTime before = wait(two->read(soon()))->leases.first().until;
        QTRY_VERIFY_WITH_TIMEOUT(wait(two->read(soon()))->leases.first().until > before, 20'000);
        QCOMPARE(m_lost, QList<Error>());
        QCOMPARE(told(wait(keeper.end(WorkLeft::Done, soon()))), QStringLiteral("done"));
    }

private:
    std::shared_ptr<FleetLeases> machine(SshNode& node, LeaseTiming timing = {}) const
    {
        NodeFacts edge;
        edge.name = QStringLiteral("edge");
        const QByteArray folder =
            QFile::encodeName(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        return std::make_shared<FleetLeases>(std::make_shared<ExecLeaseStore>(&node, edge, folder),
                                             QStringLiteral("shop"), timing);
    }
    LeaseHooks hooks()
    {
        return {[this](Command, const QString&, int) {
                    ++m_heard;
                    return std::nullopt;
                },
                [this](const Error& error) { m_lost += error; }};
    }

    snowmelt::testing::TestSshd m_sshd;
    QTemporaryDir m_folder;
    SshNode m_mina{m_sshd.target()};
    SshNode m_jun{m_sshd.target()};
    int m_heard = 0;
    QList<Error> m_lost;
};

QTEST_GUILESS_MAIN(TestLeaseSsh)
#include "tst_lease_ssh.moc"
