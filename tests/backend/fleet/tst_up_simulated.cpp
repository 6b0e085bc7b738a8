// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/fleet/up.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "tests/backend/fleet/sample_fleet.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

/// Up, down and observe on the simulation, with the production balancer driver.
class TestUpSimulated : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<SimulationPlatform> m_platform;
    std::unique_ptr<HaproxyDriver> m_driver;
    std::shared_ptr<FleetAccess> m_fleet;
    QMap<ImageRef, ImageRecord> m_images;
    QStringList m_phases;

    Result<Done> up()
    {
        const Emit emit = [this](const EventBody& body) {
            if (const auto* progress = std::get_if<Progress>(&body))
                m_phases.append(progress->args.value(0));
        };
        return QCoro::waitFor(
            bringUp(m_fleet, m_images, {}, u"d1"_qs, emit, CallContext().within(std::chrono::seconds(90))));
    }
    Result<Done> down(bool volumes)
    {
        return QCoro::waitFor(takeDown(
            m_fleet, volumes, [](const EventBody&) {}, CallContext()));
    }
    FleetState look()
    {
        m_platform->world().advance(3000);
        const Result<FleetState> state = QCoro::waitFor(observeFleet(m_fleet, CallContext()));
        return state.ok() ? *state : FleetState();
    }
    void verifyServing(int nodes)
    {
        const FleetState state = look();
        QVERIFY2(state.complete(), qPrintable(state.blind.value(0).detail));
        QCOMPARE(state.groups.first().nodes.size(), nodes);
        for (const NodeState* node : state.allNodes())
            QVERIFY2(node->health == Health::Healthy, qPrintable(node->name + u": " + node->healthReason));
        for (const NodeState& node : state.groups.first().nodes)
            QCOMPARE(node.share, 1.0 / nodes);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_platform = std::make_unique<SimulationPlatform>();
        m_driver = std::make_unique<HaproxyDriver>(m_platform->exec());
        m_fleet = std::make_shared<FleetAccess>();
        m_fleet->blueprint = sampleBlueprint();
        m_fleet->home = m_home->path();
        FleetRegistry registry(m_home->path(), m_home->filePath(u"leases"_qs));
        const Result<FleetLease> lease = registry.acquire(m_fleet->blueprint);
        QVERIFY(lease.ok());
        m_fleet->lease = *lease;
        m_fleet->platform = m_platform.get();
        m_fleet->drivers = {{u"haproxy"_qs, m_driver.get()}};
        m_images.clear();
        m_phases.clear();
        for (const ImageRef& image :
             {ref("shop", "1.0.0"), ref("foundation/haproxy", "1"), ref("foundation/postgresql", "1")}) {
            ImageRecord record;
            record.ref = image;
            record.digest = Digest::ofBytes(image.text().toUtf8());
            m_images.insert(image, record);
        }
    }

    void upMakesEverythingAndServes()
    {
        const Result<Done> result = up();
        QVERIFY2(result.ok(), result.failed() ? qPrintable(codeName(result.error().code) + u' ' +
                                                           result.error().args.join(u' ') + result.error().detail)
                                              : "");
        verifyServing(3);
        QVERIFY(m_phases.indexOf(u"orders"_qs) < m_phases.indexOf(u"web-1"_qs));
        QVERIFY(m_phases.indexOf(u"web-3"_qs) < m_phases.indexOf(u"edge"_qs));
    }

    void upAgainCreatesNothing()
    {
        QVERIFY(up().ok());
        const qsizetype calls = m_platform->callLog().filter(u"create "_qs).size();
        QVERIFY(up().ok());
        QCOMPARE(m_platform->callLog().filter(u"create "_qs).size(), calls);
        verifyServing(3);
    }

    void upResumesWhatIsMissingAndStopped()
    {
        QVERIFY(up().ok());
        Provision* provision = m_platform->provision();
        QVERIFY(QCoro::waitFor(provision->destroy(m_fleet->key(), u"web-2"_qs, {})).ok());
        QVERIFY(QCoro::waitFor(provision->stop(m_fleet->key(), u"web-3"_qs, std::chrono::seconds(1), {})).ok());
        const Result<Done> result = up();
        QVERIFY2(result.ok(), result.failed() ? qPrintable(codeName(result.error().code) + u' ' +
                                                           result.error().args.join(u' ') + result.error().detail)
                                              : "");
        verifyServing(3);
    }

    void aStoppedBalancerComesBackServing()
    {
        QVERIFY(up().ok());
        QVERIFY(QCoro::waitFor(m_platform->provision()->stop(m_fleet->key(), u"edge"_qs, std::chrono::seconds(1), {}))
                    .ok());
        QCOMPARE(look().balancers.first().node.health, Health::Down);
        QVERIFY(up().ok());
        verifyServing(3);
    }

    void anImageThatIsNotBuiltIsSaid()
    {
        m_images.remove(ref("shop", "1.0.0"));
        const Result<Done> result = up();
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::ImageNotBuilt);
    }

    void aCancelledUpIsCancelledAndContinues()
    {
        CancelSource source;
        const Emit emit = [&source](const EventBody& body) {
            const auto* progress = std::get_if<Progress>(&body);
            if (progress && progress->args.value(0) == u"web-2")
                source.cancel();
        };
        const Result<Done> result =
            QCoro::waitFor(bringUp(m_fleet, m_images, {}, u"d1"_qs, emit, CallContext{source.token()}));
        QVERIFY(result.cancelled());
        QVERIFY(up().ok());
        verifyServing(3);
    }

    void downKeepsVolumesAndTheLeaseUnlessTold()
    {
        FleetRegistry registry(m_home->path(), m_home->filePath(u"leases"_qs));
        QVERIFY(up().ok());
        QVERIFY(down(false).ok());
        QVERIFY(!look().isUp());
        QCOMPARE(registry.find(m_fleet->blueprint)->fleetId, m_fleet->lease.fleetId);
        QVERIFY(up().ok()); // the same addresses and passwords, so the volume still fits
        verifyServing(3);
        QVERIFY(down(true).ok());
        QVERIFY(registry.find(m_fleet->blueprint)->fleetId.isEmpty());
        QVERIFY(m_platform->callLog().filter(u"removeVolumes"_qs).size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestUpSimulated)
#include "tst_up_simulated.moc"
