// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/drift.h"

#include <QtTest>

using namespace snowmelt;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("/etc/hosts") << QStringLiteral("/etc/hosts");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("hangul") << QByteArray("/opt/눈송이") << QString::fromUtf8("/opt/눈송이");
        QTest::newRow("beyond 16 bits") << QByteArray("❄ 🐘") << QString::fromUtf8("❄ 🐘");
        QTest::newRow("newline, tab") << QByteArray("a\nb\tc") << QStringLiteral("a\\nb\\tc");
        QTest::newRow("terminal escape") << QByteArray("\x1b[31mred") << QStringLiteral("\\x1b[31mred");
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a\\x00b");
        QTest::newRow("C1 control") << QByteArray("\xc2\x9b") << QStringLiteral("\\xc2\\x9b");
        QTest::newRow("turned direction") << QByteArray("a\xe2\x80\xae"
                                                        "b")
                                          << QStringLiteral("a\\xe2\\x80\\xaeb");
        QTest::newRow("lone byte") << QByteArray("a\xff"
                                                 "b")
                                   << QStringLiteral("a\\xffb");
        QTest::newRow("cut sequence") << QByteArray("a\xea\xb0") << QStringLiteral("a\\xea\\xb0");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\\xc0\\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\\xed\\xa0\\x80");
        QTest::newRow("latin-1 before text") << QByteArray("\xe9t\xc3\xa9") << QString::fromUtf8("\\xe9té");
    }
    void shows()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, shown);
        QCOMPARE(displayText(raw), shown);
    }
};

QTEST_APPLESS_MAIN(TestDisplayText)
#include "tst_display_text.moc"
