// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/effective_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace snowmelt;

class TestEffectiveModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tiersWithWhatTheySay()
    {
        EffectiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ImageRef os = *ImageRef::parse(QStringLiteral("os@1"));
        const ImageRef shop = *ImageRef::parse(QStringLiteral("shop@1"));
        const EffectiveLine command{RecipePart::Command, QStringLiteral("make\x1b"), {}, shop, {}};
        model.setLines(
            {{RecipePart::Package, QStringLiteral("htop"), QStringLiteral("1"), os, shop}, command, command});
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("os 1"));
        QCOMPARE(model.index(0, 1, first).data().toString(), QStringLiteral("Package"));
        QCOMPARE(model.index(0, 2, first).data().toString(), QStringLiteral("1 · replaced by shop 1"));
        QVERIFY(!first.data(StateRole).isValid());
        QCOMPARE(model.index(0, 0, first).data(StateRole).toInt(), int(EffectiveModel::State::Replaced));
        const QModelIndex second = model.index(1, 0);
        QCOMPARE(model.rowCount(second), 2);
        QCOMPARE(model.index(0, 0, second).data(StateRole).toInt(), int(EffectiveModel::State::Holds));
        QCOMPARE(model.index(1, 0, second).data().toString(), QStringLiteral("make\\x1b"));
        model.setLines({command});
        QCOMPARE(model.rowCount(), 1);
        model.setLines({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestEffectiveModel)
#include "tst_effective_model.moc"
