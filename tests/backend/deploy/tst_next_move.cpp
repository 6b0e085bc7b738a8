// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/next_move.h"
#include "models/domain/code_names.h"

#include <QTest>

using namespace snowmelt;

/// Every way a deployment can take, by value.
class NextMoveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsFollowEachOther();
    void turningRound_data();
    void turningRound();
    void theWayBackInOrder();
    void theWayBackThatFails_data();
    void theWayBackThatFails();
    void whoAskedIsCancelledWhoDidNotHasFailed();
    void anAbortStopsWhereItStands();
    void aLostLeaseStopsEverywhere();
    void aFailedGreenThatIsKept();
    void resuming_data();
    void resuming();
    void noReturn();
};

static Plan plan()
{
    Plan made;
    for (const StepKind kind : allCodes<StepKind>())
        made.steps.append({kind, {}, kind == StepKind::RetireBlue});
    return made;
}

static int indexOf(StepKind kind)
{
    return int(allCodes<StepKind>().indexOf(kind));
}

static QString text(const Move& move)
{
    static const QStringList acts{u"step"_qs, u"reviveBlue"_qs, u"drainGreen"_qs, u"removeGreen"_qs, u"stop"_qs};
    QString line = acts.at(int(move.act));
    if (move.act == Act::Step)
        return line + u' ' + QString::number(move.step);
    if (move.act == Act::Stop)
        line += u' ' + outcomeName(move.outcome) + (move.touched ? u""_qs : u" untouched"_qs);
    return line;
}

void NextMoveTest::stepsFollowEachOther()
{
    QStringList lines;
    Move move = firstMove();
    for (int i = 0; i < 20 && move.act != Act::Stop; ++i) {
        lines.append(text(move));
        move = nextMove(plan(), move, ActEnd::Done);
    }
    QCOMPARE(lines.join(u' '), u"step 0 step 1 step 2 step 3 step 4 step 5 step 6 step 7"_qs);
    QCOMPARE(text(move), u"stop done"_qs);
}

void NextMoveTest::turningRound_data()
{
    QTest::addColumn<StepKind>("reached");
    QTest::addColumn<QString>("failed");
    QTest::addColumn<QString>("drainTimedOut");
    QTest::addColumn<QString>("cancelled");
    const auto row = [](StepKind kind, const QString& failed, const QString& timedOut, const QString& cancelled) {
        QTest::newRow(qPrintable(codeName(kind))) << kind << failed << timedOut << cancelled;
    };
    const QString remove = u"removeGreen"_qs;
    const QString revive = u"reviveBlue"_qs;
    const QString stop = u"stop failed"_qs;
    row(StepKind::Check, u"stop failed untouched"_qs, u"stop failed untouched"_qs, u"stop cancelled untouched"_qs);
    row(StepKind::CreateNodes, remove, remove, remove);
    row(StepKind::AwaitHealthy, remove, remove, remove);
    row(StepKind::MoveTraffic, revive, revive, revive);
    row(StepKind::DrainBlue, revive, stop, revive);
    row(StepKind::Bake, revive, revive, revive);
    row(StepKind::RetireBlue, stop, stop, revive); // asked before its act: see perform()
    row(StepKind::DestroyBlue, stop, stop, stop);
}

void NextMoveTest::turningRound()
{
    QFETCH(StepKind, reached);
    QFETCH(QString, failed);
    QFETCH(QString, drainTimedOut);
    QFETCH(QString, cancelled);
    const Move last{Act::Step, indexOf(reached)};
    QCOMPARE(text(nextMove(plan(), last, ActEnd::Failed)), failed);
    QCOMPARE(text(nextMove(plan(), last, ActEnd::DrainTimedOut)), drainTimedOut);
    QCOMPARE(text(nextMove(plan(), last, ActEnd::Cancelled)), cancelled);
    QCOMPARE(text(nextMove(plan(), last, ActEnd::Asked)), cancelled);
    QCOMPARE(nextMove(plan(), last, ActEnd::Failed).step, last.step);
}

void NextMoveTest::theWayBackInOrder()
{
    QStringList lines;
    Move move = nextMove(plan(), {Act::Step, indexOf(StepKind::Bake)}, ActEnd::Asked);
    for (int i = 0; i < 20 && move.act != Act::Stop; ++i) {
        QCOMPARE(move.turn, Turn::Asked);
        QCOMPARE(move.step, indexOf(StepKind::Bake));
        lines.append(text(move));
        move = nextMove(plan(), move, ActEnd::Done);
    }
    QCOMPARE(lines.join(u' '), u"reviveBlue drainGreen removeGreen"_qs);
    QCOMPARE(text(move), u"stop cancelled"_qs);
}

void NextMoveTest::theWayBackThatFails_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("revive") << Act::ReviveBlue;
    QTest::newRow("drain") << Act::DrainGreen;
    QTest::newRow("remove") << Act::RemoveGreen;
}

void NextMoveTest::theWayBackThatFails()
{
    QFETCH(Act, act);
    for (const ActEnd end : {ActEnd::Failed, ActEnd::DrainTimedOut, ActEnd::Lost})
        QCOMPARE(text(nextMove(plan(), {act, 5, Turn::Asked}, end)), u"stop failed"_qs);
}

void NextMoveTest::whoAskedIsCancelledWhoDidNotHasFailed()
{
    const auto end = [](Turn turn) { return nextMove(plan(), {Act::RemoveGreen, 2, turn}, ActEnd::Done).outcome; };
    QCOMPARE(end(Turn::Asked), OutcomeKind::Cancelled);
    QCOMPARE(end(Turn::Cancelled), OutcomeKind::Cancelled);
    QCOMPARE(end(Turn::Failed), OutcomeKind::Failed);
}

void NextMoveTest::anAbortStopsWhereItStands()
{
    for (const StepKind kind : allCodes<StepKind>()) {
        const QString expected = kind == StepKind::Check ? u"stop cancelled untouched"_qs : u"stop cancelled"_qs;
        QCOMPARE(text(nextMove(plan(), {Act::Step, indexOf(kind)}, ActEnd::Aborted)), expected);
    }
}

void NextMoveTest::aLostLeaseStopsEverywhere()
{
    for (int step = 0; step < plan().steps.size(); ++step)
        QCOMPARE(text(nextMove(plan(), {Act::Step, step}, ActEnd::Lost)), u"stop failed"_qs);
}

void NextMoveTest::aFailedGreenThatIsKept()
{
    Plan kept = plan();
    kept.keepGreen = true;
    for (const StepKind kind : {StepKind::CreateNodes, StepKind::AwaitHealthy}) {
        const Move last{Act::Step, indexOf(kind)};
        QCOMPARE(text(nextMove(kept, last, ActEnd::Failed)), u"stop failed"_qs);
        QCOMPARE(text(nextMove(kept, last, ActEnd::Cancelled)), u"removeGreen"_qs);
        QCOMPARE(text(nextMove(kept, last, ActEnd::Asked)), u"removeGreen"_qs);
    }
    QCOMPARE(text(nextMove(kept, {Act::Step, indexOf(StepKind::Bake)}, ActEnd::Failed)), u"reviveBlue"_qs);
}

void NextMoveTest::resuming_data()
{
    QTest::addColumn<int>("reached");
    QTest::addColumn<QString>("goOn");
    QTest::addColumn<QString>("back");
    QTest::addColumn<QString>("backFromServingGreen");
    const QString remove = u"removeGreen"_qs;
    const QString revive = u"reviveBlue"_qs;
    const QString nothing = u"stop cancelled untouched"_qs;
    QTest::newRow("nothing begun") << -1 << u"step 0"_qs << nothing << nothing;
    QTest::newRow("check") << 0 << u"step 0"_qs << nothing << nothing;
    QTest::newRow("createNodes") << 1 << u"step 1"_qs << remove << revive;
    QTest::newRow("awaitHealthy") << 2 << u"step 2"_qs << remove << revive;
    QTest::newRow("moveTraffic") << 3 << u"step 3"_qs << revive << revive;
    QTest::newRow("drainBlue") << 4 << u"step 4"_qs << revive << revive;
    QTest::newRow("bake") << 5 << u"step 5"_qs << revive << revive;
    QTest::newRow("retireBlue, turned round before its act") << 6 << u"step 6"_qs << revive << revive;
}

void NextMoveTest::resuming()
{
    QFETCH(int, reached);
    QFETCH(QString, goOn);
    QFETCH(QString, back);
    QFETCH(QString, backFromServingGreen);
    for (const bool serves : {false, true})
        QCOMPARE(text(resumedMove(plan(), reached, Way::Continue, serves)), goOn);
    QCOMPARE(text(resumedMove(plan(), reached, Way::RollBack, false)), back);
    QCOMPARE(text(resumedMove(plan(), reached, Way::RollBack, true)), backFromServingGreen);
}

void NextMoveTest::noReturn()
{
    for (const StepKind kind : allCodes<StepKind>()) {
        const bool past = kind == StepKind::RetireBlue || kind == StepKind::DestroyBlue;
        QCOMPARE(isPastNoReturn(plan(), indexOf(kind)), past);
    }
}

QTEST_GUILESS_MAIN(NextMoveTest)
#include "tst_next_move.moc"
