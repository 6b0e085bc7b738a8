// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/host_standing.h"

#include "models/domain/code_names.h"

#include <QTest>

using namespace snowmelt;

Q_DECLARE_METATYPE(snowmelt::NodeState)

class TestHostStanding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysHowAHostWasSeen_data();
    void saysHowAHostWasSeen();
};

namespace {

NodeState host(Lifecycle lifecycle, Health health, const QString& reason)
{
    NodeState node;
    node.name = QStringLiteral("web1.example.org");
    node.lifecycle = lifecycle;
    node.health = health;
    node.healthReason = reason;
    return node;
}

} // namespace

void TestHostStanding::saysHowAHostWasSeen_data()
{
    QTest::addColumn<NodeState>("node");
    QTest::addColumn<int>("standing");
    const auto row = [](const char* name, const NodeState& node, HostStanding standing) {
        QTest::newRow(name) << node << int(standing);
    };
    const QString silent = codeName(ErrorCode::SshUnreachable);
    row("nobody looked", host(Lifecycle::Absent, Health::Unknown, {}), HostStanding::NotLooked);
    row("answers", host(Lifecycle::Running, Health::Unknown, notAskedReason), HostStanding::Reached);
    row("nobody answers", host(Lifecycle::Stopped, Health::Down, silent), HostStanding::Silent);
    row("does not let us in", host(Lifecycle::Running, Health::Unknown, codeName(ErrorCode::SshAuthFailed)),
        HostStanding::Unknown);
    row("unknown without a reason", host(Lifecycle::Running, Health::Unknown, {}), HostStanding::Unknown);
    row("its service was asked", host(Lifecycle::Running, Health::Healthy, {}), HostStanding::Judged);
    row("its service is down", host(Lifecycle::Running, Health::Down, QStringLiteral("GET /: 503")),
        HostStanding::Judged);
    NodeState made = host(Lifecycle::Running, Health::Unknown, notAskedReason);
    made.image = {QStringLiteral("shop"), QStringLiteral("1.0.0")};
    row("Snowmelt made it", made, HostStanding::Judged);
    made.lifecycle = Lifecycle::Absent;
    row("Snowmelt will make it", made, HostStanding::Judged);
}

void TestHostStanding::saysHowAHostWasSeen()
{
    QFETCH(NodeState, node);
    QFETCH(int, standing);
    QCOMPARE(int(standingOf(node)), standing);
    QCOMPARE(isReached(node), standing == int(HostStanding::Reached));
}

QTEST_GUILESS_MAIN(TestHostStanding)
#include "tst_host_standing.moc"
