// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/splice.h"

#include <QTest>

using namespace snowmelt;

class TestSplice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAndTakesBack()
    {
        const QByteArray text = "size: 3  # 눈\nport: 8080\n";
        const QList<Splice> splices = inTextOrder({{text.indexOf("8080"), "8080", "80"},
                                                   {6, "3", "12"},
                                                   {text.size(), {}, "uses: [orders]\n"},
                                                   {0, {}, "# web\n"}});
        QCOMPARE(splices.size(), 4);
        const QByteArray after = spliced(text, splices);
        QCOMPARE(after, QByteArray("# web\nsize: 12  # 눈\nport: 80\nuses: [orders]\n"));
        QCOMPARE(spliced(after, inverse(splices)), text);
        QCOMPARE(inverse(inverse(splices)), splices);
    }

    void insertionsAtOnePlaceKeepTheirOrder()
    {
        const QList<Splice> splices = inTextOrder({{1, {}, "b"}, {1, {}, "c"}, {0, "a", "A"}});
        QCOMPARE(spliced("ad", splices), QByteArray("Abcd"));
        QCOMPARE(spliced("Abcd", inverse(splices)), QByteArray("ad"));
    }

    void thoseThatTouchTheSameBytesAreNone()
    {
        QVERIFY(inTextOrder({{0, "abc", {}}, {2, "c", "d"}}).isEmpty());
        QCOMPARE(inTextOrder({{0, "abc", {}}, {3, "d", "e"}}).size(), 2);
    }

    void nothingToCut()
    {
        QCOMPARE(spliced("abc", {}), QByteArray("abc"));
        QVERIFY(inverse({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSplice)
#include "tst_splice.moc"
