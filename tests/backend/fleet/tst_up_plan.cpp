// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/balancing.h"
#include "backend/fleet/birth.h"
#include "backend/fleet/up_plan.h"
#include "tests/backend/fleet/sample_fleet.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

QString text(const QList<UpItem>& items)
{
    QStringList lines;
    for (const UpItem& item : items) {
        const char* act = item.act == UpAct::Create ? "create" : item.act == UpAct::Start ? "start" : "remake";
        lines.append(
            QStringList{QString::fromLatin1(act), item.name, item.slot, item.image.version}.join(u' ').simplified());
    }
    return lines.join(u"; ");
}

} // namespace

class TestUpPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThere()
    {
        QCOMPARE(
            text(planUp(sampleBlueprint(), {})),
            u"create orders 1; create web-1 a1 1.0.0; create web-2 a2 1.0.0; create web-3 a3 1.0.0; create edge 1"_qs);
    }

    void everythingThere()
    {
        QVERIFY(planUp(sampleBlueprint(), {webNode(1, u"a1"_qs), webNode(2, u"a2"_qs), webNode(3, u"a3"_qs),
                                           single("edge", Role::Balancer), single("orders", Role::Database)})
                    .isEmpty());
    }

    void stoppedAndHalfMadeAndMissing()
    {
        QCOMPARE(text(planUp(sampleBlueprint(),
                             {webNode(1, u"a1"_qs, Lifecycle::Stopped), webNode(3, u"a3"_qs, Lifecycle::Created),
                              single("edge", Role::Balancer, Lifecycle::Stopped), single("orders", Role::Database)})),
                 u"start web-1 a1 1.0.0; remake web-3 a3 1.0.0; create web-2 a2 1.0.0; start edge 1"_qs);
    }

    void missingNodesRunWhatTheGroupRuns()
    {
        NodeFacts newer = webNode(4, u"b1"_qs);
        newer.image = ref("shop", "1.1.0");
        newer.digest = Digest::ofBytes("1.1.0");
        const QList<UpItem> items =
            planUp(sampleBlueprint(), {newer, single("edge", Role::Balancer), single("orders", Role::Database)});
        QCOMPARE(text(items), u"create web-1 b2 1.1.0; create web-2 b3 1.1.0"_qs);
        QCOMPARE(items.first().digest, newer.digest);
    }

    void theBalancerServesWhatRuns()
    {
        const Blueprint blueprint = sampleBlueprint();
        const BalancerConfig config = wantedConfig(blueprint, blueprint.balancers.first(),
                                                   {webNode(1, u"a1"_qs), webNode(2, u"a2"_qs, Lifecycle::Stopped)});
        QCOMPARE(config.listen, 8080);
        QCOMPARE(config.backends.size(), 1);
        QCOMPARE(config.backends.first().slotsPerSide, 3);
        const SlotPlacement expected{u"a1"_qs, u"10.213.4.11"_qs, 8080, SlotMode::Ready};
        QCOMPARE(config.backends.first().placements, QList<SlotPlacement>{expected});
    }

    void placementsTheBalancerLacks()
    {
        const Blueprint blueprint = sampleBlueprint();
        const BalancerConfig config = wantedConfig(blueprint, blueprint.balancers.first(),
                                                   {webNode(1, u"a1"_qs), webNode(2, u"a2"_qs), webNode(3, u"a3"_qs)});
        SlotState good;
        good.name = u"a1"_qs;
        good.mode = SlotMode::Ready;
        good.address = u"10.213.4.11"_qs;
        good.port = 8080;
        SlotState draining = good;
        draining.name = u"a2"_qs;
        draining.address = u"10.213.4.12"_qs;
        draining.mode = SlotMode::Drain;
        SlotState elsewhere = good;
        elsewhere.name = u"a3"_qs;
        elsewhere.address = u"10.213.4.99"_qs;
        BackendState backend;
        backend.group = u"web"_qs;
        backend.slots_ = {good, draining, elsewhere};
        BalancerReading reading;
        reading.backends = {backend};
        QStringList missing;
        for (const auto& [group, placement] : missingPlacements(config, reading))
            missing.append(placement.slot);
        QCOMPARE(missing, (QStringList{u"a2"_qs, u"a3"_qs}));
    }

    void placesAreTheLowestFree()
    {
        FleetLease lease;
        lease.network.subnet = u"10.213.4.0/24"_qs;
        lease.block = 4;
        QCOMPARE(freePlace(lease, {}), 1);
        NodeFacts first;
        first.address = lease.insideAddress(1);
        QCOMPARE(freePlace(lease, {first}), 2);
        QList<NodeFacts> all;
        for (int place = 1; place < 253; ++place) {
            first.address = lease.insideAddress(place);
            all.append(first);
        }
        QCOMPARE(freePlace(lease, all), 0);
    }
};

QTEST_GUILESS_MAIN(TestUpPlan)
#include "tst_up_plan.moc"
