// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/image/build_harm.h"
#include "tests/backend/store/mounted_folder.h"

#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::sample;

/// The disk fills up at every point of a build of two tiers: it is said as that, with the place, the store is as it was
/// or as it was to become, and nothing is left.
class TestBuildDiskFull : public QObject
{
    Q_OBJECT

private:
    static constexpr const char* room = "size=80m";

    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

    /// A disk of its own, with the two tiers as they were built first.
    void renewHome()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("home"));
        const QByteArray at = QFile::encodeName(home());
        ::umount2(at.constData(), MNT_DETACH);
        QCOMPARE(::mount("small", at.constData(), "tmpfs", 0, room), 0);
        m_images->setTrial("commands: ['echo 1 > /one']\n");
        QVERIFY(buildUnharmed(home(), *m_images).ok());
        m_before = namedImages(home());
        m_images->setTrial(next());
    }

    static QByteArray next() { return "packages: [some]\ncommands: ['echo 2 > /two']\n"; }

    void verifyFull(const HarmedBuild& ended, const QString& point)
    {
        QVERIFY2(!ended.killed, qPrintable(point));
        QFile::remove(home() + QStringLiteral("/ballast"));
        QVERIFY2(ended.end.startsWith(u"failed diskFull " + home()) || ended.end == m_done,
                 qPrintable(point + u' ' + ended.end));
        QCOMPARE(namedImages(home()), ended.end == m_done ? m_after : m_before);
        QCOMPARE(faultOf(home()), QString());
        QVERIFY(!anybodyIn(home()));
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
        QCOMPARE(leftAfterSweep(home()), QString());
    }

    void verifyBuildsAgain()
    {
        m_images->setMood(QStringLiteral("big"), false);
        m_images->setTrial(next());
        QVERIFY(buildUnharmed(home(), *m_images).ok());
        QCOMPARE(namedImages(home()), m_after);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasOwnMounts())
            QSKIP("a disk of its own takes root");
        m_images = std::make_unique<SmallImages>(m_folder.path());
        renewHome();
        const HarmedBuild ended = runHarmed(home(), *m_images, QStringLiteral("none"), {});
        QVERIFY2(ended.end.startsWith(u"built"), qPrintable(ended.end));
        m_done = ended.end;
        m_after = namedImages(home());
        m_acts = ended.acts;
        QVERIFY(m_before != m_after && m_acts > 20);
    }

    void init() { renewHome(); }

    void cleanupTestCase() { ::umount2(QFile::encodeName(home()).constData(), MNT_DETACH); }

    void whileStaging()
    {
        verifyFull(runHarmed(home(), *m_images, QStringLiteral("fill"), QStringLiteral("phase:buildingImage")), {});
        QCOMPARE(namedImages(home()), m_before);
        verifyBuildsAgain();
    }

    // "dd: error writing …: No space left on device", from whatever runs in the root.
    void inTheRoot_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("apt") << QByteArray("packages: [huge]\n");
        QTest::newRow("a command") << QByteArray("commands: ['dd if=/dev/zero of=/big bs=1M count=90']\n");
        QTest::newRow("files") << QByteArray("files: [{path: /opt/file, content: hello}]\n"
                                             "before-packages: ['dd if=/dev/zero of=/big bs=4k || true']\n");
        QTest::newRow("facts") << QByteArray("commands: ['dd if=/dev/zero of=/big bs=4k || true']\n");
        QTest::newRow("packing") << QByteArray("commands: ['dd if=/dev/zero of=/big bs=1M count=30']\n");
    }

    void inTheRoot()
    {
        QFETCH(const QByteArray, rest);
        m_images->setTrial(rest);
        const HarmedBuild ended = runHarmed(home(), *m_images, QStringLiteral("none"), {});
        verifyFull(ended, QString::fromUtf8(rest));
        QVERIFY(ended.end.startsWith(u"failed"));
        verifyBuildsAgain();
    }

    void mmdebstrap()
    {
        m_images->setMood(QStringLiteral("big"), true);
        const HarmedBuild ended = runHarmed(home(), *m_images, QStringLiteral("none"), {});
        verifyFull(ended, {});
        QVERIFY(ended.end.startsWith(u"failed"));
        verifyBuildsAgain();
    }

    void beforeEachActThatLasts()
    {
        int full = 0;
        for (int act = 1; act <= m_acts; ++act) {
            if (act > 1)
                renewHome();
            const QString point = QStringLiteral("act:%1").arg(act);
            const HarmedBuild ended = runHarmed(home(), *m_images, QStringLiteral("fill"), point);
            verifyFull(ended, point);
            full += ended.end.startsWith(u"failed") ? 1 : 0;
        }
        QVERIFY2(full > 10, qPrintable(QString::number(full)));
        verifyBuildsAgain();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SmallImages> m_images;
    QStringList m_before;
    QStringList m_after;
    QString m_done;
    int m_acts = 0;
};

QTEST_GUILESS_MAIN(TestBuildDiskFull)
#include "tst_build_disk_full.moc"
