// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/availability.h"

#include <QTest>

using namespace snowmelt;

class TestAvailability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsPossibleWithoutABlueprint();
    void aFleetThatIsDownCanComeUpAndBuild();
    void aDeploymentBlocksWhatChangesTheWorld();
    void aFleetThatIsBeingMadeIsNotScanned();
    void rollBackEndsAtThePointOfNoReturn();
    void rebirthNeedsANode();
};

namespace {

const QList<WindowAct> allActs{
    WindowAct::Scan, WindowAct::Build,  WindowAct::Swap,     WindowAct::Rebirth,          WindowAct::Up,
    WindowAct::Down, WindowAct::Reload, WindowAct::RollBack, WindowAct::CancelDeployment, WindowAct::Export};

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
}

void TestAvailability::aDeploymentBlocksWhatChangesTheWorld()
{
    Situation now = running();
    now.busy = QStringLiteral("Swap web");
    now.deploying = true;
    QCOMPARE(possible(now),
             QList<WindowAct>({WindowAct::Scan, WindowAct::RollBack, WindowAct::CancelDeployment, WindowAct::Export}));
    QVERIFY(whyNot(WindowAct::Build, now).contains(QStringLiteral("Swap web")));
}

void TestAvailability::aFleetThatIsBeingMadeIsNotScanned()
{
    Situation now = running();
    QVERIFY(possible(now).contains(WindowAct::Scan));
    now.makingOrEnding = QStringLiteral("Up");
    QVERIFY(whyNot(WindowAct::Scan, now).contains(QStringLiteral("Up")));
}

void TestAvailability::rollBackEndsAtThePointOfNoReturn()
{
    Situation now = running();
    now.deploying = true;
    now.pastNoReturn = true;
    QVERIFY(!whyNot(WindowAct::RollBack, now).isEmpty());
    now.pastNoReturn = false;
    now.turningRound = true;
    QVERIFY(!whyNot(WindowAct::RollBack, now).isEmpty());
    now.turningRound = false;
    QVERIFY(whyNot(WindowAct::RollBack, now).isEmpty());
}

void TestAvailability::rebirthNeedsANode()
{
    Situation now = running();
    QVERIFY(!possible(now).contains(WindowAct::Rebirth));
    now.nodeSelected = true;
    QVERIFY(possible(now).contains(WindowAct::Rebirth));
}

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
