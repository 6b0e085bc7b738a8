// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet_lease.h"
#include "backend/fleet/fleet_paths.h"
#include "backend/fleet/host_view.h"
#include "backend/fleet/ssh_key.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

Blueprint blueprint(const QString& name, const QString& path)
{
    Blueprint made;
    made.name = name;
    made.path = path;
    return made;
}

} // namespace

class TestFleetRegistry : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString leases() const { return m_folder.filePath(QStringLiteral("leases")); }

private Q_SLOTS:
    void aLeaseIsMadeOnceAndFoundAgain()
    {
        FleetRegistry registry(m_folder.filePath(QStringLiteral("one")), leases());
        const Blueprint shop = blueprint(QStringLiteral("shop"), QStringLiteral("/a/shop.yaml"));
        QVERIFY(registry.find(shop)->fleetId.isEmpty());
        const Result<FleetLease> lease = registry.acquire(shop);
        QVERIFY(lease.ok());
        QVERIFY(!lease->fleetId.isEmpty());
        QCOMPARE(registry.acquire(shop)->fleetId, lease->fleetId);
        QCOMPARE(registry.find(shop)->network.subnet, lease->network.subnet);
        QCOMPARE(lease->insideAddress(1), QString(u"10.213.%1.2"_qs.arg(lease->block)));
        QCOMPARE(lease->outsideAddress(1), QString(u"127.77.%1.2"_qs.arg(lease->block)));
        const Result<QString> key = registry.clientKeyFile(*lease);
        QVERIFY(key.ok());
        QCOMPARE(QFile::permissions(*key) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions());
        QVERIFY(registry.release(*lease).ok());
        QVERIFY(registry.find(shop)->fleetId.isEmpty());
        QVERIFY(!QFile::exists(*key));
        QVERIFY(QDir(leases()).entryList({QStringLiteral("block-*")}).isEmpty());
    }

    void twoHomesNeverShareABlock()
    {
        FleetRegistry one(m_folder.filePath(QStringLiteral("one")), leases());
        FleetRegistry two(m_folder.filePath(QStringLiteral("two")), leases());
        const Blueprint shop = blueprint(QStringLiteral("shop"), QStringLiteral("/a/shop.yaml"));
        const Result<FleetLease> a = one.acquire(shop);
        const Result<FleetLease> b = two.acquire(shop);
        QVERIFY(a.ok() && b.ok());
        QVERIFY(a->block != b->block);
        QVERIFY(a->fleetId != b->fleetId);
        // A home that was deleted holds nothing.
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("one"))).removeRecursively());
        FleetRegistry three(m_folder.filePath(QStringLiteral("three")), leases());
        QCOMPARE(three.acquire(shop)->block, a->block);
    }

    void theSameNameFromAnotherFolderIsTaken()
    {
        FleetRegistry registry(m_folder.filePath(QStringLiteral("names")), leases());
        QVERIFY(registry.acquire(blueprint(QStringLiteral("shop"), QStringLiteral("/a/shop.yaml"))).ok());
        const Blueprint other = blueprint(QStringLiteral("shop"), QStringLiteral("/b/shop.yaml"));
        const Result<FleetLease> refused = registry.acquire(other);
        QVERIFY(refused.failed());
        QCOMPARE(refused.error().code, ErrorCode::NameTaken);
        QCOMPARE(refused.error().args, (QStringList{QStringLiteral("shop"), QStringLiteral("/a/shop.yaml")}));
        QVERIFY(registry.find(other).failed());
    }

    void aBlockSomebodyListensOnIsNotLeased()
    {
        const int free = freeBlock(viewHost(), {});
        QVERIFY(free > 0);
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress(u"127.77.%1.9"_qs.arg(free))));
        QVERIFY(viewHost().listeningBlocks.contains(free));
        QVERIFY(freeBlock(viewHost(), {}) != free);
    }

    void blocksAvoidRoutesBridgesAndLeases()
    {
        HostView host;
        QCOMPARE(freeBlock(host, {}), 1);
        host.subnets = {{QHostAddress(QStringLiteral("10.213.1.77")), 30}};
        host.interfaces = {QStringLiteral("snow2")};
        host.listeningBlocks = {3};
        FleetLease leased;
        leased.block = 4;
        QCOMPARE(freeBlock(host, {leased}), 5);
        host.subnets.append({QHostAddress(QStringLiteral("10.213.0.0")), 16});
        QCOMPARE(freeBlock(host, {}), 0);
    }

    void routesAreRead()
    {
        const QByteArray text = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
                                "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
                                "snow9\t0009D50A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n";
        const QList<Subnet> expected{{QHostAddress(QStringLiteral("10.213.9.0")), 24}};
        QCOMPARE(parseRoutes(text), expected);
        QVERIFY(parseRoutes("garbage\nx y\n").isEmpty());
    }

    void listenersAreRead()
    {
        const QByteArray text = "  sl  local_address rem_address   st tx_queue\n"
                                "   0: 02094D7F:1F90 00000000:0000 0A 00000000:00000000\n"
                                "   1: 02084D7F:1F90 0100007F:8888 01 00000000:00000000\n"
                                "   2: 0100007F:0016 00000000:0000 0A 00000000:00000000\n";
        QCOMPARE(parseListeningBlocks(text), QSet<int>{9});
    }

    void opensshReadsOurKeys()
    {
        const Result<SshKey> key = makeSshKey("web-1");
        QVERIFY(key.ok());
        QFile file(m_folder.filePath(QStringLiteral("key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(key->privateFile);
        file.close();
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-y"), QStringLiteral("-f"), file.fileName()});
        QVERIFY(keygen.waitForFinished());
        QCOMPARE(keygen.readAllStandardOutput().trimmed(), key->publicLine);
        QVERIFY(makeSshKey("web-1")->publicLine != key->publicLine);
    }

    void passwordsAreLongAndDifferent()
    {
        const QByteArray password = *makePassword(32);
        QCOMPARE(password.size(), 32);
        QVERIFY(password != *makePassword(32));
    }
};

QTEST_GUILESS_MAIN(TestFleetRegistry)
#include "tst_fleet_registry.moc"
