// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/orphan_model.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

/// What nothing refers to, to choose from.
class TestOrphanModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsSayWhatAndWhy();
    void whatIsCheckedIsChosen();
    void whatIsGoneIsNotChosenAnyMore();
    void troubleStandsInItsRow();
};

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

QList<Orphan> orphans()
{
    const ImageRef shop{QStringLiteral("shop"), QStringLiteral("1.1.0")};
    return {{OrphanKind::Node, QStringLiteral("web-5"), QStringLiteral("web"), QStringLiteral("d1"), shop,
             now.addSecs(-7200), QStringLiteral("noTraffic")},
            {OrphanKind::Volume, QStringLiteral("cache-data"), {}, {}, {}, {}, QStringLiteral("partGone")}};
}

void check(OrphanModel& model, int row, bool chosen)
{
    QVERIFY(model.setData(model.index(row, 0), chosen ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole));
}

} // namespace

void TestOrphanModel::rowsSayWhatAndWhy()
{
    OrphanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOrphans(orphans(), now);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, OrphanModel::Name).data().toString(), QStringLiteral("web-5"));
    QCOMPARE(model.index(0, OrphanModel::Kind).data().toString(), QStringLiteral("node"));
    QCOMPARE(model.index(0, OrphanModel::Image).data().toString(), QStringLiteral("shop 1.1.0"));
    QCOMPARE(model.index(0, OrphanModel::Age).data().toString(), QStringLiteral("2 h ago"));
    QVERIFY(model.index(0, OrphanModel::Why).data().toString().contains(QStringLiteral("gets no traffic")));
    QCOMPARE(model.index(1, OrphanModel::Age).data().toString(), QStringLiteral("not known"));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("d1")));
}

void TestOrphanModel::whatIsCheckedIsChosen()
{
    OrphanModel model;
    model.setOrphans(orphans(), now);
    const QSignalSpy changed(&model, &OrphanModel::chosenChanged);
    QVERIFY(model.chosen().isEmpty());
    check(model, 1, true);
    QCOMPARE(model.chosen(), orphans().mid(1));
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(!model.index(1, 1).data(Qt::CheckStateRole).isValid());
    QCOMPARE(changed.count(), 1);
    model.chooseAll(true);
    QCOMPARE(model.chosen(), orphans());
    model.chooseAll(false);
    QVERIFY(model.chosen().isEmpty());
}

void TestOrphanModel::whatIsGoneIsNotChosenAnyMore()
{
    OrphanModel model;
    model.setOrphans(orphans(), now);
    model.chooseAll(true);
    model.setOrphans(orphans().mid(1), now);
    QCOMPARE(model.chosen(), orphans().mid(1));
    model.setOrphans(orphans(), now); // one that comes back was not chosen
    QCOMPARE(model.chosen(), orphans().mid(1));
}

void TestOrphanModel::troubleStandsInItsRow()
{
    OrphanModel model;
    model.setOrphans(orphans(), now);
    model.setTrouble({{QStringLiteral("web-5"), QStringLiteral("in use")}});
    QCOMPARE(model.index(0, 0).data(DetailRole).toString(), QStringLiteral("in use"));
    QVERIFY(!model.index(1, 0).data(DetailRole).isValid());
    // Who hears the row hears what others see in it.
    QCOMPARE(model.index(0, OrphanModel::Why).data(Qt::AccessibleTextRole).toString(), QStringLiteral("in use"));
    QVERIFY(!model.index(0, OrphanModel::Name).data(Qt::AccessibleTextRole).isValid());
    QVERIFY(!model.index(1, OrphanModel::Why).data(Qt::AccessibleTextRole).isValid());
}

QTEST_GUILESS_MAIN(TestOrphanModel)
#include "tst_orphan_model.moc"
