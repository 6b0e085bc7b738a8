// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fold_fleet.h"
#include "models/domain/code_names.h"
#include "tests/backend/fleet/sample_fleet.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

SlotState slot(int number, SlotMode mode, bool up)
{
    SlotState state;
    state.name = u"a%1"_qs.arg(number);
    state.mode = mode;
    state.address = u"10.213.4.%1"_qs.arg(10 + number);
    state.port = 8080;
    state.up = up;
    state.weight = 100;
    state.sessions = number;
    state.checkReason = up ? u"L7OK"_qs : u"L4CON"_qs;
    return state;
}

/// Three healthy nodes, all asked.
FleetLook quietLook()
{
    FleetLook look;
    look.blueprint = sampleBlueprint();
    look.fleet = {u"id"_qs, u"shop"_qs};
    look.at = QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC);
    look.facts = {single("edge", Role::Balancer), single("orders", Role::Database)};
    BackendState backend;
    backend.group = u"web"_qs;
    backend.requests = 70;
    backend.failed = 2;
    for (int number = 1; number <= 3; ++number) {
        look.facts.append(webNode(number, u"a%1"_qs.arg(number)));
        look.answers.insert(u"web-%1"_qs.arg(number), {200, "ok", {}, 3});
        backend.slots_.append(slot(number, SlotMode::Ready, true));
    }
    BalancerReading reading;
    reading.version = u"2.6.12"_qs;
    reading.backends = {backend};
    look.readings.insert(u"edge"_qs, reading);
    return look;
}

void setSlot(FleetLook& look, const SlotState& state)
{
    BalancerReading reading = look.readings.constFind(u"edge"_qs)->value();
    for (SlotState& there : reading.backends.first().slots_)
        if (there.name == state.name)
            there = state;
    look.readings.insert(u"edge"_qs, reading);
}

const NodeState& first(const FleetState& state)
{
    return state.groups.first().nodes.first();
}

} // namespace

class TestFoldFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quiet()
    {
        const FleetState state = foldFleet(quietLook());
        QVERIFY(state.isUp());
        QVERIFY(state.complete());
        QCOMPARE(state.groups.first().nodes.size(), 3);
        QCOMPARE(state.groups.first().requests, 70);
        QCOMPARE(state.groups.first().failed, 2);
        for (const NodeState* node : state.allNodes()) {
            QCOMPARE(node->health, Health::Healthy);
            QCOMPARE(node->healthReason, QString());
        }
        QCOMPARE(first(state).share, 1.0 / 3);
        QCOMPARE(first(state).sessions, 1);
        QCOMPARE(first(state).service, (Endpoint{u"127.77.4.11"_qs, 8080}));
        QCOMPARE(state.balancers.first().entry, (Endpoint{u"127.77.4.2"_qs, 8080}));
        QCOMPARE(state.balancers.first().version, u"2.6.12"_qs);
    }

    void aStoppedNodeIsDownWhateverElseIsSaid()
    {
        FleetLook look = quietLook();
        look.facts[2].lifecycle = Lifecycle::Stopped;
        QCOMPARE(first(foldFleet(look)).health, Health::Down);
        QCOMPARE(first(foldFleet(look)).healthReason, u"stopped"_qs);
    }

    void aFailingAnswerIsDownWithItsWords()
    {
        FleetLook look = quietLook();
        look.answers.insert(u"web-1"_qs, {503, "database: refused\nmore", {}, 3});
        QCOMPARE(first(foldFleet(look)).health, Health::Down);
        QCOMPARE(first(foldFleet(look)).healthReason, u"GET /healthz: 503 database: refused"_qs);
        look.answers.insert(u"web-1"_qs, {0, {}, u"Connection refused"_qs, 3});
        QCOMPARE(first(foldFleet(look)).healthReason, u"GET /healthz: Connection refused"_qs);
    }

    void whatWasNotAskedIsUnknown()
    {
        FleetLook look = quietLook();
        look.answers.remove(u"web-1"_qs);
        QCOMPARE(first(foldFleet(look)).health, Health::Unknown);
    }

    void theBalancersWordCounts()
    {
        FleetLook look = quietLook();
        setSlot(look, slot(1, SlotMode::Ready, false));
        QCOMPARE(first(foldFleet(look)).health, Health::Down);
        QCOMPARE(first(foldFleet(look)).healthReason, u"L4CON"_qs);
        QCOMPARE(first(foldFleet(look)).share, 0.0);
        QCOMPARE(foldFleet(look).groups.first().nodes.at(1).share, 0.5);
        setSlot(look, slot(1, SlotMode::Drain, false));
        QCOMPARE(first(foldFleet(look)).health, Health::Draining);
    }

    /// Unknown is not zero: a node whose balancer could not be asked was counted by nobody.
    void whatTheBalancerCountedAndChecked()
    {
        FleetLook look = quietLook();
        QVERIFY(!first(foldFleet(look)).check);
        SlotState failing = slot(1, SlotMode::Ready, false);
        failing.requests = 12;
        failing.failed = 7;
        BalancerCheck check;
        check.status = u"L7STS"_qs;
        check.code = 503;
        check.failed = true;
        check.since = look.at.addSecs(-40);
        failing.check = check;
        setSlot(look, failing);
        const NodeState node = first(foldFleet(look));
        QCOMPARE(node.counted->failed, 7);
        QCOMPARE(node.check->code, 503);
        QCOMPARE(node.health, Health::Down);
        QCOMPARE(healthSince(node), look.at.addSecs(-40));
        QVERIFY(foldFleet(look).groups.first().countedSince.isNull()); // this reading has no times
        look.readings.insert(u"edge"_qs, Error{ErrorCode::BalancerSocketGone, {u"edge"_qs}, {}});
        QVERIFY(!first(foldFleet(look)).counted);
        QVERIFY(!first(foldFleet(look)).check);
    }

    void aSlowNodeIsDegraded()
    {
        FleetLook look = quietLook();
        look.answers.insert(u"web-1"_qs, {200, "ok", {}, 1500});
        QCOMPARE(first(foldFleet(look)).health, Health::Degraded);
    }

    void aBalancerThatCannotBeAskedIsUnknownAndBlind()
    {
        FleetLook look = quietLook();
        const Error gone{ErrorCode::BalancerSocketGone, {u"edge"_qs}, u"no socket"_qs};
        look.readings.insert(u"edge"_qs, gone);
        const FleetState state = foldFleet(look);
        QCOMPARE(state.balancers.first().node.health, Health::Unknown);
        QCOMPARE(state.blind, QList<Error>{gone});
        QVERIFY(!state.complete());
        QCOMPARE(first(state).health, Health::Healthy); // its own answer was seen
        QCOMPARE(first(state).share, 0.0);
    }

    void aBalancerWithoutAServerIsDegraded()
    {
        FleetLook look = quietLook();
        for (int number = 1; number <= 3; ++number)
            setSlot(look, slot(number, SlotMode::Ready, false));
        QCOMPARE(foldFleet(look).balancers.first().node.health, Health::Degraded);
    }

    void theDatabaseIsSeenThroughItsUsers()
    {
        FleetLook look = quietLook();
        for (int number = 1; number <= 3; ++number)
            look.answers.insert(u"web-%1"_qs.arg(number), {503, "database: gone", {}, 3});
        QCOMPARE(foldFleet(look).databases.first().node.health, Health::Degraded);
        look.answers.insert(u"web-2"_qs, {200, "ok", {}, 3});
        QCOMPARE(foldFleet(look).databases.first().node.health, Health::Healthy);
        look.answers.clear();
        QCOMPARE(foldFleet(look).databases.first().node.health, Health::Unknown);
    }

    void whatIsNotThereIsAbsent()
    {
        FleetLook look = quietLook();
        look.facts.clear();
        look.readings.clear();
        look.answers.clear();
        const FleetState state = foldFleet(look);
        QCOMPARE(state.balancers.first().node.lifecycle, Lifecycle::Absent);
        QCOMPARE(state.databases.first().node.lifecycle, Lifecycle::Absent);
        QVERIFY(state.groups.first().nodes.isEmpty());
        QVERIFY(!state.isUp());
    }

    void nodesAreInTheOrderOfTheirNumbers()
    {
        FleetLook look = quietLook();
        look.facts.prepend(webNode(10, {}));
        QCOMPARE(foldFleet(look).groups.first().nodes.last().name, u"web-10"_qs);
    }

    /// Nobody there is down; somebody who does not let us in may be well; who answers was not asked how it is.
    void hostsThatWereThereBefore()
    {
        FleetLook look = quietLook();
        look.answers.clear();
        look.readings.clear();
        for (NodeFacts& node : look.facts) {
            node.image = {};
            node.digest = {};
            node.ports.clear();
            node.sshUser = u"deploy"_qs;
            node.sshJumps = QStringList{u"ops@gate"_qs};
        }
        const auto fail = [&look](const QString& name, ErrorCode code, Lifecycle lifecycle) {
            const auto node = std::ranges::find(look.facts, name, &NodeFacts::name);
            node->unseen = Error{code, {name, u"password"_qs}, {}};
            node->lifecycle = lifecycle;
        };
        fail(u"web-1"_qs, ErrorCode::SshUnreachable, Lifecycle::Stopped);
        fail(u"web-2"_qs, ErrorCode::SshAuthFailed, Lifecycle::Running);
        fail(u"web-3"_qs, ErrorCode::NobodyAnswered, Lifecycle::Running);
        fail(u"orders"_qs, ErrorCode::HostKeyNotTrusted, Lifecycle::Running);
        const FleetState state = foldFleet(look);
        QStringList seen;
        for (const NodeState* node : state.allNodes())
            seen << u"%1 %2 %3"_qs.arg(node->name, codeName(node->health), node->healthReason);
        seen.sort();
        QCOMPARE(seen, (QStringList{u"edge unknown not asked"_qs, u"orders unknown hostKeyNotTrusted"_qs,
                                    u"web-1 down sshUnreachable"_qs, u"web-2 unknown sshAuthFailed"_qs,
                                    u"web-3 unknown nobodyAnswered password"_qs}));
        QCOMPARE(state.blind.size(), 4);
        QCOMPARE(first(state).sshUser, u"deploy"_qs);
        QCOMPARE(first(state).sshJumps, QStringList{u"ops@gate"_qs});
        QVERIFY(first(state).wasThere());
    }
};

QTEST_GUILESS_MAIN(TestFoldFleet)
#include "tst_fold_fleet.moc"
