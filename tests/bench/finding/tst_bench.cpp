// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/quick_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// Form and counts only: no test depends on a clock.
class TestFindingBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quickRunMeasuresEverything();
};

void TestFindingBench::quickRunMeasuresEverything()
{
    const QJsonObject document =
        QJsonDocument::fromJson(
            snowmelt::bench::printed(SNOWMELT_BENCH_FINDING, {QStringLiteral("--quick"), QStringLiteral("--json")}))
            .object();
    QCOMPARE(document[QStringLiteral("schema")].toString(), QStringLiteral("snowmelt.bench-finding/1"));
    const QJsonArray figures = document[QStringLiteral("figures")].toArray();
    QCOMPARE(figures.size(), 9);
    for (const QJsonValue& value : figures) {
        const QJsonObject figure = value.toObject();
        const QString what = figure[QStringLiteral("what")].toString();
        const bool alone = what.startsWith(u"index");
        QVERIFY(figure[QStringLiteral("ours")].toObject()[QStringLiteral("count")].toInt() > 0);
        QCOMPARE(figure[QStringLiteral("theirs")].toObject()[QStringLiteral("count")].toInt() > 0, !alone);
        if (what == u"search web" || what == u"search web-1")
            QVERIFY(figure[QStringLiteral("found")].toInt() > 0);
    }
    QCOMPARE(snowmelt::bench::printed(SNOWMELT_BENCH_FINDING, {QStringLiteral("--quick")}).count("search "), 7);
}

QTEST_GUILESS_MAIN(TestFindingBench)
#include "tst_bench.moc"
