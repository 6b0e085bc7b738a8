// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/apt_answers.h"

#include <QTest>

using namespace snowmelt;

namespace {

const QByteArray sum(64, 'a');
const QByteArray uris =
    "'http://deb.debian.org/debian/pool/main/u/util-linux/bsdutils_2.38.1-5%2bdeb12u3_amd64.deb' "
    "bsdutils_1%3a2.38.1-5+deb12u3_amd64.deb 94412 SHA256:" +
    sum + "\n'https://amy:s3cret@deb.example.org/x/tini_0.19.0-1~b3_all.deb' tini_0.19.0-1~b3_all.deb 7 SHA256:" + sum +
    "\n";
const QByteArray shown = "Package: bsdutils\nArchitecture: amd64\nVersion: 1:2.38.1-5+deb12u3\nPriority: required\n"
                         "Description: x\n Priority: optional\n\n"
                         "Package: tini\nArchitecture: all\nVersion: 0.19.0-1~b3\nPriority: optional\n\n";

} // namespace

class TestAptAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatWouldBeDownloaded()
    {
        const auto debs = debsFrom(uris, shown);
        QVERIFY(debs.has_value());
        QCOMPARE(debs->size(), 2);
        const LockedDeb& first = debs->first();
        QCOMPARE(first.name, QStringLiteral("bsdutils"));
        QCOMPARE(first.version, QStringLiteral("1:2.38.1-5+deb12u3"));
        QCOMPARE(first.architecture, QStringLiteral("amd64"));
        QCOMPARE(first.size, 94412);
        QCOMPARE(first.sha256.hex().toLatin1(), sum);
        QVERIFY(first.required && !debs->last().required);
        QCOMPARE(debs->last().uri, QStringLiteral("https://deb.example.org/x/tini_0.19.0-1~b3_all.deb"));
        Lock lock;
        lock.debs = *debs;
        QVERIFY(parseLock(renderLock(lock)).value == lock);
    }

    void refusesWhatCannotBeLocked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("another sum") << QByteArray("'http://x/a_1_all.deb' a_1_all.deb 7 MD5Sum:" + sum);
        QTest::newRow("no sum") << QByteArray("'http://x/a_1_all.deb' a_1_all.deb 7 ");
        QTest::newRow("another name") << QByteArray("'http://x/a.deb' a.deb 7 SHA256:" + sum);
        QTest::newRow("words") << QByteArray("Reading package lists...");
    }

    void refusesWhatCannotBeLocked()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!debsFrom(text, shown));
        QVERIFY(!debsFrom(uris + text, shown));
    }

    void theNextTierRestsOnThem()
    {
        const QByteArray status = statusAfter({}, shown);
        QVERIFY(status.contains("Package: bsdutils\nStatus: install ok installed\nArchitecture: amd64\n"));
        QCOMPARE(status.count("Package: "), 2);
        const QByteArray newer = "Package: tini\nArchitecture: all\nVersion: 0.20\n\n";
        const QByteArray after = statusAfter(status, newer);
        QCOMPARE(after.count("Package: "), 2);
        QVERIFY(after.contains("Version: 0.20\n") && !after.contains("0.19.0"));
        QCOMPARE(after.count("Status: install ok installed\n"), 2);
    }
};

QTEST_GUILESS_MAIN(TestAptAnswers)
#include "tst_apt_answers.moc"
