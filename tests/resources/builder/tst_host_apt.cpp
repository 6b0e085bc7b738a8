// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

/// What the builder's script asks of this machine's apt.
class TestHostApt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The same rule as withoutCredentials(): what is before the @ of the authority, and nothing else.
    void whatIsAPasswordInAnAddress_data()
    {
        QTest::addColumn<QByteArray>("addresses");
        QTest::addColumn<bool>("refused");
        QTest::newRow("none") << QByteArray("http://deb.example/debian") << false;
        QTest::newRow("password") << QByteArray("http://amy:secret@deb.example/debian") << true;
        QTest::newRow("name") << QByteArray("https://amy@deb.example") << true;
        QTest::newRow("path") << QByteArray("http://deb.example/snapshot@2024/debian") << false;
        QTest::newRow("line") << QByteArray("deb http://deb.example/a@b bookworm main") << false;
        QTest::newRow("second line")
            << QByteArray("deb http://a.example/ bookworm main\ndeb http://x:y@b.example/ bookworm main") << true;
        QTest::newRow("in Latin-1") << QByteArray("http://amy:s\xe9same@deb.example/debian") << true;
        QTest::newRow("after a space") << QByteArray("http://deb.example amy@example") << false;
    }
    void whatIsAPasswordInAnAddress()
    {
        QFETCH(QByteArray, addresses);
        QFETCH(bool, refused);
        QProcess shell;
        shell.setWorkingDirectory(QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/builder"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // as on a build host
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-euc"), QStringLiteral(". ./host_apt.sh; keepNoPassword \"$(cat)\"")});
        shell.write(addresses);
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        const QByteArray said = shell.readAllStandardError();
        QCOMPARE(said, refused ? QByteArray("E: There is a password in the address of the mirror\n") : QByteArray());
        QCOMPARE(shell.exitCode(), refused ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestHostApt)
#include "tst_host_apt.moc"
