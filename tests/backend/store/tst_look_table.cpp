// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/store/drift_home.h"

using namespace snowmelt;
using namespace snowmelt::sample;

class LookTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_home = std::make_unique<DriftHome>(); }
    void theSameLookTakesNoRoom();
    void theLookBeforeATime();
    void theBaselineIsTheFirstUntilOneIsAccepted();
    void looksAreForgottenByTheirSize();
    void aSectionIsOfTheLastLookThatSawIt();
    void looksAtABornNodeAreNoBaseline();
    void ofABornNodeNoneIsSpared();

private:
    std::unique_ptr<DriftHome> m_home;
};

void LookTableTest::theSameLookTakesNoRoom()
{
    const auto store = m_home->open();
    for (int day = 1; day < 6; ++day)
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, u"a"_qs)).ok());
    QCOMPARE(m_home->looks(), 1);
    QCOMPARE(m_home->lookFiles(), 2);
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(6, u"b"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(7, u"a"_qs)).ok());
    QCOMPARE(m_home->looks(), 3);
    QCOMPARE(m_home->lookFiles(), 3);
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(7, u"a"_qs, u"web-2"_qs)).ok());
    QCOMPARE(m_home->lookFiles(), 3);
}

void LookTableTest::theLookBeforeATime()
{
    const auto store = m_home->open();
    for (const int day : {1, 2, 5})
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, day < 5 ? u"a"_qs : u"b"_qs)).ok());
    const auto before = [&store](const QDateTime& time) {
        const auto found = store->looksBefore(u"shop"_qs, u"web-1"_qs, time);
        return found.ok() && !found->isEmpty() ? found->first().at : QDateTime();
    };
    QVERIFY(before(dayAt(1)).isNull());
    QCOMPARE(before(dayAt(2)), dayAt(1));
    QCOMPARE(before(dayAt(4)), dayAt(2));
    QCOMPARE(before(dayAt(6)), dayAt(5));
    QVERIFY(store->looksBefore(u"shop"_qs, u"web-2"_qs, dayAt(6))->isEmpty());
}

void LookTableTest::theBaselineIsTheFirstUntilOneIsAccepted()
{
    const auto store = m_home->open();
    const auto baseline = [&store] {
        const auto found = store->baseline(u"shop"_qs, u"web-1"_qs);
        return found.ok() && found->has_value() ? (*found)->at : QDateTime();
    };
    QVERIFY(baseline().isNull());
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(1, u"a"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(2, u"b"_qs)).ok());
    QCOMPARE(baseline(), dayAt(1));
    QVERIFY(store->acceptLook(u"shop"_qs, m_home->look(2, u"b"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(3, u"c"_qs)).ok());
    QCOMPARE(baseline(), dayAt(2));
    QVERIFY(!store->acceptLook(u"shop"_qs, m_home->look(9, u"z"_qs)).ok()); // it is not kept: nothing is accepted
    QCOMPARE(baseline(), dayAt(2));
}

void LookTableTest::looksAreForgottenByTheirSize()
{
    const auto store = m_home->open();
    for (int day = 1; day <= 60; ++day)
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, QString::number(day))).ok());
    QVERIFY(store->prune(u"shop"_qs, {}, dayAt(61), 1LL << 40).ok());
    QCOMPARE(m_home->looks(), 60);
    const qint64 half =
        m_home->ask(u"SELECT SUM(size) FROM (SELECT DISTINCT digest, size FROM look_part)"_qs).toLongLong() / 2;
    QVERIFY(store->prune(u"shop"_qs, {}, dayAt(61), half).ok());
    QVERIFY(m_home->looks() < 40 && m_home->looks() > 10);
    QVERIFY(store->prune(u"shop"_qs, {}, dayAt(61), 1).ok());
    QCOMPARE(m_home->looks(), 2);
}

void LookTableTest::aSectionIsOfTheLastLookThatSawIt()
{
    const auto store = m_home->open();
    FactSheet whole = sheetOn(1, u"a"_qs);
    whole.tables[DriftSection::System]["os"].fields.insert(u"version"_qs, u"12"_qs);
    const LookRecord first = m_home->kept(whole);
    const LookRecord second = m_home->look(3, u"b"_qs);
    QVERIFY(store->noteLook(u"shop"_qs, first).ok());
    QVERIFY(store->noteLook(u"shop"_qs, second).ok());
    QCOMPARE(*store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(2)), QList<LookRecord>{first});
    LookRecord system = first;
    system.parts = {{DriftSection::System, first.parts.value(DriftSection::System)}};
    QCOMPARE(*store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(4)), (QList<LookRecord>{second, system}));
}

void LookTableTest::looksAtABornNodeAreNoBaseline()
{
    const auto store = m_home->open();
    LookRecord born = m_home->look(1, u"a"_qs);
    born.born = true;
    QVERIFY(store->noteLook(u"shop"_qs, born).ok());
    QVERIFY(!(*store->baseline(u"shop"_qs, u"web-1"_qs)).has_value());
    QCOMPARE(*store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(2)), QList<LookRecord>{born});
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(2, u"a"_qs)).ok());
    QCOMPARE((*store->baseline(u"shop"_qs, u"web-1"_qs))->at, dayAt(2));
}

void LookTableTest::ofABornNodeNoneIsSpared()
{
    const auto store = m_home->open();
    for (int day = 1; day <= 6; ++day) {
        LookRecord born = m_home->look(day, QString::number(day));
        born.born = true;
        QVERIFY(store->noteLook(u"shop"_qs, born).ok());
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, QString::number(day), u"given"_qs)).ok());
    }
    QVERIFY(store->prune(u"shop"_qs, {}, dayAt(7), 1).ok());
    QCOMPARE(m_home->looks(), 2);
    QVERIFY(store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(7))->isEmpty());
    QVERIFY((*store->baseline(u"shop"_qs, u"given"_qs)).has_value());
}

QTEST_GUILESS_MAIN(LookTableTest)
#include "tst_look_table.moc"
