// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/fleet_cost.h"
#include "models/export/risks.h"
#include "tests/models/export/hostile_fleet.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

namespace {

std::optional<Risk> find(const QList<Risk>& risks, RiskKind kind, const QString& part = {})
{
    for (const Risk& risk : risks)
        if (risk.kind == kind && (part.isEmpty() || risk.part == part))
            return risk;
    return std::nullopt;
}

} // namespace

class TestRisks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLoneBalancerIsAPointOfFailure();
    void aPairIsNone();
    void anotherBalancerInFrontIsEnough();
    void aBalancerBehindOthersIsOneToo();
    void groupsOfOneAndDatabasesAlone();
    void zones();
    void mixedVersionsButNotWhileDeploying();
    void whatTheLookShows();
    void neverSeenIsNotJudged();
    void lookedAtAndGoneIsJudged();
    void aCacheThatSeveralShare();
    void aGroupWithoutZoneAmongOthers();
    void worstFirst();
    void cost();
};

void TestRisks::aLoneBalancerIsAPointOfFailure()
{
    const auto risk = find(risksOf(sample::shop(), {}), RiskKind::SingleBalancer);
    QVERIFY(risk);
    QCOMPARE(*risk, (Risk{RiskKind::SingleBalancer, Severity::High, u"edge"_qs, {u"web"_qs}}));
}

void TestRisks::aPairIsNone()
{
    QVERIFY(!find(risksOf(sample::grand(), {}), RiskKind::SingleBalancer, u"edge"_qs));
    QVERIFY(!find(risksOf(sample::grand(), {}), RiskKind::SingleBalancer, u"edge-b"_qs));
}

void TestRisks::anotherBalancerInFrontIsEnough()
{
    Blueprint blueprint = sample::shop();
    Balancer second = blueprint.balancers[0];
    second.name = u"second"_qs;
    blueprint.balancers << second;
    QVERIFY(!find(risksOf(blueprint, {}), RiskKind::SingleBalancer));
}

void TestRisks::aBalancerBehindOthersIsOneToo()
{
    const auto risk = find(risksOf(sample::grand(), {}), RiskKind::SingleBalancer, u"inner"_qs);
    QVERIFY2(risk, "the pair in front leads to api through inner alone");
    QCOMPARE(risk->args, QStringList{u"api"_qs});
}

void TestRisks::groupsOfOneAndDatabasesAlone()
{
    Blueprint blueprint = sample::shop(1);
    blueprint.balancers[0].serves.clear();
    blueprint.databases[0].keepVolume = false;
    const QList<Risk> risks = risksOf(blueprint, {});
    QVERIFY(find(risks, RiskKind::GroupOfOne, u"web"_qs));
    QVERIFY(find(risks, RiskKind::NoBalancer, u"web"_qs));
    QVERIFY(find(risks, RiskKind::VolumeLost, u"orders"_qs));
    QCOMPARE(find(risks, RiskKind::DatabaseAlone)->args, QStringList{u"web"_qs});
    QVERIFY(!find(risksOf(sample::grand(), {}), RiskKind::DatabaseAlone));
    QVERIFY(!find(risksOf(sample::shop(2), {}), RiskKind::GroupOfOne));
}

void TestRisks::zones()
{
    QVERIFY(find(risksOf(sample::shop(), {}), RiskKind::ZonesUnsaid));
    Blueprint blueprint = sample::grand();
    QVERIFY(!find(risksOf(blueprint, {}), RiskKind::ZonesUnsaid));
    QVERIFY(!find(risksOf(blueprint, {}), RiskKind::OneZone));
    blueprint.groups[0].zones = {u"a"_qs};
    blueprint.databases[1].zones = {u"a"_qs};
    for (int i : {0, 1})
        blueprint.balancers[i].zones = {u"a"_qs};
    const QList<Risk> risks = risksOf(blueprint, {});
    QCOMPARE(find(risks, RiskKind::OneZone)->part, u"web"_qs);
    QCOMPARE(find(risks, RiskKind::ReplicasInOneZone)->part, u"orders"_qs);
    QCOMPARE(find(risks, RiskKind::PairInOneZone)->args, (QStringList{u"edge-b"_qs, u"a"_qs}));
    QCOMPARE(std::count_if(risks.begin(), risks.end(),
                           [](const Risk& risk) { return risk.kind == RiskKind::PairInOneZone; }),
             1);
}

void TestRisks::mixedVersionsButNotWhileDeploying()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    QVERIFY(!find(risksOf(blueprint, fleet), RiskKind::MixedVersions));
    fleet.groups[0].nodes[1].image = sample::image(u"1.1.0"_qs);
    QCOMPARE(find(risksOf(blueprint, fleet), RiskKind::MixedVersions)->args, QStringList{u"shop@1.0.0, shop@1.1.0"_qs});
    QVERIFY(!find(risksOf(blueprint, sample::swapping(blueprint)), RiskKind::MixedVersions));
    for (NodeState& node : fleet.groups[0].nodes)
        node.image = sample::image(u"1.1.0"_qs);
    const auto other = find(risksOf(blueprint, fleet), RiskKind::OtherImage);
    QVERIFY(other);
    QCOMPARE(other->args, (QStringList{u"shop@1.1.0"_qs, u"shop@1.0.0"_qs}));
}

void TestRisks::whatTheLookShows()
{
    const Blueprint blueprint = sample::shop(5);
    FleetState fleet = sample::up(blueprint);
    QList<NodeState>& nodes = fleet.groups[0].nodes;
    nodes[0].driftCount = 4;
    nodes[1].driftCount.reset();
    nodes[2].driftComplete = false;
    nodes[3].health = Health::Unknown;
    nodes[4].lifecycle = Lifecycle::Absent;
    fleet.balancers[0].node.health = Health::Down;
    const QList<Risk> risks = risksOf(blueprint, fleet);
    QCOMPARE(find(risks, RiskKind::Drifted)->args, (QStringList{u"1"_qs, u"4"_qs}));
    QCOMPARE(find(risks, RiskKind::NeverScanned, u"web"_qs)->args, QStringList{u"1"_qs});
    QCOMPARE(find(risks, RiskKind::NotAllScanned)->args, QStringList{u"1"_qs});
    QCOMPARE(find(risks, RiskKind::Unseen)->args, QStringList{u"1"_qs});
    QCOMPARE(find(risks, RiskKind::Missing)->args, (QStringList{u"4"_qs, u"5"_qs}));
    QCOMPARE(find(risks, RiskKind::NotHealthy)->part, u"edge"_qs);
}

void TestRisks::neverSeenIsNotJudged()
{
    for (const Risk& risk : risksOf(sample::shop(), {}))
        QVERIFY(risk.kind != RiskKind::Missing && risk.kind != RiskKind::NeverScanned);
}

void TestRisks::lookedAtAndGoneIsJudged()
{
    FleetState fleet = sample::up(sample::shop());
    fleet.groups[0].nodes.clear();
    fleet.balancers[0].node.lifecycle = Lifecycle::Absent;
    fleet.databases[0].node.lifecycle = Lifecycle::Absent;
    QVERIFY(!fleet.isUp() && wasSeen(fleet) && !wasSeen({}));
    const QList<Risk> risks = risksOf(sample::shop(), fleet);
    QCOMPARE(*find(risks, RiskKind::Missing, u"web"_qs),
             (Risk{RiskKind::Missing, Severity::High, u"web"_qs, {u"0"_qs, u"3"_qs}}));
    QVERIFY(find(risks, RiskKind::Missing, u"edge"_qs));
    QVERIFY(find(risks, RiskKind::Missing, u"orders"_qs));
}

void TestRisks::aCacheThatSeveralShare()
{
    Blueprint blueprint = sample::grand();
    QVERIFY(!find(risksOf(blueprint, {}), RiskKind::CacheShared));
    blueprint.groups[1].uses << u"sessions"_qs;
    QCOMPARE(*find(risksOf(blueprint, {}), RiskKind::CacheShared),
             (Risk{RiskKind::CacheShared, Severity::Medium, u"sessions"_qs, {u"web, api"_qs}}));
}

void TestRisks::aGroupWithoutZoneAmongOthers()
{
    Blueprint blueprint = sample::grand();
    blueprint.groups[1].size = 40;
    const QList<Risk> risks = risksOf(blueprint, {});
    QVERIFY(find(risks, RiskKind::GroupWithoutZone, u"api"_qs));
    QVERIFY(!find(risks, RiskKind::GroupWithoutZone, u"web"_qs));
    QVERIFY(!find(risksOf(sample::shop(), {}), RiskKind::GroupWithoutZone)); // nothing has one
}

void TestRisks::worstFirst()
{
    FleetState fleet = sample::up(sample::grand());
    fleet.groups[0].nodes[0].driftCount = 2;
    const QList<Risk> risks = risksOf(sample::grand(), fleet);
    QVERIFY(risks.size() > 2);
    QVERIFY(std::is_sorted(risks.begin(), risks.end(),
                           [](const Risk& a, const Risk& b) { return a.severity < b.severity; }));
}

void TestRisks::cost()
{
    QVERIFY(!costOf(sample::shop(), {}));
    const Blueprint blueprint = sample::grand(); // web 3, api 1; 310 an hour
    const auto planned = costOf(blueprint, {});
    QVERIFY(planned);
    QCOMPARE(planned->perHour, 4 * 310.0);
    QCOMPARE(planned->perMonth(), 4 * 310.0 * 730);
    QCOMPARE(planned->groups[0].swapPerHour, 3 * 310.0);
    const auto swapping = costOf(blueprint, sample::swapping(blueprint));
    QCOMPARE(swapping->groups[0], (GroupCost{u"web"_qs, 6, 6 * 310.0, 3, 3 * 310.0}));
}

QTEST_GUILESS_MAIN(TestRisks)
#include "tst_risks.moc"
