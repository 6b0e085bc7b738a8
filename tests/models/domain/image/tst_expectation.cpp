// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/expectation.h"

#include <QTest>

using namespace snowmelt;

namespace {

const ImageRef shop2 = *ImageRef::parse(QStringLiteral("shop@2"));

/// Built on that day of January.
ImageRecord built(const char* image, int day, qint64 ms)
{
    ImageRecord record;
    record.ref = *ImageRef::parse(QLatin1String(image));
    record.builtAt = QDateTime({2026, 1, day}, {0, 0}, Qt::UTC);
    record.buildMs = ms;
    return record;
}

} // namespace

class TestExpectation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyKnows()
    {
        QCOMPARE(expectedBuild({}, shop2).from, 0);
        QVERIFY(expectedBuild({built("web@2", 1, 5000)}, shop2) == Expectation{});
        QVERIFY(expectedBuild({built("shop@2", 1, 0)}, shop2) == Expectation{});
    }

    void theMiddleOneOfItsBuilds()
    {
        const QList<ImageRecord> three{built("shop@2", 1, 90'000), built("shop@2", 3, 4'000),
                                       built("shop@2", 2, 5'000)};
        QVERIFY((expectedBuild(three, shop2) == Expectation{5'000, 3}));
    }

    void otherVersionsSpeakWhereItHasNone()
    {
        QList<ImageRecord> all{built("shop@1", 1, 7'000), built("web@1", 1, 1)};
        QVERIFY((expectedBuild(all, shop2) == Expectation{7'000, 1}));
        all.append(built("shop@2", 1, 4'000));
        QVERIFY((expectedBuild(all, shop2) == Expectation{4'000, 1}));
    }

    void whatIsLongAgoDoesNotCount()
    {
        QList<ImageRecord> all;
        for (int day = 1; day <= 5; ++day)
            all.append(built("shop@2", day, 100'000));
        for (int day = 6; day <= 10; ++day)
            all.prepend(built("shop@2", day, 2'000));
        QVERIFY((expectedBuild(all, shop2) == Expectation{2'000, 5}));
    }
};

QTEST_GUILESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
