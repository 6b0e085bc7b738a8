// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"

#include "models/domain/event_json.h"
#include "tests/models/document/sample_events.h"

#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;
using sample::Script;

class TestFleetDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void watchingIsNotListed();
    void orphansAreListedQuietlyAndRemovedOpenly();
    void whatTheStoreSaidIsTold();
    void aRecordThatCannotBeReadIsSaid();
    void aFailedReadIsListed();
    void aWatchTellsTheFleetOnce();
    void aScanTellsDriftAndFleet();
    void whatWasComparedIsKeptByWhatWasAsked();
    void aPartOnItsWayUpIsNotDown();
    void aSwapGivesSidesWhileItRuns();
    void aPlanAloneDeploysNothing();
    void eventsOfTheLastFleetAreIgnored();
    void openingForgetsEverything();
    void aSelectionThatDiedIsCleared();
    void aGroupCanBeSelectedBeforeItRuns();
    void cancelIsNotedOnceAndOnlyWhileItRuns();

private:
    void watch(const FleetState& fleet);
    std::unique_ptr<FleetDocument> m_document;
    Script m_watch{QStringLiteral("w")};
};

void TestFleetDocument::init()
{
    m_document = std::make_unique<FleetDocument>();
    m_document->open(sample::blueprint());
    m_document->apply(m_watch.started("watch"));
}

void TestFleetDocument::watch(const FleetState& fleet)
{
    m_document->apply(m_watch.event(FleetObserved{fleet}));
}

void TestFleetDocument::watchingIsNotListed()
{
    watch(sample::fleet());
    QVERIFY(m_document->operations().isEmpty());
    QVERIFY(m_document->operation(QStringLiteral("w")));
    m_document->apply(m_watch.finished(OutcomeKind::Cancelled, Safety::Unchanged));
    QVERIFY(m_document->operations().isEmpty());
    QVERIFY(!m_document->operation(QStringLiteral("w")));
}

void TestFleetDocument::orphansAreListedQuietlyAndRemovedOpenly()
{
    const Script listing(QStringLiteral("l"));
    m_document->apply(listing.event(Started{QStringLiteral("orphans"), QStringLiteral("shop"), {}}));
    m_document->apply(listing.event(OrphansSeen{{Orphan()}}));
    m_document->apply(listing.finished(OutcomeKind::Done, Safety::Unchanged));
    QVERIFY(m_document->operations().isEmpty());
    QCOMPARE(m_document->orphans().size(), 1);
    const Script removal(QStringLiteral("r"));
    m_document->apply(
        removal.event(Started{QStringLiteral("orphans"), QStringLiteral("shop"), QStringLiteral("web-9")}));
    QCOMPARE(m_document->operations().size(), 1);
}

void TestFleetDocument::whatTheStoreSaidIsTold()
{
    const QSignalSpy pruned(m_document.get(), &FleetDocument::imagesPruned);
    const QSignalSpy verified(m_document.get(), &FleetDocument::storeVerified);
    const Script look(QStringLiteral("p"));
    m_document->apply(look.started("prune-images"));
    m_document->apply(look.event(ImagesPruned{{{}, {}, 7, 812, false}}));
    QVERIFY(m_document->operations().isEmpty());
    QCOMPARE(pruned.size(), 1);
    QCOMPARE(pruned.first().first().toString(), QStringLiteral("p"));
    const Script check(QStringLiteral("v"));
    m_document->apply(check.started("verify-images"));
    m_document->apply(check.event(StoreVerified{{6, 21, 812, {}}}));
    QCOMPARE(verified.size(), 1);
    QCOMPARE(m_document->operations().size(), 1);
}

void TestFleetDocument::aRecordThatCannotBeReadIsSaid()
{
    const QSignalSpy read(m_document.get(), &FleetDocument::recorded);
    const QSignalSpy unreadable(m_document.get(), &FleetDocument::recordUnreadable);
    const Script replay(QStringLiteral("p"));
    m_document->apply(replay.started("replay"));
    const QJsonObject whole = toJson(replay.event(StepBegun{1, StepKind::CreateNodes}));
    QJsonObject later = whole;
    later[QStringLiteral("type")] = QStringLiteral("somethingNew");
    QJsonObject damaged = whole;
    damaged.remove(QStringLiteral("type"));
    for (const QJsonObject& one : {whole, later, damaged})
        m_document->apply(replay.event(Recorded{one}));
    QCOMPARE(read.size(), 1);
    QCOMPARE(unreadable.size(), 2);
}

void TestFleetDocument::aFailedReadIsListed()
{
    QSignalSpy added(m_document.get(), &FleetDocument::operationAdded);
    m_document->apply(m_watch.finished(OutcomeKind::Failed, Safety::Unchanged,
                                       Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, {}}));
    QCOMPARE(added.size(), 1);
    QCOMPARE(m_document->operations().size(), 1);
    QVERIFY(m_document->operations().first().finished.has_value());
}

void TestFleetDocument::aWatchTellsTheFleetOnce()
{
    QSignalSpy changed(m_document.get(), &FleetDocument::fleetChanged);
    watch(sample::fleet());
    watch(sample::fleet());
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_document->fleet().isUp());
}

void TestFleetDocument::aScanTellsDriftAndFleet()
{
    watch(sample::fleet());
    QSignalSpy changed(m_document.get(), &FleetDocument::fleetChanged);
    QSignalSpy drift(m_document.get(), &FleetDocument::driftChanged);
    const Script scan(QStringLiteral("s"));
    m_document->apply(scan.started("scan"));
    m_document->apply(scan.event(NodeScanned{sample::driftReport(QStringLiteral("web-2"))}));
    m_document->apply(scan.event(NodeUnseen{QStringLiteral("web-3"), Error{ErrorCode::SshSilent, {}, {}}}));
    QCOMPARE(drift.size(), 2);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_document->fleet().findNode(QStringLiteral("web-2"))->driftCount, std::optional<int>(4));
    QVERIFY(m_document->drift(QStringLiteral("web-2")));
    QVERIFY(!m_document->drift(QStringLiteral("web-3")));
    QCOMPARE(m_document->unscanned(QStringLiteral("web-3"))->code, ErrorCode::SshSilent);
    QVERIFY(!m_document->unscanned(QStringLiteral("web-2")));
}

void TestFleetDocument::whatWasComparedIsKeptByWhatWasAsked()
{
    QSignalSpy told(m_document.get(), &FleetDocument::groupDriftChanged);
    const auto compare = [this](const char* id, const char* subject, const GroupDrift& drift) {
        Script script{QString::fromLatin1(id)};
        m_document->apply(script.event(Started{QStringLiteral("diff"), {}, QString::fromLatin1(subject)}));
        m_document->apply(script.event(NodesCompared{drift}));
    };
    GroupDrift web;
    web.group = QStringLiteral("web");
    compare("d1", "web", web);
    compare("d2", "web-1, web-2", {});
    GroupDrift newer = web;
    newer.baseline = QStringLiteral("web-1");
    compare("d3", "web", newer);
    QCOMPARE(*m_document->groupDrift(QStringLiteral("web")), newer);
    QCOMPARE(*m_document->groupDrift(QStringLiteral("web-1, web-2")), GroupDrift());
    QVERIFY(!m_document->groupDrift(QStringLiteral("batch")));
    QCOMPARE(told,
             QList<QVariantList>({{QStringLiteral("web")}, {QStringLiteral("web-1, web-2")}, {QStringLiteral("web")}}));
    m_document->open(sample::blueprint());
    QVERIFY(!m_document->groupDrift(QStringLiteral("web")));
}

void TestFleetDocument::aPartOnItsWayUpIsNotDown()
{
    const Script up(QStringLiteral("u"));
    FleetState fleet = sample::fleet({"web-1", "web-2"});
    NodeState& waiting = fleet.groups[0].nodes[0];
    waiting.lifecycle = Lifecycle::Created;
    fleet.groups[0].nodes[1].health = waiting.health = Health::Down; // the other one runs and fails
    m_document->apply(up.started("up"));
    watch(fleet);
    const auto health = [this](const char* name) {
        return m_document->fleet().findNode(QString::fromLatin1(name))->health;
    };
    QCOMPARE(health("web-1"), Health::Unknown);
    QCOMPARE(health("web-2"), Health::Down);
    m_document->apply(up.finished(OutcomeKind::Failed, Safety::PartlyUp));
    QCOMPARE(health("web-1"), Health::Down);
}

void TestFleetDocument::aSwapGivesSidesWhileItRuns()
{
    watch(sample::fleet({"web-1", "web-2", "web-3", "web-4"}));
    const Script swap(QStringLiteral("d"));
    m_document->apply(swap.started("swap", QStringLiteral("web → shop@1.1.0")));
    QVERIFY(!m_document->deployment());
    m_document->apply(swap.event(PlanMade{sample::swapPlan(QStringLiteral("d"))}));
    QVERIFY(m_document->deployment());
    QCOMPARE(m_document->deployment()->startedAt, sample::at(0));
    QCOMPARE(m_document->fleet().findNode(QStringLiteral("web-1"))->side, Side::Blue);
    QCOMPARE(m_document->fleet().findNode(QStringLiteral("web-4"))->side, Side::Green);
    m_document->apply(swap.finished());
    QCOMPARE(m_document->fleet().findNode(QStringLiteral("web-4"))->side, Side::None);
}

void TestFleetDocument::aPlanAloneDeploysNothing()
{
    QSignalSpy made(m_document.get(), &FleetDocument::planMade);
    const Script plan(QStringLiteral("p"));
    m_document->apply(plan.started("plan"));
    m_document->apply(plan.event(PlanMade{sample::swapPlan(QStringLiteral("p"))}));
    QCOMPARE(made.size(), 1);
    QVERIFY(!m_document->deployment());
}

void TestFleetDocument::eventsOfTheLastFleetAreIgnored()
{
    Blueprint other = sample::blueprint();
    other.name = QStringLiteral("seoul");
    m_document->open(other);
    watch(sample::fleet());
    QVERIFY(!m_document->fleet().isUp());
}

void TestFleetDocument::openingForgetsEverything()
{
    watch(sample::fleet());
    m_document->setSelection(QStringLiteral("web-1"));
    const Script scan(QStringLiteral("s"));
    m_document->apply(scan.started("scan"));
    m_document->open(sample::blueprint());
    QVERIFY(m_document->operations().isEmpty());
    QVERIFY(m_document->selection().isEmpty());
    QVERIFY(!m_document->fleet().isUp());
}

void TestFleetDocument::aSelectionThatDiedIsCleared()
{
    watch(sample::fleet());
    m_document->setSelection(QStringLiteral("web-3"));
    QSignalSpy selection(m_document.get(), &FleetDocument::selectionChanged);
    watch(sample::fleet({"web-1", "web-2"}));
    QCOMPARE(selection.size(), 1);
    QVERIFY(m_document->selection().isEmpty());
}

void TestFleetDocument::aGroupCanBeSelectedBeforeItRuns()
{
    m_document->setSelection(QStringLiteral("web"));
    watch(FleetState{});
    watch(sample::fleet());
    QCOMPARE(m_document->selection(), QStringLiteral("web"));
}

void TestFleetDocument::cancelIsNotedOnceAndOnlyWhileItRuns()
{
    QSignalSpy changed(m_document.get(), &FleetDocument::operationChanged);
    const Script build(QStringLiteral("b"));
    m_document->apply(build.started("build"));
    m_document->noteCancelAsked(QStringLiteral("b"));
    m_document->noteCancelAsked(QStringLiteral("b"));
    m_document->noteCancelAsked(QStringLiteral("unknown"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_document->operation(QStringLiteral("b"))->cancelAsked);
}

QTEST_GUILESS_MAIN(TestFleetDocument)
#include "tst_fleet_document.moc"
