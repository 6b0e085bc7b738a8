// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

/// What the builder's script asks of this machine's apt.
class TestHostApt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The same rule as withoutCredentials(): what is before the @ of the authority, and nothing else.
    void whatIsAPasswordInAnAddress_data()
    {
        QTest::addColumn<QString>("addresses");
        QTest::addColumn<bool>("refused");
        QTest::newRow("none") << QStringLiteral("http://deb.example/debian") << false;
        QTest::newRow("password") << QStringLiteral("http://amy:secret@deb.example/debian") << true;
        QTest::newRow("name") << QStringLiteral("https://amy@deb.example") << true;
        QTest::newRow("path") << QStringLiteral("http://deb.example/snapshot@2024/debian") << false;
        QTest::newRow("line") << QStringLiteral("deb http://deb.example/a@b bookworm main") << false;
        QTest::newRow("second line")
            << QStringLiteral("deb http://a.example/ bookworm main\ndeb http://x:y@b.example/ bookworm main") << true;
        QTest::newRow("after a space") << QStringLiteral("http://deb.example amy@example") << false;
    }
    void whatIsAPasswordInAnAddress()
    {
        QFETCH(QString, addresses);
        QFETCH(bool, refused);
        QProcess shell;
        shell.setWorkingDirectory(QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/builder"));
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-euc"), QStringLiteral(". ./host_apt.sh; keepNoPassword \"$1\""),
                     QStringLiteral("sh"), addresses});
        QVERIFY(shell.waitForFinished());
        const QByteArray said = shell.readAllStandardError();
        QCOMPARE(said, refused ? QByteArray("E: There is a password in the address of the mirror\n") : QByteArray());
        QCOMPARE(shell.exitCode(), refused ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestHostApt)
#include "tst_host_apt.moc"
