// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/quick_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// Form and counts only: no test depends on a clock.
class TestDifferencesBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quickRunMeasuresEverything();
};

void TestDifferencesBench::quickRunMeasuresEverything()
{
    const QJsonObject document =
        QJsonDocument::fromJson(
            snowmelt::bench::printed(SNOWMELT_BENCH_DIFFERENCES, {QStringLiteral("--quick"), QStringLiteral("--json")}))
            .object();
    QCOMPARE(document[QStringLiteral("schema")].toString(), QStringLiteral("snowmelt.bench-differences/1"));
    const QJsonArray figures = document[QStringLiteral("figures")].toArray();
    QCOMPARE(figures.size(), 27);
    QHash<QString, int> shown;
    for (const QJsonValue& value : figures) {
        const QJsonObject figure = value.toObject();
        QVERIFY(figure[QStringLiteral("turns")].toInt() > 0);
        QVERIFY(figure[QStringLiteral("largest")].toDouble() >= figure[QStringLiteral("p99")].toDouble());
        shown.insert(figure[QStringLiteral("what")].toString(), figure[QStringLiteral("shown")].toInt());
    }
    QCOMPARE(shown.value(QStringLiteral("the outcome arrives")), 80);
    QCOMPARE(shown.value(QStringLiteral("filter “package-1”")), 2);
    QCOMPARE(shown.value(QStringLiteral("filter “nowhere”")), 0);
    QCOMPARE(shown.value(QStringLiteral("a year of it arrives")), 24);
    QCOMPARE(shown.value(QStringLiteral("still there and gone")), 48);
    QCOMPARE(shown.value(QStringLiteral("one node")), 4);
    QCOMPARE(snowmelt::bench::printed(SNOWMELT_BENCH_DIFFERENCES, {QStringLiteral("--quick")}).count("filter "), 7);
}

QTEST_GUILESS_MAIN(TestDifferencesBench)
#include "tst_bench.moc"
