// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/splice.h"

#include <QTest>

using namespace snowmelt;

class TestSplice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesOneValue_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("plain") << QByteArray("groups:\n  web: {image: shop@1.0.0, size: 3} # 눈\n")
                               << QByteArray("groups:\n  web: {image: shop@1.1.0, size: 3} # 눈\n");
        QTest::newRow("quoted") << QByteArray("groups: {web: {image: \"shop@1.0.0\"}}")
                                << QByteArray("groups: {web: {image: \"shop@1.1.0\"}}");
        QTest::newRow("block, comment and Hangul before")
            << QByteArray("# 이미지 shop@1.0.0\ngroups:\n  web:\n    size: 3\n    image: 'shop@1.0.0'   # keep\n")
            << QByteArray("# 이미지 shop@1.0.0\ngroups:\n  web:\n    size: 3\n    image: 'shop@1.1.0'   # keep\n");
        QTest::newRow("CRLF") << QByteArray("groups:\r\n  web:\r\n    image: shop@1.0.0\r\n    size: 3\r\n")
                              << QByteArray("groups:\r\n  web:\r\n    image: shop@1.1.0\r\n    size: 3\r\n");
    }
    void replacesOneValue()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto spliced =
            spliceGroupImage(before, QStringLiteral("web"), {QStringLiteral("shop"), QStringLiteral("1.1.0")});
        QVERIFY(spliced.has_value());
        QCOMPARE(*spliced, after);
    }

    void nothingToReplace()
    {
        const ImageRef to{QStringLiteral("shop"), QStringLiteral("1.1.0")};
        QVERIFY(!spliceGroupImage("groups: {api: {image: a@1}}", QStringLiteral("web"), to));
        QVERIFY(!spliceGroupImage("groups: [", QStringLiteral("web"), to));
    }
};

QTEST_GUILESS_MAIN(TestSplice)
#include "tst_splice.moc"
