// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/keyed_tree_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace snowmelt;

class TestKeyedTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangedTextIsOneChange();
    void theSameRowsSayNothing();
    void aMovedRowKeepsItsPersistentIndex();
    void removedRowsGoInRanges();
    void anyTreeBecomesAnyOtherWithoutAReset();
};

namespace {

TreeRow row(const QString& key, const QString& text, const QList<TreeRow>& children = {})
{
    TreeRow made;
    made.key = key;
    made.texts = QStringList{text};
    made.children = children;
    return made;
}

/// "a=1(x=2)b=1": what a view would show.
QString textOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QString text;
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        text += index.data().toString();
        if (model.rowCount(index) > 0)
            text += u'(' + textOf(model, index) + u')';
        text += u';';
    }
    return text;
}

QString textOf(const QList<TreeRow>& rows)
{
    QString text;
    for (const TreeRow& one : rows) {
        text += one.texts.first();
        if (!one.children.isEmpty())
            text += u'(' + textOf(one.children) + u')';
        text += u';';
    }
    return text;
}

QList<TreeRow> randomRows(QRandomGenerator& random, int depth)
{
    QStringList keys;
    for (int i = 0; i < 8; ++i) {
        if (random.bounded(2))
            keys << QString(QChar(u'a' + i));
    }
    std::shuffle(keys.begin(), keys.end(), random);
    QList<TreeRow> rows;
    for (const QString& key : keys) {
        const QString text = key + QString::number(random.bounded(3));
        rows << row(key, text, depth > 0 ? randomRows(random, depth - 1) : QList<TreeRow>());
    }
    return rows;
}

} // namespace

void TestKeyedTreeModel::aChangedTextIsOneChange()
{
    KeyedTreeModel model(1);
    model.setRows({row("a", "1"), row("b", "1")});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({row("a", "1"), row("b", "2")});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
}

void TestKeyedTreeModel::theSameRowsSayNothing()
{
    KeyedTreeModel model(1);
    const QList<TreeRow> rows{row("a", "1", {row("x", "2")}), row("b", "1")};
    model.setRows(rows);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRows(rows);
    QCOMPARE(changed.size() + inserted.size(), 0);
}

void TestKeyedTreeModel::aMovedRowKeepsItsPersistentIndex()
{
    KeyedTreeModel model(1);
    model.setRows({row("a", "1"), row("b", "2"), row("c", "3")});
    const QPersistentModelIndex c = model.index(2, 0);
    model.setRows({row("c", "3"), row("a", "1"), row("b", "2")});
    QCOMPARE(c.row(), 0);
    QCOMPARE(c.data().toString(), QStringLiteral("3"));
}

void TestKeyedTreeModel::removedRowsGoInRanges()
{
    KeyedTreeModel model(1);
    model.setRows({row("a", "1"), row("b", "2"), row("c", "3"), row("d", "4")});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setRows({row("a", "1"), row("d", "4")});
    QCOMPARE(removed.size(), 1);
}

void TestKeyedTreeModel::anyTreeBecomesAnyOtherWithoutAReset()
{
    QRandomGenerator random(20261121);
    KeyedTreeModel model(2);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 200; ++i) {
        const QList<TreeRow> rows = randomRows(random, 2);
        model.setRows(rows);
        QCOMPARE(textOf(model), textOf(rows));
    }
    QCOMPARE(reset.size(), 0);
}

QTEST_GUILESS_MAIN(TestKeyedTreeModel)
#include "tst_keyed_tree_model.moc"
