// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/host_key.h"

#include <QtTest>

using namespace snowmelt;

namespace {

const QString line =
    QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl host@lab\n");

} // namespace

class TestHostKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsALine()
    {
        const auto key = parseHostKey(line);
        QVERIFY(key);
        QCOMPARE(key->type, QByteArray("ssh-ed25519"));
        QCOMPARE(key->blob.size(), 51);
    }

    // The key is GitHub's published one, and so is its fingerprint.
    void fingerprintsAsOthersDo()
    {
        QCOMPARE(fingerprint(parseHostKey(line)->blob),
                 QStringLiteral("SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU"));
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("type alone") << QStringLiteral("ssh-ed25519");
        QTest::newRow("no base64") << QStringLiteral("ssh-ed25519 !!!!");
        QTest::newRow("another type than its blob") << QString(line).replace(0, 11, QStringLiteral("ssh-rsa"));
        QTest::newRow("a length past the end") << QStringLiteral("ssh-ed25519 /////w==");
    }
    void refusesWhatIsNoKey()
    {
        QFETCH(QString, text);
        QVERIFY(!parseHostKey(text));
    }

    void offersThePinnedTypeFirst()
    {
        QVERIFY(hostKeyPreference("ssh-rsa").startsWith("ssh-rsa,"));
        QVERIFY(hostKeyPreference({}).startsWith("ssh-ed25519,"));
        QCOMPARE(hostKeyPreference("ssh-rsa").count("ssh-rsa"), 1);
    }
};

QTEST_APPLESS_MAIN(TestHostKey)
#include "tst_host_key.moc"
