// SPDX-License-Identifier: GPL-3.0-or-later
// A fleet of hosts that were there before, through every verb: what looks at them works, what makes or replaces refuses
// before anything, and nothing is leased for them.
#include "backend/fleet/fleet_lease.h"
#include "backend/services/backend_operations.h"
#include "tests/support/free_port.h"
#include "tests/support/lab.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString web = QStringLiteral("web");

} // namespace

class TestGivenHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nobody listens there: the farm is all down.
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"ssh_config"_qs,
              "Host *\n HostName 127.0.0.1\n Ciphers aes128-ctr\n Port " + QByteArray::number(freePort()) + '\n');
        write(u"farm.yaml"_qs, "snowmelt: 1\nname: farm\nplatform: {kind: ssh, ssh-config: ssh_config}\n"
                               "balancers: {edge: {driver: haproxy, hosts: [lb1], listen: 80, serves: [web]}}\n"
                               "groups: {web: {hosts: [\"web[1-3]\"], port: 80, uses: [orders]}}\n"
                               "databases: {orders: {engine: postgresql, hosts: [db1]}}\n");
        m_operations = std::make_unique<BackendOperations>(m_home->path());
        m_lab = std::make_unique<Lab>(m_operations.get(), m_folder->filePath(u"farm.yaml"_qs));
    }
    void cleanup()
    {
        m_lab.reset();
        m_operations.reset();
    }

    void whatMakesOrReplacesRefuses_data()
    {
        QTest::addColumn<int>("verb");
        const char* const names[] = {"up", "down", "build", "plan", "swap", "rebirth", "rollback", "resume", "orphans"};
        for (int i = 0; i < int(std::size(names)); ++i)
            QTest::newRow(names[i]) << i;
    }
    void whatMakesOrReplacesRefuses()
    {
        QFETCH(int, verb);
        const ImageRef image{u"shop"_qs, u"1"_qs};
        const QList<Intent> intents{UpIntent{},
                                    DownIntent{true},
                                    BuildIntent{image},
                                    PlanIntent{web, image},
                                    SwapIntent{web, image},
                                    RebirthIntent{u"web1"_qs},
                                    ControlIntent{web},
                                    ResumeIntent{},
                                    OrphansIntent{}};
        const Run run = m_lab->run(intents.at(verb));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(run.ending(), u"failed unsupported %1|ssh"_qs.arg(name));
        QCOMPARE(run.finished->safety, Safety::NothingTouched);
        QCOMPARE(run.events.size(), 2); // it began and ended
        QVERIFY(!QDir(m_home->path()).exists(u"fleets/farm"_qs));
    }

    void statusTellsWhoIsNotThere()
    {
        const Run run = m_lab->run(StatusIntent{});
        QCOMPARE(run.ending(), u"incomplete"_qs);
        const FleetState fleet = run.all<FleetObserved>().last().fleet;
        QCOMPARE(fleet.platform, u"ssh"_qs);
        QVERIFY(!fleet.fleetId.isEmpty());
        QCOMPARE(fleet.blind.size(), 5);
        QCOMPARE(fleet.groups.first().nodes.size(), 3);
        QCOMPARE(fleet.balancers.first().node.name, u"edge"_qs);
        QCOMPARE(fleet.databases.first().node.name, u"orders"_qs);
        for (const NodeState* node : fleet.allNodes()) {
            QVERIFY(node->wasThere());
            QCOMPARE(node->health, Health::Down);
            QCOMPARE(node->healthReason, u"sshUnreachable"_qs);
            QCOMPARE(node->ssh.host, u"127.0.0.1"_qs);
        }
        QVERIFY(!QDir(m_home->path()).exists(u"fleets/farm"_qs)); // no lease, no key
        QVERIFY(QDir(hostLeaseFolder()).entryList({u"block-*.json"_qs}).filter(u"farm"_qs).isEmpty());
    }

    void theSameFleetIsTheSameFleet()
    {
        const QString id = m_lab->run(StatusIntent{}).all<FleetObserved>().last().fleet.fleetId;
        BackendOperations other(m_home->path());
        Lab terminal(&other, m_folder->filePath(u"farm.yaml"_qs));
        QCOMPARE(terminal.run(StatusIntent{}).all<FleetObserved>().last().fleet.fleetId, id);
    }

    void whatIsNotFollowedIsToldOnce()
    {
        QStringList told;
        for (const Run& run : {m_lab->run(StatusIntent{}), m_lab->run(StatusIntent{})})
            for (const LogLine& line : run.all<LogLine>())
                told << line.source + u' ' + line.text.section(u'/', -1);
        QCOMPARE(told, QStringList{u"ssh_config ssh_config:3:2: Ciphers aes128-ctr"_qs});
    }

    void aDifferenceSaysWhoCouldNotBeSeen()
    {
        DiffIntent diff;
        diff.group = web;
        const Run run = m_lab->run(diff);
        const GroupDrift drift = run.all<NodesCompared>().first().drift;
        QCOMPARE(drift.nodes.size(), 3);
        for (const auto& node : drift.nodes) {
            QVERIFY(node.error);
            QCOMPARE(node.error->code, ErrorCode::SshUnreachable);
        }
        QVERIFY(drift.differences.isEmpty());
    }

    void aScanSaysWhoCouldNotBeSeen()
    {
        const Run run = m_lab->run(ScanIntent{});
        QCOMPARE(run.ending(), u"incomplete"_qs);
        QStringList unseen;
        for (const NodeUnseen& node : run.all<NodeUnseen>()) {
            unseen << node.node;
            QCOMPARE(node.error.code, ErrorCode::SshUnreachable);
        }
        unseen.sort();
        QCOMPARE(unseen, QStringList({u"edge"_qs, u"orders"_qs, u"web1"_qs, u"web2"_qs, u"web3"_qs}));
        QVERIFY(run.all<NodeScanned>().isEmpty());
    }

    void onlyTheNamedAreLoggedInTo_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<QStringList>("meant");
        QTest::newRow("scan of one") << 0 << QStringList{u"web1"_qs};
        QTest::newRow("scan of all") << 1 << QStringList{u"db1"_qs, u"lb1"_qs, u"web1"_qs, u"web2"_qs, u"web3"_qs};
        QTest::newRow("diff of two") << 2 << QStringList{u"web1"_qs, u"web3"_qs};
        QTest::newRow("diff of a group") << 3 << QStringList{u"web1"_qs, u"web2"_qs, u"web3"_qs};
    }
    void onlyTheNamedAreLoggedInTo()
    {
        QFETCH(int, verb);
        QFETCH(QStringList, meant);
        std::map<QString, QTcpServer> doors; // each host's own, and nobody behind it
        QStringList knocked;
        QByteArray config = "Host *\n HostName 127.0.0.1\n";
        for (const char* host : {"db1", "lb1", "web1", "web2", "web3"}) {
            QTcpServer& door = doors[QString::fromLatin1(host)];
            QVERIFY(door.listen(QHostAddress::LocalHost));
            connect(&door, &QTcpServer::newConnection, this, [&door, &knocked, host] {
                delete door.nextPendingConnection();
                if (!knocked.contains(QLatin1String(host)))
                    knocked.append(QString::fromLatin1(host));
            });
            config = QByteArray("Host ") + host + "\n Port " + QByteArray::number(door.serverPort()) + '\n' + config;
        }
        write(u"ssh_config"_qs, config);
        DiffIntent group;
        group.group = web;
        const QList<Intent> intents{ScanIntent{{u"web1"_qs}}, ScanIntent{}, DiffIntent{{}, {u"web1"_qs, u"web3"_qs}},
                                    group};
        const Run run = m_lab->run(intents.at(verb));
        QVERIFY(run.finished.has_value());
        knocked.sort();
        QCOMPARE(knocked, meant);
    }

    void thereAreNoImages()
    {
        const Run run = m_lab->run(ImagesIntent{});
        QCOMPARE(run.ending(), u"done"_qs);
        QVERIFY(run.all<ImagesListed>().first().images.isEmpty());
    }

    void watchLooksOn()
    {
        const OperationId watch = m_lab->begin(WatchIntent{});
        int looks = 0;
        QVERIFY(m_lab->waitFor(watch, [&looks](const Event& event) {
            return std::holds_alternative<FleetObserved>(event.body) && ++looks == 2;
        }));
        m_operations->cancel(watch);
        QCOMPARE(m_lab->end(watch).ending(), u"cancelled"_qs);
    }

private:
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

QTEST_GUILESS_MAIN(TestGivenHosts)
#include "tst_given_hosts.moc"
