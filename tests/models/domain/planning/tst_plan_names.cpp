// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan_names.h"

#include <QTest>

using namespace snowmelt;

class PlanNamesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyItsOwnNamesHaveANumber();
    void namesGoOnAfterTheHighest();
    void freeSlotsComeFromTheEmptierSide_data();
    void freeSlotsComeFromTheEmptierSide();
};

void PlanNamesTest::onlyItsOwnNamesHaveANumber()
{
    QCOMPARE(nodeNumber(u"web"_qs, u"web-12"_qs), 12);
    for (const QString& other : {u"web"_qs, u"web-"_qs, u"web-0"_qs, u"web--3"_qs, u"web-+3"_qs, u"web-007"_qs,
                                 u"web-3x"_qs, u"webb-3"_qs, u"web-1-3"_qs, u"web-99999999999"_qs})
        QCOMPARE(nodeNumber(u"web"_qs, other), 0);
}

void PlanNamesTest::namesGoOnAfterTheHighest()
{
    QCOMPARE(nextNodeNames(u"web"_qs, {}, 2), (QStringList{u"web-1"_qs, u"web-2"_qs}));
    QCOMPARE(nextNodeNames(u"web"_qs, {u"web-2"_qs, u"web-10"_qs, u"web-x-77"_qs, u"orders"_qs}, 2),
             (QStringList{u"web-11"_qs, u"web-12"_qs}));
}

void PlanNamesTest::freeSlotsComeFromTheEmptierSide_data()
{
    QTest::addColumn<QString>("inUse");
    QTest::addColumn<QString>("free");
    QTest::newRow("none in use") << ""
                                 << "a1 a2 a3 b1 b2 b3";
    QTest::newRow("blue on a") << "a1 a2 a3"
                               << "b1 b2 b3";
    QTest::newRow("blue on b") << "b1 b2 b3"
                               << "a1 a2 a3";
    QTest::newRow("mostly a") << "a1 a3 b2"
                              << "b1 b3 a2";
    QTest::newRow("mostly b") << "b1 b3 a2"
                              << "a1 a3 b2";
    QTest::newRow("foreign names count for nothing") << "c1 a9"
                                                     << "a1 a2 a3 b1 b2 b3";
    QTest::newRow("all") << "a1 a2 a3 b1 b2 b3"
                         << "";
}

void PlanNamesTest::freeSlotsComeFromTheEmptierSide()
{
    QFETCH(QString, inUse);
    QFETCH(QString, free);
    const QStringList used = inUse.split(u' ');
    QCOMPARE(freeSlots(3, QSet<QString>(used.cbegin(), used.cend())).join(u' '), free);
}

QTEST_GUILESS_MAIN(PlanNamesTest)
#include "tst_plan_names.moc"
