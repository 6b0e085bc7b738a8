// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/drift_chart.h"

#include <QGraphicsTextItem>
#include <QTest>

using namespace snowmelt;

class TestDriftChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Qt Charts sends label formats through a C string of Latin letters, and HTML.
    void labelsAreNumbersAndDates()
    {
        const QDateTime noon(QDate(2026, 11, 8), QTime(12, 0), Qt::UTC);
        DriftChart chart;
        chart.setCounts(
            {{QStringLiteral("web"), noon, 3, 3, 14, 0, 0}, {QStringLiteral("web"), noon.addDays(7), 3, 2, 9, 0, 0}});
        chart.resize(700, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        int numbers = 0;
        for (QGraphicsItem* item : chart.scene()->items()) {
            const auto* label = qgraphicsitem_cast<QGraphicsTextItem*>(item);
            if (!label)
                continue;
            const QString said = label->toPlainText().simplified();
            QVERIFY2(!said.contains(QChar::ReplacementCharacter) && !said.contains(u'&'), qPrintable(said));
            bool isNumber = false;
            said.toInt(&isNumber);
            numbers += isNumber ? 1 : 0;
        }
        QCOMPARE(numbers, 10); // five on each side
    }
};

QTEST_MAIN(TestDriftChart)
#include "tst_drift_chart.moc"
