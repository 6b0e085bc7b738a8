// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/leftovers.h"

#include "models/domain/code_names.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const FleetKey shop{QStringLiteral("11111111-aaaa"), QStringLiteral("shop")};
const FleetKey neighbour{QStringLiteral("22222222-bbbb"), QStringLiteral("neighbour")};
const FleetKey gone{QStringLiteral("99999999-cccc"), QStringLiteral("gone")};

FleetLease leaseOf(const FleetKey& fleet)
{
    FleetLease lease;
    lease.fleetId = fleet.id;
    lease.name = fleet.name;
    lease.network.subnet = QStringLiteral("10.213.4.0/24");
    return lease;
}

HomeView home()
{
    HomeView view;
    view.fleet = shop;
    view.blueprint.databases = {Database{QStringLiteral("orders"), {}, {}}};
    view.leases = {leaseOf(shop), leaseOf(neighbour)};
    view.images = {QStringLiteral("built")};
    return view;
}

Possession thing(OrphanKind kind, const FleetKey& fleet, const QString& name, bool inUse = false)
{
    Possession it;
    it.kind = kind;
    it.id = it.name = it.part = name;
    it.fleet = fleet;
    it.inUse = inUse;
    it.size = 7;
    return it;
}

QStringList told(const QList<Leftover>& leftovers)
{
    QStringList lines;
    for (const Leftover& one : leftovers)
        lines << QString(codeName(one.orphan.kind) + u' ' + one.orphan.name + u' ' + one.orphan.reason);
    return lines;
}

} // namespace

class TestLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAKnownFleetHasIsItsOwn()
    {
        const QList<Possession> there{thing(OrphanKind::Node, shop, QStringLiteral("web-1")),
                                      thing(OrphanKind::Network, shop, QStringLiteral("net")),
                                      thing(OrphanKind::Volume, shop, QStringLiteral("orders")),
                                      thing(OrphanKind::Node, neighbour, QStringLiteral("web-1")),
                                      thing(OrphanKind::Volume, neighbour, QStringLiteral("anything")),
                                      thing(OrphanKind::Image, {}, QStringLiteral("built"))};
        QCOMPARE(told(findLeftovers(home(), there)), QStringList());
    }

    void whatAFleetWithoutLeaseHasIsNobodys()
    {
        const QList<Possession> there{thing(OrphanKind::Node, gone, QStringLiteral("web-1")),
                                      thing(OrphanKind::Network, gone, QStringLiteral("net"), true),
                                      thing(OrphanKind::Network, gone, QStringLiteral("free")),
                                      thing(OrphanKind::Volume, gone, QStringLiteral("orders")),
                                      thing(OrphanKind::Volume, gone, QStringLiteral("held"), true)};
        const QList<Leftover> found = findLeftovers(home(), there);
        QCOMPARE(told(found),
                 (QStringList{QStringLiteral("node web-1 fleetGone"), QStringLiteral("network free fleetGone"),
                              QStringLiteral("volume orders fleetGone")}));
        QCOMPARE(found.first().possession, std::optional(there.first()));
        QCOMPARE(found.first().orphan.size, 7);
    }

    void theVolumeOfADatabaseThatIsNotInTheBlueprintIsOver()
    {
        const QList<Possession> there{thing(OrphanKind::Volume, shop, QStringLiteral("cache")),
                                      thing(OrphanKind::Volume, shop, QStringLiteral("held"), true)};
        QCOMPARE(told(findLeftovers(home(), there)), QStringList{QStringLiteral("volume cache partGone")});
    }

    void anImageThatNobodyWouldUseIsOver()
    {
        const QList<Possession> there{thing(OrphanKind::Image, {}, QStringLiteral("old")),
                                      thing(OrphanKind::Image, {}, QStringLiteral("old and running"), true)};
        QCOMPARE(told(findLeftovers(home(), there)), QStringList{QStringLiteral("image old imageUnused")});
    }

    void theAddressesOfAForsakenFleetAreOver()
    {
        HomeView view = home();
        view.forsaken = {neighbour.id};
        const QList<Leftover> found = findLeftovers(view, {});
        QCOMPARE(told(found), QStringList{QStringLiteral("addresses neighbour (10.213.4.0/24) blueprintGone")});
        QCOMPARE(found.first().lease->fleetId, neighbour.id);
        // Whatever of it exists still needs them.
        const QList<Possession> there{thing(OrphanKind::Volume, neighbour, QStringLiteral("orders"))};
        QCOMPARE(told(findLeftovers(view, there)), QStringList());
    }

    /// What is a fleet's must not look like nobody's because its lease cannot be read.
    void aLeaseThatCannotBeReadIsAnError()
    {
        const QTemporaryDir folder;
        QVERIFY(leasesOf(folder.path())->isEmpty());
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("fleets/shop")));
        QVERIFY(leasesOf(folder.path())->isEmpty()); // a folder of keys alone
        QFile file(folder.filePath(QStringLiteral("fleets/shop/lease.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"fleet") > 0);
        file.close();
        const Result<QList<FleetLease>> leases = leasesOf(folder.path());
        QVERIFY(leases.failed());
        QCOMPARE(leases.error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestLeftovers)
#include "tst_leftovers.moc"
