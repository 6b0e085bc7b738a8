// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pruning_model.h"
#include "models/items/store_damage_model.h"
#include "models/wording/wording.h"
#include "tests/models/items/store_sample.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

/// The builds of the image store with what becomes of each, and what verifying found.
class TestStoreModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void whatGoesComesFirst();
    void whatStaysSaysWhy();
    void whoWasNotAskedIsMarked();
    void twoVersionsMayBeTheSameBytes();
    void rowsStayWhenAnotherNumberIsKept();
    void damageNamesWhoNeedsIt();
    void namesOfFilesAreShownAndNotObeyed();
};

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

PruningModel::Fate fate(const QAbstractItemModel& model, int row)
{
    return PruningModel::Fate(model.index(row, 0).data(StateRole).toInt());
}

} // namespace

void TestStoreModels::whatGoesComesFirst()
{
    PruningModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Pruning pruning = sample::pruning();
    model.setPruning(pruning, now);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(cell(model, 0, PruningModel::Image), u"shop 1.0.0"_qs);
    QCOMPARE(cell(model, 0, PruningModel::DigestColumn), pruning.gone[0].digest.shortHex());
    QCOMPARE(cell(model, 0, PruningModel::Built), u"40 d ago"_qs);
    QCOMPARE(cell(model, 0, PruningModel::Own), sizeText(4'100'000));
    QCOMPARE(cell(model, 0, PruningModel::Becomes), u"goes"_qs);
    QCOMPARE(fate(model, 1), PruningModel::Fate::Goes);
    QCOMPARE(fate(model, 2), PruningModel::Fate::Stays);
    QCOMPARE(model.index(0, PruningModel::DigestColumn).data(Qt::ToolTipRole).toString(),
             pruning.gone[0].digest.text());
    pruning.removed = true;
    model.setPruning(pruning, now);
    QCOMPARE(cell(model, 0, PruningModel::Becomes), u"removed"_qs);
}

void TestStoreModels::whatStaysSaysWhy()
{
    PruningModel model;
    model.setPruning(sample::pruning(), now);
    QCOMPARE(cell(model, 2, PruningModel::Becomes), u"stays: the newest of its version"_qs);
    QCOMPARE(cell(model, 3, PruningModel::Becomes), u"stays: shop 1.1.0 rests on it"_qs);
    QCOMPARE(cell(model, 4, PruningModel::Becomes), u"stays: web-2 runs it"_qs);
}

void TestStoreModels::whoWasNotAskedIsMarked()
{
    PruningModel model;
    model.setPruning(sample::pruningUnasked(), now);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(fate(model, 5), PruningModel::Fate::Stays);
    QCOMPARE(fate(model, 6), PruningModel::Fate::NotAsked);
    QVERIFY(cell(model, 6, PruningModel::Becomes).contains(u"podman"_qs));
}

void TestStoreModels::twoVersionsMayBeTheSameBytes()
{
    PruningModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Pruning pruning;
    pruning.gone = {sample::build(u"shop@1.0.0"_qs, "a", 3, 1), sample::build(u"shop@1.1.0"_qs, "a", 2, 1)};
    model.setPruning(pruning, now);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 1, PruningModel::Image), u"shop 1.1.0"_qs);
}

void TestStoreModels::rowsStayWhenAnotherNumberIsKept()
{
    PruningModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Pruning pruning = sample::pruning();
    model.setPruning(pruning, now);
    const QPersistentModelIndex held = model.index(1, 0);
    pruning.kept.prepend({pruning.gone.takeLast(), KeepReason::Recent, {}});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setPruning(pruning, now);
    QVERIFY(held.isValid());
    QCOMPARE(fate(model, held.row()), PruningModel::Fate::Stays);
    QCOMPARE(inserted.size(), 0);
}

void TestStoreModels::damageNamesWhoNeedsIt()
{
    StoreDamageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const StoreCheck check = sample::damagedStore();
    model.setDamage(check.damage);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(cell(model, 0, StoreDamageModel::What), check.damage[0].blob);
    QCOMPARE(cell(model, 0, StoreDamageModel::State), u"damaged"_qs);
    QCOMPARE(cell(model, 0, StoreDamageModel::NeededBy), u"foundation/web 1, shop 1.1.0"_qs);
    QCOMPARE(cell(model, 3, StoreDamageModel::NeededBy), QString());
    QCOMPARE(StoreFault(model.index(3, 0).data(StateRole).toInt()), StoreFault::Unnamed);
    model.setDamage({});
    QCOMPARE(model.rowCount(), 0);
}

void TestStoreModels::namesOfFilesAreShownAndNotObeyed()
{
    StoreDamageModel model;
    model.setDamage({{StoreFault::Unnamed, u"left\x1b[31m"_qs, {}}});
    QCOMPARE(cell(model, 0, StoreDamageModel::What), u"left\\x1b[31m"_qs);
}

QTEST_GUILESS_MAIN(TestStoreModels)
#include "tst_store_models.moc"
