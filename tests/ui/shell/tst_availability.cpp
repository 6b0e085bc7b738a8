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
    void rollBackEndsAtThePointOfNoReturn();
    void rebirthNeedsANode();
};

namespace {

const QList<Act> allActs{Act::Scan, Act::Build,  Act::Swap,     Act::Rebirth,          Act::Up,
                         Act::Down, Act::Reload, Act::RollBack, Act::CancelDeployment, Act::Export};

QList<Act> possible(const Situation& now)
{
    QList<Act> acts;
    for (const Act act : allActs) {
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
    QCOMPARE(possible({}), QList<Act>());
}

void TestAvailability::aFleetThatIsDownCanComeUpAndBuild()
{
    Situation now;
    now.open = true;
    QCOMPARE(possible(now), QList<Act>({Act::Build, Act::Up, Act::Reload, Act::Export}));
}

void TestAvailability::aDeploymentBlocksWhatChangesTheWorld()
{
    Situation now = running();
    now.busy = QStringLiteral("Swap web");
    now.deploying = true;
    QCOMPARE(possible(now), QList<Act>({Act::Scan, Act::RollBack, Act::CancelDeployment, Act::Export}));
    QVERIFY(whyNot(Act::Build, now).contains(QStringLiteral("Swap web")));
}

void TestAvailability::rollBackEndsAtThePointOfNoReturn()
{
    Situation now = running();
    now.deploying = true;
    now.pastNoReturn = true;
    QVERIFY(!whyNot(Act::RollBack, now).isEmpty());
    now.pastNoReturn = false;
    now.turningRound = true;
    QVERIFY(!whyNot(Act::RollBack, now).isEmpty());
    now.turningRound = false;
    QVERIFY(whyNot(Act::RollBack, now).isEmpty());
}

void TestAvailability::rebirthNeedsANode()
{
    Situation now = running();
    QVERIFY(!possible(now).contains(Act::Rebirth));
    now.nodeSelected = true;
    QVERIFY(possible(now).contains(Act::Rebirth));
}

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
