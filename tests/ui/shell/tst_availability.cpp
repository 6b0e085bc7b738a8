// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/availability.h"
#include "ui/shell/inspector/offers.h"

#include "models/document/fleet_document.h"
#include "tests/models/document/sample_events.h"

#include <QTest>

using namespace snowmelt;

class TestAvailability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsPossibleWithoutABlueprint();
    void aFleetThatIsDownCanComeUpAndBuild();
    void aDeploymentBlocksWhatChangesTheWorld();
    void buildsAreAskedForWhileOneGoesOn();
    void aFleetThatIsBeingMadeIsNotScanned();
    void nodesAreComparedWhileTheyAreThere();
    void rollBackEndsAtThePointOfNoReturn();
    void rebirthNeedsANode();
    void anotherGroupCanBeDeployedMeanwhile();
    void machinesThatExistAreLookedAtAlone();
    void whatAPlatformCannotDoIsNotOffered();
};

namespace {

const QList<WindowAct> allActs{WindowAct::Scan,     WindowAct::Build,       WindowAct::Swap,     WindowAct::Rebirth,
                               WindowAct::Up,       WindowAct::Down,        WindowAct::RollBack, WindowAct::Pause,
                               WindowAct::Continue, WindowAct::ExtendDrain, WindowAct::Abort,    WindowAct::Reload,
                               WindowAct::Export};

QList<WindowAct> possible(const Situation& now)
{
    QList<WindowAct> acts;
    for (const WindowAct act : allActs) {
        if (whyNot(act, now).isEmpty())
            acts << act;
    }
    return acts;
}

Situation running()
{
    Situation now;
    now.open = true;
    now.up = true;
    return now;
}

} // namespace

void TestAvailability::nothingIsPossibleWithoutABlueprint()
{
    QCOMPARE(possible({}), QList<WindowAct>());
}

void TestAvailability::aFleetThatIsDownCanComeUpAndBuild()
{
    Situation now;
    now.open = true;
    QCOMPARE(possible(now), QList<WindowAct>({WindowAct::Build, WindowAct::Up, WindowAct::Reload, WindowAct::Export}));
    now.hasParts = false;
    QCOMPARE(possible(now), QList<WindowAct>({WindowAct::Build, WindowAct::Reload, WindowAct::Export}));
}

void TestAvailability::aDeploymentBlocksWhatChangesTheWorld()
{
    Situation now = running();
    now.busy = QStringLiteral("Swap web");
    now.busyHere = now.busy;
    now.busyToBuild = now.busy;
    now.deploying = true;
    QCOMPARE(possible(now),
             QList<WindowAct>({WindowAct::Scan, WindowAct::RollBack, WindowAct::Pause, WindowAct::Continue,
                               WindowAct::ExtendDrain, WindowAct::Abort, WindowAct::Export}));
    QVERIFY(whyNot(WindowAct::Build, now).contains(QStringLiteral("Swap web")));
}

/// They wait for each other by themselves.
void TestAvailability::buildsAreAskedForWhileOneGoesOn()
{
    FleetDocument document;
    document.open(sample::blueprint());
    const auto start = [&document](const char* id, const char* verb) {
        document.apply({QLatin1String(id), sample::at(0), Started{QLatin1String(verb), QStringLiteral("shop"), {}}});
    };
    start("b", "build");
    QCOMPARE(whyNot(WindowAct::Build, situationOf(document)), QString());
    QVERIFY(!whyNot(WindowAct::Up, situationOf(document)).isEmpty());
    start("u", "up");
    QVERIFY(!whyNot(WindowAct::Build, situationOf(document)).isEmpty());
}

void TestAvailability::aFleetThatIsBeingMadeIsNotScanned()
{
    Situation now = running();
    QVERIFY(possible(now).contains(WindowAct::Scan));
    now.makingOrEnding = QStringLiteral("Up");
    QVERIFY(whyNot(WindowAct::Scan, now).contains(QStringLiteral("Up")));
}

void TestAvailability::nodesAreComparedWhileTheyAreThere()
{
    Situation now;
    QVERIFY(!whyNot(WindowAct::Differences, now).isEmpty());
    now.open = true;
    QVERIFY(!whyNot(WindowAct::Differences, now).isEmpty());
    now.up = true;
    now.scanning = true; // both only read
    now.busy = QStringLiteral("Swap web");
    QCOMPARE(whyNot(WindowAct::Differences, now), QString());
    now.makingOrEnding = QStringLiteral("Take down");
    QVERIFY(whyNot(WindowAct::Differences, now).contains(now.makingOrEnding));
}

void TestAvailability::rollBackEndsAtThePointOfNoReturn()
{
    Situation now = running();
    now.deploying = true;
    QVERIFY(whyNot(WindowAct::RollBack, now).isEmpty());
    now.refusals.insert(Command::RollBack, QStringLiteral("too late"));
    QCOMPARE(whyNot(WindowAct::RollBack, now), QStringLiteral("too late"));
    QVERIFY(whyNot(WindowAct::Pause, now).isEmpty());
}

void TestAvailability::rebirthNeedsANode()
{
    Situation now = running();
    QVERIFY(!possible(now).contains(WindowAct::Rebirth));
    now.nodeSelected = true;
    QVERIFY(possible(now).contains(WindowAct::Rebirth));
}

void TestAvailability::anotherGroupCanBeDeployedMeanwhile()
{
    FleetDocument document;
    Blueprint shop = sample::blueprint();
    Group api = shop.groups.first();
    api.name = QStringLiteral("api");
    shop.groups.append(api);
    document.open(shop);
    const OperationId watch = QStringLiteral("w");
    document.apply({watch, sample::at(0), Started{QStringLiteral("watch"), QStringLiteral("shop"), {}}});
    document.apply({watch, sample::at(0), FleetObserved{sample::fleet()}});
    const OperationId swap = QStringLiteral("s");
    document.apply({swap, sample::at(1), Started{QStringLiteral("swap"), QStringLiteral("shop"), {}}});
    document.setSelection(QStringLiteral("api"));
    QVERIFY(!whyNot(WindowAct::Swap, situationOf(document)).isEmpty()); // of which group is not known yet
    document.apply({swap, sample::at(1), PlanMade{sample::swapPlan(swap)}});
    QCOMPARE(whyNot(WindowAct::Swap, situationOf(document)), QString());
    QVERIFY(!whyNot(WindowAct::Down, situationOf(document)).isEmpty());
    document.setSelection(QStringLiteral("web"));
    QVERIFY(!whyNot(WindowAct::Swap, situationOf(document)).isEmpty());
}

void TestAvailability::machinesThatExistAreLookedAtAlone()
{
    Situation now = running();
    now.given = true;
    now.nodeSelected = true;
    QCOMPARE(possible(now), (QList<WindowAct>{WindowAct::Scan, WindowAct::Reload, WindowAct::Export}));
    QVERIFY(whyNot(WindowAct::Differences, now).isEmpty());
    QVERIFY(whyNot(WindowAct::Up, now).contains(QStringLiteral("exist already")));
    now.up = false;
    QVERIFY(whyNot(WindowAct::Scan, now).contains(QStringLiteral("looked")));
}

void TestAvailability::whatAPlatformCannotDoIsNotOffered()
{
    Situation given = running();
    given.given = true;
    for (const WindowAct act : {WindowAct::Scan, WindowAct::Differences, WindowAct::Look, WindowAct::Export})
        QVERIFY(isOffered(act, given));
    for (const WindowAct act : {WindowAct::Up, WindowAct::Down, WindowAct::Build, WindowAct::Swap, WindowAct::Rebirth,
                                WindowAct::Orphans, WindowAct::ByImage, WindowAct::Pause}) {
        QVERIFY(!isOffered(act, given));
        QVERIFY(!whyNot(act, given).isEmpty());
        QVERIFY(isOffered(act, running()));
    }
    QCOMPARE(offersOf(Inspected::Fleet, given), (QList<WindowAct>{WindowAct::Scan, WindowAct::Look}));
    QCOMPARE(offersOf(Inspected::Group, given), (QList<WindowAct>{WindowAct::Differences, WindowAct::Scan}));
    given.up = false;
    QCOMPARE(offersOf(Inspected::Fleet, given), QList<WindowAct>{WindowAct::Look});
    QCOMPARE(offersOf(Inspected::Absent, given), QList<WindowAct>{WindowAct::Look});
    Situation down = running();
    down.up = false;
    QCOMPARE(offersOf(Inspected::Absent, down), QList<WindowAct>{WindowAct::Up});
    for (const Inspected what : {Inspected::Fleet, Inspected::Group, Inspected::Host, Inspected::Absent})
        for (const Situation& now : {given, running(), down})
            for (const WindowAct act : offersOf(what, now))
                QVERIFY(isOffered(act, now));
}

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
