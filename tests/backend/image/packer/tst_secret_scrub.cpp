// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/secret_scrub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace snowmelt;

namespace {

const QByteArray hush = "p&ss/w<rd \"quo\\ted\"+ü";

QByteArray concealedBytes()
{
    return concealed().toUtf8();
}

} // namespace

class TestSecretScrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyForm_data()
    {
        QTest::addColumn<QByteArray>("written");
        const QByteArray json = QJsonDocument(QJsonArray{QString::fromUtf8(hush)}).toJson(QJsonDocument::Compact);
        const QByteArray inner = json.mid(2, json.size() - 4);
        QTest::newRow("as it is") << hush;
        QTest::newRow("JSON") << inner;
        QTest::newRow("JSON of Go")
            << QByteArray(inner).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
        QTest::newRow("JSON with escaped slashes") << QByteArray(inner).replace("/", "\\/");
        QTest::newRow("URL") << hush.toPercentEncoding();
        QTest::newRow("URL in small letters") << hush.toPercentEncoding().toLower();
        QTest::newRow("form") << hush.toPercentEncoding().replace("%20", "+");
        QTest::newRow("base64") << hush.toBase64(QByteArray::OmitTrailingEquals);
        QTest::newRow("base64 for URLs") << hush.toBase64(QByteArray::Base64UrlEncoding |
                                                          QByteArray::OmitTrailingEquals);
        QTest::newRow("hex") << hush.toHex();
        QTest::newRow("HEX") << hush.toHex().toUpper();
    }

    void everyForm()
    {
        QFETCH(const QByteArray, written);
        const SecretScrub scrub({Secret(hush)});
        QCOMPARE(scrub.scrub(QByteArray("before <" + written + "> behind")),
                 QByteArray("before <" + concealedBytes() + "> behind"));
    }

    // "Authorization: Basic …" has a name in front of the password.
    void base64OfALongerText()
    {
        const SecretScrub scrub({Secret("correct horse battery")});
        for (const char* before : {"", "m", "mi", "min", "mina:"}) {
            const QByteArray longer = QByteArray(before) + QByteArray("correct horse battery!");
            const QByteArray text = longer.toBase64();
            const QByteArray scrubbed = scrub.scrub(text);
            QVERIFY2(scrubbed.contains(concealedBytes()), text.constData());
            QVERIFY2(scrubbed.size() - concealedBytes().size() <= 14, scrubbed.constData());
        }
    }

    void lineEndsAndWrappingHideNothing()
    {
        const SecretScrub scrub({Secret("correct horse battery")});
        for (const char* text : {"correct\nhorse battery", "cor\\nrect horse battery", "correct horse\r\n    battery",
                                 "c o r r e c t horse battery"})
            QCOMPARE(scrub.scrub(QByteArray("<" + QByteArray(text) + ">")), QByteArray("<" + concealedBytes() + ">"));
    }

    void linesOfALongSecretAreSecrets()
    {
        const SecretScrub scrub({Secret("-----BEGIN KEY-----\nAAAABBBBCCCC\nab\n-----END KEY-----\n")});
        QCOMPARE(scrub.scrub(QByteArray("null: AAAABBBBCCCC")), QByteArray("null: " + concealedBytes()));
        QCOMPARE(scrub.scrub(QByteArray("null: absent")), QByteArray("null: absent"));
    }

    void whereTwoOverlapNothingIsLeft()
    {
        const SecretScrub scrub({Secret("abcdef"), Secret("defghi"), Secret("abc")});
        QCOMPARE(scrub.scrub(QByteArray("<abcdefghi>")), QByteArray("<" + concealedBytes() + ">"));
        QCOMPARE(scrub.scrub(QByteArray("<abc>")), QByteArray("<" + concealedBytes() + ">"));
    }

    void otherTextStays()
    {
        const QByteArray text = "nothing\nof \\n the kind\t\r\n";
        QCOMPARE(SecretScrub({}).scrub(text), text);
        QCOMPARE(SecretScrub({Secret("absent")}).scrub(text), text);
        QCOMPARE(SecretScrub({Secret()}).scrub(text), text);
        QCOMPARE(SecretScrub({Secret("  \n ")}).scrub(text), text);
    }

    // Whatever stands around it, no byte of the middle of a secret comes through.
    void noSecretComesThrough()
    {
        QRandomGenerator dice(7);
        const QByteArray digits = "abcXYZ019\\\"%&+/=<> \n,é";
        const auto text = [&](int size) {
            QByteArray bytes;
            for (int i = 0; i < size; ++i)
                bytes += digits[dice.bounded(static_cast<int>(digits.size()))];
            return bytes;
        };
        for (int round = 0; round < 2000; ++round) {
            const QByteArray secret = "s" + text(dice.bounded(6, 40)) + "S";
            const SecretScrub scrub({Secret(secret)});
            const QByteArray scrubbed = scrub.scrub(QByteArray(text(30) + secret + text(30)));
            QVERIFY2(!scrubbed.contains(secret), secret.constData());
        }
    }

    void foundInBytes()
    {
        const SecretScrub scrub({Secret("a-long-enough-secret\n"), Secret("short")});
        QVERIFY(scrub.standsIn("x a-long-enough-secret x"));
        QVERIFY(!scrub.standsIn("short"));
        QCOMPARE(scrub.longest(), 20);
        QCOMPARE(SecretScrub({}).longest(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSecretScrub)
#include "tst_secret_scrub.moc"
