// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/turn.h"

#include <QTest>

using namespace snowmelt;

class TestTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsBegin_data()
    {
        QTest::addColumn<QList<QStringList>>("before");
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<bool>("begins");
        const QStringList shop{u"os@1"_qs, u"shop@1"_qs};
        const QStringList other{u"db@1"_qs};
        QTest::newRow("alone") << QList<QStringList>{} << 1 << true;
        QTest::newRow("beside another image") << QList<QStringList>{other} << 2 << true;
        QTest::newRow("as many as there may be") << QList<QStringList>{other, QStringList{u"db@2"_qs}} << 2 << false;
        QTest::newRow("one at a time") << QList<QStringList>{other} << 1 << false;
        QTest::newRow("the same image") << QList<QStringList>{shop} << 8 << false;
        QTest::newRow("an image of it") << QList<QStringList>{QStringList{u"os@1"_qs, u"web@1"_qs}} << 8 << false;
        QTest::newRow("what keeps nothing") << QList<QStringList>{QStringList{}} << 2 << true;
    }
    void buildsBegin()
    {
        QFETCH(QList<QStringList>, before);
        QFETCH(int, atOnce);
        QTEST(mayBegin(before, {u"os@1"_qs, u"shop@1"_qs}, atOnce), "begins");
    }
};

QTEST_GUILESS_MAIN(TestTurn)
#include "tst_turn.moc"
