// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/meant_image.h"

#include <QTest>

using namespace snowmelt;

class TestMeantImage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCanMeanAnImage_data();
    void whatCanMeanAnImage();
    void theLastBuildOfAVersion();
    void theBeginningOfADigest_data();
    void theBeginningOfADigest();
    void oneBeginningOfTwo();
    void whatIsNotThere();
};

namespace {

Digest digestOf(const QString& beginning)
{
    return *Digest::parse(beginning.leftJustified(64, u'0'));
}

ImageRecord built(const QString& ref, const QString& digest)
{
    ImageRecord record;
    record.ref = *ImageRef::parse(ref);
    record.digest = digestOf(digest);
    return record;
}

QList<ImageRecord> builds()
{
    return {built(u"shop@1.0.0"_qs, u"abcdef1"_qs), built(u"os/debian@12"_qs, u"1234567"_qs),
            built(u"shop@1.0.0"_qs, u"abcdef2"_qs), built(u"abcdef@1"_qs, u"777777"_qs)};
}

} // namespace

void TestMeantImage::whatCanMeanAnImage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("can");
    QTest::newRow("version") << u"os/debian@12"_qs << true;
    QTest::newRow("digits") << u"ABCdef"_qs << true;
    QTest::newRow("prefix") << u"sha256:abcdef"_qs << true;
    QTest::newRow("few digits") << u"abcde"_qs << false;
    QTest::newRow("few after the prefix") << u"sha256:abcde"_qs << false;
    QTest::newRow("too many") << QString(65, u'a') << false;
    QTest::newRow("no digits") << u"abcdeg"_qs << false;
    QTest::newRow("only a name") << u"shop"_qs << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("climbs") << u"../x@1"_qs << false;
}

void TestMeantImage::whatCanMeanAnImage()
{
    QFETCH(QString, text);
    QFETCH(bool, can);
    QCOMPARE(canMeanImage(text), can);
}

void TestMeantImage::theLastBuildOfAVersion()
{
    QCOMPARE(meantImage(builds(), u"shop@1.0.0"_qs)->digest, digestOf(u"abcdef2"_qs));
}

void TestMeantImage::theBeginningOfADigest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("digits") << u"123456"_qs;
    QTest::newRow("prefix") << u"sha256:1234567"_qs;
    QTest::newRow("whole") << digestOf(u"1234567"_qs).text();
}

void TestMeantImage::theBeginningOfADigest()
{
    QFETCH(QString, text);
    QCOMPARE(meantImage(builds(), text)->ref.text(), u"os/debian@12"_qs);
}

void TestMeantImage::oneBeginningOfTwo()
{
    const auto meant = meantImage(builds(), u"ABCDEF"_qs);
    QVERIFY(meant.failed());
    QCOMPARE(
        meant.error(),
        (Error{ErrorCode::ImageAmbiguous, {u"ABCDEF"_qs, u"shop@1.0.0 abcdef100000, shop@1.0.0 abcdef200000"_qs}, {}}));
    QCOMPARE(meantImage(builds(), u"abcdef1"_qs)->digest, digestOf(u"abcdef1"_qs));
}

void TestMeantImage::whatIsNotThere()
{
    for (const QString& text : {u"shop@2"_qs, u"fedcba"_qs, u"nothing"_qs}) {
        const auto meant = meantImage(builds(), text);
        QVERIFY(meant.failed());
        QCOMPARE(meant.error(), (Error{ErrorCode::ImageNotBuilt, {text}, {}}));
    }
}

QTEST_GUILESS_MAIN(TestMeantImage)
#include "tst_meant_image.moc"
