// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/image/build_harm.h"

#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::sample;

/// kill -9 of a build of two tiers at every point: afterwards the store is whole, its images are as they were or as
/// they were to become, and the next start leaves nothing of the dead one.
class TestBuildDeaths : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString home() const { return path("home"); }

    /// The home as it was before the build that dies.
    void renewHome()
    {
        QDir(home()).removeRecursively();
        QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), path("before"), home()}), 0);
    }

    void setNext(const QByteArray& rest = {})
    {
        m_images->setTrial("packages: [some]\ncommands: ['echo 2 > /two']\n" + rest);
    }

    void verifyAfterDeath(const QString& point)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(!anybodyIn(home()), qPrintable(point), 30'000);
        QCOMPARE(faultOf(home()), QString());
        QCOMPARE(leftAfterSweep(home()), QString());
        const QStringList named = namedImages(home());
        QVERIFY2(named == m_before || named == m_after, qPrintable(point + u' ' + named.join(u' ')));
    }

    void verifyBuildsAgain(const QString& point)
    {
        const auto built = buildUnharmed(home(), *m_images);
        QVERIFY2(built.ok(), qPrintable(point + u' ' + (built.failed() ? built.error().detail : QString())));
        QCOMPARE(namedImages(home()), m_after);
        QCOMPARE(faultOf(home()), QString());
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
    }

    void dieAt(const QString& point)
    {
        renewHome();
        const HarmedBuild died = runHarmed(home(), *m_images, QStringLiteral("die"), point);
        QVERIFY2(died.killed, qPrintable(point + u' ' + died.end));
        verifyAfterDeath(point);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        m_images = std::make_unique<SmallImages>(m_folder.path());
        m_images->setTrial("commands: ['echo 1 > /one']\n");
        const HarmedBuild first = runHarmed(path("before"), *m_images, QStringLiteral("none"), {});
        QVERIFY2(first.end.startsWith(u"built"), qPrintable(first.end));
        m_before = namedImages(path("before"));
        setNext();
        renewHome();
        const HarmedBuild second = runHarmed(home(), *m_images, QStringLiteral("none"), {});
        QVERIFY2(second.end.startsWith(u"built"), qPrintable(second.end));
        m_after = namedImages(home());
        m_acts = second.acts;
        m_removals = second.removals;
        QVERIFY(m_before.size() == 2 && m_after.size() == 2 && m_before != m_after);
        // The upper layer is taken over, for each tier three small blobs and the layer are written, and the index.
        QVERIFY2(m_acts >= 2 + 2 * 4 * 3 + 3, qPrintable(QString::number(m_acts)));
        QVERIFY(m_removals > 10);
    }

    void init()
    {
        setNext();
        m_images->setMood(QStringLiteral("hang"), false);
    }

    void inAPhase_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("staging") << QStringLiteral("phase:buildingImage") << QByteArray();
        QTest::newRow("packages") << QStringLiteral("phase:installingPackages") << QByteArray();
        QTest::newRow("commands") << QStringLiteral("phase:runningCommands") << QByteArray();
        QTest::newRow("facts") << QStringLiteral("phase:recordingInventory") << QByteArray();
        QTest::newRow("packing") << QStringLiteral("phase:packingLayer") << QByteArray();
        QTest::newRow("the index is written") << QStringLiteral("built:1") << QByteArray();
        QTest::newRow("all told") << QStringLiteral("built:2") << QByteArray();
        QTest::newRow("cleaning up") << QStringLiteral("phase:cleaningUp") << QByteArray();
    }

    void inAPhase()
    {
        QFETCH(const QString, point);
        dieAt(point);
        verifyBuildsAgain(point);
    }

    // Children that would go on for long.
    void whileMmdebstrapRuns()
    {
        m_images->setMood(QStringLiteral("hang"), true);
        dieAt(QStringLiteral("line:I: half of it"));
        m_images->setMood(QStringLiteral("hang"), false);
        verifyBuildsAgain({});
    }

    void whileAptRuns()
    {
        m_images->setTrial("packages: [waiting]\n");
        dieAt(QStringLiteral("line:apt-get -q -y install -- waiting"));
        setNext();
        verifyBuildsAgain({});
    }

    void whileACommandRuns()
    {
        m_images->setTrial("commands: ['echo about to wait; sleep 1000']\n");
        dieAt(QStringLiteral("line:about to wait"));
        setNext();
        verifyBuildsAgain({});
    }

    // Everything that decides what lasts: layers taken over, each blob, the index.
    void beforeEachActThatLasts()
    {
        QSet<bool> complete;
        for (int act = 1; act <= m_acts; ++act) {
            dieAt(QStringLiteral("act:%1").arg(act));
            complete.insert(namedImages(home()) == m_after);
        }
        QCOMPARE(complete.size(), 2); // both came about
        verifyBuildsAgain({});
    }

    void whileItCleansUp()
    {
        for (const int removal : {1, m_removals / 2, m_removals}) {
            dieAt(QStringLiteral("removal:%1").arg(removal));
            QCOMPARE(namedImages(home()), m_after);
        }
    }

    // Many deaths in one home do not add up. What is written already is not written again: the last may live.
    void deathAfterDeath()
    {
        renewHome();
        int deaths = 0;
        for (int act = 1; act <= m_acts; act += 5) {
            const HarmedBuild build =
                runHarmed(home(), *m_images, QStringLiteral("die"), QStringLiteral("act:%1").arg(act));
            QVERIFY2(build.killed || build.end.startsWith(u"built"), qPrintable(build.end));
            QCOMPARE(faultOf(home()), QString());
            deaths += build.killed ? 1 : 0;
        }
        QVERIFY2(deaths > m_acts / 10, qPrintable(QString::number(deaths)));
        verifyAfterDeath({});
        verifyBuildsAgain({});
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SmallImages> m_images;
    QStringList m_before;
    QStringList m_after;
    int m_acts = 0;
    int m_removals = 0;
};

QTEST_GUILESS_MAIN(TestBuildDeaths)
#include "tst_build_deaths.moc"
