// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/fleet/balancing.h"
#include "backend/fleet/up.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "models/domain/code_names.h"
#include "models/domain/failures.h"
#include "tests/backend/fleet/sample_fleet.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

Task<QList<BirthTemplate>> someTemplates()
{
    co_return QList<BirthTemplate>{
        {"/etc/shop.conf", "${NODE}:${PORT} at ${ADDRESS} by ${DATABASE_HOST}\n", 0640, 5, 6},
        {"/etc/snowmelt/node.conf", "x", 0644, 0, 0}};
}

Task<QList<BirthTemplate>> noTemplates()
{
    co_return QList<BirthTemplate>();
}

Task<QList<BirthTemplate>> unreadableTemplates()
{
    co_return Error{ErrorCode::ImageCorrupt, {u"shop@1.0.0"_qs}, {}};
}

} // namespace

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
            bringUp(m_fleet, m_images, {}, u"d1"_qs, {}, emit, CallContext().within(std::chrono::seconds(90))));
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

    QString serving() { return m_platform->world().serving(m_fleet->key(), u"edge"_qs).join(u' '); }
    NodeFacts facts(const QString& node)
    {
        for (const NodeFacts& it : m_platform->world().list(m_fleet->key()))
            if (it.name == node)
                return it;
        return {};
    }
    /// A second side of another version, as a deployment leaves it that ended before blue was retired: green serves,
    /// blue drains, the config says the same.
    bool standOnBothSides()
    {
        const Group& web = m_fleet->blueprint.groups.first();
        SimulatedWorld& world = m_platform->world();
        BalancerConfig config =
            wantedConfig(m_fleet->blueprint, m_fleet->blueprint.balancers.first(), world.list(m_fleet->key()));
        QList<SlotPlacement>& placements = config.backends.first().placements;
        for (SlotPlacement& blue : placements)
            blue.mode = SlotMode::Drain;
        ImageRecord newer;
        newer.ref = ref("shop", "1.1.0");
        newer.digest = Digest::ofBytes("shop@1.1.0");
        world.importImage(newer.digest);
        bool good = true;
        for (int number = 1; number <= 3; ++number) {
            const QString slot = u'b' + QString::number(number);
            const Result<NodeSpec> spec = makeNodeSpec(*m_fleet, web, u"web-%1"_qs.arg(number + 3), slot, newer,
                                                       u"d2"_qs, world.list(m_fleet->key()));
            good &= spec.ok() && world.create(m_fleet->key(), *spec).ok();
            placements.append({slot, spec->address, web.port, SlotMode::Ready});
        }
        for (const SlotPlacement& green : placements.mid(3))
            good &= QCoro::waitFor(m_driver->admit(facts(u"edge"_qs), web.name, green, {})).ok();
        world.advance(5000);
        const QList<SlotPlacement> greenFirst = placements.mid(3) + placements.mid(0, 3);
        good &= QCoro::waitFor(m_driver->setModes(facts(u"edge"_qs), web.name, greenFirst, {})).ok();
        return good && QCoro::waitFor(m_driver->writeConfig(facts(u"edge"_qs), config, {})).ok();
    }
    void verifyGroupBusy(const Result<Done>& result)
    {
        QVERIFY(result.failed());
        QCOMPARE(codeName(result.error().code), u"groupBusy"_qs);
        QCOMPARE(result.error().args.value(0), u"web"_qs);
    }
    /// An engine that answers this call never: what ends it is `work`'s own limits, long before `patience`.
    void verifyTimesOut(const QString& call, const std::function<Result<Done>(CallContext, FleetTiming)>& work)
    {
        constexpr std::chrono::seconds patience{10};
        SimulatedFault hang;
        hang.call = call;
        hang.nth = 0;
        hang.kind = SimulatedFault::Kind::Hang;
        m_platform->addFault(hang);
        FleetTiming timing;
        timing.openLimit = timing.callLimit = timing.importLimit = timing.nodeLimit = FleetTiming::ms(100);
        timing.nodeQueue = FleetTiming::ms(1);
        timing.healthLimit = timing.servingLimit = std::chrono::seconds(1);
        QElapsedTimer took;
        took.start();
        const Result<Done> result = work(CallContext().within(patience), timing);
        QVERIFY2(result.failed(), qPrintable(call));
        QCOMPARE(codeName(result.error().code), u"timedOut"_qs);
        QVERIFY2(std::chrono::milliseconds(took.elapsed()) < patience / 2, qPrintable(call));
        m_platform->clearFaults();
    }
    QStringList births() { return m_platform->callLog().filter(u"create "_qs); }

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

    void everyNodeGetsItsTemplatesRendered()
    {
        const Digest shop = m_images.value(ref("shop", "1.0.0")).digest;
        m_fleet->templatesOf = [shop](const Digest& image, const CallContext&) {
            return image == shop ? someTemplates() : noTemplates();
        };
        QVERIFY(up().ok());
        const auto given = [this](const QString& node, const QByteArray& path) {
            for (const BirthFile& file : facts(node).birth.files)
                if (file.path == path)
                    return file;
            return BirthFile();
        };
        for (const QString& node : {u"web-1"_qs, u"web-3"_qs}) {
            const QByteArray text = node.toUtf8() + ":8080 at " + facts(node).address.toUtf8() + " by " +
                                    facts(u"orders"_qs).address.toUtf8() + '\n';
            const BirthFile expected{"/etc/shop.conf", 0640, 5, 6, Digest::ofBytes(text).hex().toLatin1()};
            QCOMPARE(given(node, "/etc/shop.conf"), expected);
        }
        QCOMPARE(given(u"edge"_qs, "/etc/shop.conf"), BirthFile());
        // What Snowmelt gives by itself stays as it is.
        QVERIFY(given(u"web-1"_qs, "/etc/snowmelt/node.conf").sha256 != Digest::ofBytes("x").hex().toLatin1());
        verifyServing(3);
    }

    void templatesThatCannotBeReadMakeNoNode()
    {
        m_fleet->templatesOf = [](const Digest&, const CallContext&) { return unreadableTemplates(); };
        const Result<Done> result = up();
        QVERIFY(result.failed());
        QCOMPARE(codeName(result.error().code), u"imageCorrupt"_qs);
        QCOMPARE(births(), QStringList());
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

    void aGroupOnBothSidesStaysAsItIs()
    {
        QVERIFY(up().ok());
        QVERIFY(standOnBothSides());
        QCOMPARE(serving(), u"web-4 web-5 web-6"_qs);
        QVERIFY(m_platform->world().destroy(m_fleet->key(), u"web-2"_qs).ok());
        const QStringList before = births();
        verifyGroupBusy(up());
        QCOMPARE(births(), before);
        QCOMPARE(serving(), u"web-4 web-5 web-6"_qs);
        m_platform->world().reloadBalancer(m_fleet->key(), u"edge"_qs);
        QCOMPARE(serving(), u"web-4 web-5 web-6"_qs);
    }

    /// After a reboot somebody has to start the nodes; who serves is what the balancer's config says.
    void aGroupOnBothSidesThatStandsStillIsStarted()
    {
        QVERIFY(up().ok());
        QVERIFY(standOnBothSides());
        for (const NodeFacts& node : m_platform->world().list(m_fleet->key()))
            QVERIFY(m_platform->world().stop(m_fleet->key(), node.name, std::chrono::seconds(1)).ok());
        verifyGroupBusy(up());
        look();
        for (const NodeFacts& node : m_platform->world().list(m_fleet->key()))
            QCOMPARE(node.lifecycle, Lifecycle::Running);
        QCOMPARE(serving(), u"web-4 web-5 web-6"_qs);
    }

    /// Without the balancer nobody knows which side is to serve.
    void theBalancerOfAGroupOnBothSidesIsNotGuessed()
    {
        QVERIFY(up().ok());
        QVERIFY(standOnBothSides());
        QVERIFY(m_platform->world().destroy(m_fleet->key(), u"edge"_qs).ok());
        verifyGroupBusy(up());
        QCOMPARE(facts(u"edge"_qs).name, QString());
    }

    /// A rebirth of a version that was built anew ends so: nothing is open, all serve.
    void twoBuildsThatAllServeAreUp()
    {
        QVERIFY(up().ok());
        QVERIFY(standOnBothSides());
        for (const char* gone : {"web-1", "web-5", "web-6"})
            QVERIFY(m_platform->world().destroy(m_fleet->key(), QString::fromLatin1(gone)).ok());
        for (const QString& slot : {u"a2"_qs, u"a3"_qs})
            QVERIFY(QCoro::waitFor(m_driver->setMode(facts(u"edge"_qs), u"web"_qs, slot, SlotMode::Ready, {})).ok());
        look();
        QCOMPARE(serving(), u"web-2 web-3 web-4"_qs);
        QVERIFY(up().ok());
        QCOMPARE(serving(), u"web-2 web-3 web-4"_qs);
    }

    void moreNodesThanTheBalancerHasSlotsForAreRefusedBeforeAnyIsMade()
    {
        QVERIFY(up().ok());
        const QStringList before = births();
        m_fleet->blueprint.groups.first().size = 5;
        const Result<Done> result = up();
        QVERIFY(result.failed());
        QCOMPARE(codeName(result.error().code), u"unsupported"_qs);
        QCOMPARE(result.error().args, (QStringList{u"web: size 5"_qs, u"edge: size 3"_qs}));
        QCOMPARE(births(), before);
        verifyServing(3);
        m_fleet->blueprint.groups.first().size = 2; // fewer is no matter of slots
        QVERIFY(up().ok());
    }

    void anEngineThatHangsEndsUp()
    {
        const auto work = [this](CallContext context, FleetTiming timing) {
            return QCoro::waitFor(bringUp(
                m_fleet, m_images, {}, u"d1"_qs, {}, [](const EventBody&) {}, context, timing));
        };
        for (const char* call : {"ensureNetwork", "list", "hasImage", "importImage", "create", "exec"})
            verifyTimesOut(QString::fromLatin1(call), work);
        QVERIFY(up().ok());
        verifyTimesOut(u"exec"_qs, work); // the balancer of a fleet that is up
        QVERIFY(m_platform->world().stop(m_fleet->key(), u"web-3"_qs, std::chrono::seconds(1)).ok());
        verifyTimesOut(u"start"_qs, work);
        QVERIFY(up().ok());
        verifyServing(3);
    }

    void anEngineThatHangsEndsDown()
    {
        QVERIFY(up().ok());
        const auto work = [this](CallContext context, FleetTiming timing) {
            return QCoro::waitFor(takeDown(
                m_fleet, true, [](const EventBody&) {}, context, timing));
        };
        for (const char* call : {"list", "destroy", "removeNetwork", "removeVolumes"})
            verifyTimesOut(QString::fromLatin1(call), work);
        QVERIFY(down(true).ok());
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
            QCoro::waitFor(bringUp(m_fleet, m_images, {}, u"d1"_qs, {}, emit, CallContext{source.token()}));
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

    /// Under traffic a node dies: it alone is named, with what the balancer saw, since when.
    void aKilledNodeIsTheCulprit()
    {
        QVERIFY(up().ok());
        m_platform->world().setTraffic(20);
        const FleetState well = look();
        for (const NodeState& node : well.groups.first().nodes) {
            QVERIFY(node.counted && node.counted->requests > 0);
            QCOMPARE(node.counted->failed, 0);
            QVERIFY(!node.counted->atMost); // born before its balancer
            QVERIFY(node.check && node.check->up && !node.check->failed);
        }
        QVERIFY(failuresOf(look(), u"edge"_qs).culprits.isEmpty());
        m_platform->world().kill(m_fleet->key(), u"web-2"_qs);
        const FleetState state = look();
        const Failures failures = failuresOf(state, u"edge"_qs);
        QCOMPARE(failures.culprits.size(), 1);
        const Culprit culprit = failures.culprits.first();
        QCOMPARE(culprit.node, u"web-2"_qs);
        QVERIFY(culprit.counted->failed > 0);
        QCOMPARE(failures.failed, culprit.counted->failed + failures.ofNone);
        QCOMPARE(culprit.check->status, u"L4CON"_qs);
        QVERIFY(culprit.since.isValid());
        const qint64 ago = culprit.since.secsTo(state.observedAt);
        QVERIFY2(ago >= 0 && ago < 10, qPrintable(QString::number(ago)));
    }
};

QTEST_GUILESS_MAIN(TestUpSimulated)
#include "tst_up_simulated.moc"
