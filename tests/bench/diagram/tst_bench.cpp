// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/quick_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

/// Form and counts only: no test depends on a clock.
class TestBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quickRunMeasuresEverything();
    void textHasALinePerFigure();
};

void TestBench::quickRunMeasuresEverything()
{
    const QJsonObject document =
        QJsonDocument::fromJson(
            snowmelt::bench::printed(SNOWMELT_BENCH_DIAGRAM, {QStringLiteral("--quick"), QStringLiteral("--json")}))
            .object();
    QCOMPARE(document[QStringLiteral("schema")].toString(), QStringLiteral("snowmelt.bench-diagram/1"));
    const QJsonArray figures = document[QStringLiteral("figures")].toArray();
    QSet<int> sizes;
    QSet<QString> things;
    int layouts = 0;
    for (const QJsonValue& value : figures) {
        const QJsonObject figure = value.toObject();
        const QJsonObject ours = figure[QStringLiteral("ours")].toObject();
        const QString what = figure[QStringLiteral("what")].toString();
        const bool alone = what.startsWith(QStringLiteral("layout"));
        QVERIFY(ours[QStringLiteral("count")].toInt() > 0);
        QVERIFY(ours[QStringLiteral("p50")].toDouble() > 0);
        QVERIFY(ours[QStringLiteral("p95")].toDouble() >= ours[QStringLiteral("p50")].toDouble());
        // Only a layout has no counterpart in a scene of items.
        QCOMPARE(figure[QStringLiteral("theirs")].toObject()[QStringLiteral("count")].toInt() > 0, !alone);
        QCOMPARE(figure[QStringLiteral("ratio")].toDouble() > 0, !alone);
        if (what.startsWith(QStringLiteral("layout "))) {
            ++layouts; // of a fleet of its own
            continue;
        }
        sizes << figure[QStringLiteral("nodes")].toInt();
        things << what;
    }
    QCOMPARE(sizes.size(), 2);
    QCOMPARE(layouts, 2);
    QCOMPARE(figures.size(), sizes.size() * things.size() + layouts);
    QCOMPARE(document[QStringLiteral("memory")].toArray().size(), sizes.size());
}

void TestBench::textHasALinePerFigure()
{
    const QByteArray text = snowmelt::bench::printed(SNOWMELT_BENCH_DIAGRAM, {QStringLiteral("--quick")});
    QVERIFY(text.contains("sharp redraw of everything") && text.contains("pan at 100 %"));
    QVERIFY(text.contains("layout after a status change"));
    QVERIFY(text.count('\n') > 30);
}

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
