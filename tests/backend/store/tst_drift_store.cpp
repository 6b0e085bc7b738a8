// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/store/drift_home.h"
#include "tests/backend/store/mounted_folder.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <sys/resource.h>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::sample;

class DriftStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_home = std::make_unique<DriftHome>(); }
    void aDifferenceIsDated();
    void oneThatIsGoneIsListedWhenAskedFor();
    void whatARuleHidesIsCountedAndNotListed();
    void filtersByNodeAndGroup();
    void causesComeBack();
    void anyBytesComeBack();
    void aReScanWithoutNewsTakesNoRoom();
    void countsFollowTheGroup();
    void aNodeThatCouldNotBeScannedIsIncomplete();
    void aNodeThatLeftTakesItsDifferencesAlong();
    void fleetsAreApart();
    void oldOnesAreForgotten();
    void aClockThatIsAheadForgetsNothing();
    void aFleetThatRestsKeepsItsBaselines();
    void whatIsInTheFleetKeepsItsBaseline();
    void looksOfBeforeAreOfTheSaltThatIsThere();
    void aNewerStoreIsLeftAlone();
    void aBrokenStoreIsKeptAside();
    void everythingToldIsThereAfterAKill();
    void aDiskThatTakesNoMoreIsAnErrorAndTheOldStands();
    void aStoreOfBeforeIsReadOn();
    void aStoreThatMayNotBeWrittenIsRead();

private:
    void passDays(DriftStore& store, int from, int to);

    std::unique_ptr<DriftHome> m_home;
};

void DriftStoreTest::aDifferenceIsDated()
{
    m_home->note(1, {});
    m_home->note(3, {"/etc/motd"});
    m_home->note(4, {"/etc/motd"});
    const QList<DatedDifference> found = m_home->listed();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().node, u"web-1"_qs);
    QCOMPARE(found.constFirst().group, u"web"_qs);
    QCOMPARE(found.constFirst().absentAt, dayAt(1));
    QCOMPARE(found.constFirst().firstSeen, dayAt(3));
    QCOMPARE(found.constFirst().lastSeen, dayAt(4));
    QVERIFY(found.constFirst().goneAt.isNull());
}

void DriftStoreTest::oneThatIsGoneIsListedWhenAskedFor()
{
    m_home->note(1, {"/etc/old", "/etc/stays"});
    m_home->note(2, {"/etc/stays", "/etc/new"});
    QCOMPARE(m_home->listed(false).size(), 2);
    const QList<DatedDifference> all = m_home->listed();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).difference.key, "/etc/new");
    QCOMPARE(all.at(1).difference.key, "/etc/stays");
    QCOMPARE(all.at(2).difference.key, "/etc/old");
    QCOMPARE(all.at(2).goneAt, dayAt(2));
    m_home->note(3, {"/etc/old"}); // it comes again: another one
    QCOMPARE(m_home->listed().size(), 4);
}

void DriftStoreTest::whatARuleHidesIsCountedAndNotListed()
{
    DriftSighting sighting = sightingOf(u"web-1"_qs, 1, {"/etc/a"});
    sighting.report.hidden = {{sighting.report.differences.takeFirst(), {}}};
    const auto store = m_home->open();
    QVERIFY(store->noteScan(u"shop"_qs, sighting).ok());
    QVERIFY(store->noteCounts(u"shop"_qs, {u"web"_qs}).ok());
    const Result<DriftHistory> history = store->history(u"shop"_qs, {}, {}, true);
    QVERIFY(history->differences.isEmpty());
    QCOMPARE(history->counts, (QList<DriftCount>{{u"web"_qs, dayAt(1), 1, 0, 0, 1, 0}}));
}

void DriftStoreTest::filtersByNodeAndGroup()
{
    m_home->note(1, {"/etc/a"}, u"web-1"_qs);
    m_home->note(2, {"/etc/a"}, u"web-2"_qs);
    const auto store = m_home->open();
    QCOMPARE(store->history(u"shop"_qs, {u"web-2"_qs}, {}, true)->differences.size(), 1);
    QCOMPARE(store->history(u"shop"_qs, {u"web-2"_qs}, {}, true)->counts.size(), 2);
    QCOMPARE(store->history(u"shop"_qs, {}, u"web"_qs, true)->differences.size(), 2);
    QCOMPARE(store->history(u"shop"_qs, {}, u"db"_qs, true)->differences.size(), 0);
    QCOMPARE(store->history(u"shop"_qs, {}, u"db"_qs, true)->counts.size(), 0);
}

void DriftStoreTest::causesComeBack()
{
    DriftSighting sighting = sightingOf(u"web-1"_qs, 1, {"/etc/a"});
    sighting.report.causes = {
        {LikelyCauseKind::CommandRun, u"mina"_qs, {{EvidenceKind::SudoLog, dayAt(1), u"vi"_qs}}, {0}}};
    QVERIFY(m_home->open()->noteScan(u"shop"_qs, sighting).ok());
    QCOMPARE(m_home->listed().constFirst().causes, sighting.report.causes);
}

void DriftStoreTest::anyBytesComeBack()
{
    const QByteArray key("/etc/\xff\x01'\n", 9);
    m_home->note(1, {key});
    m_home->note(2, {key});
    QCOMPARE(m_home->listed().size(), 1);
    QCOMPARE(m_home->listed().constFirst().difference.key, key);
}

void DriftStoreTest::aReScanWithoutNewsTakesNoRoom()
{
    const QStringList tables{u"node"_qs, u"sighting"_qs, u"blind"_qs, u"difference"_qs, u"tally"_qs};
    const auto rows = [&] {
        int sum = 0;
        for (const QString& table : tables)
            sum += m_home->ask(u"SELECT COUNT(*) FROM "_qs + table).toInt();
        return sum;
    };
    for (int day = 1; day <= 3; ++day)
        m_home->note(day, {"/etc/a", "/etc/b"});
    const int after = rows();
    QVERIFY(after > 0);
    for (int day = 4; day < 12; ++day)
        m_home->note(day, {"/etc/a", "/etc/b"});
    QCOMPARE(rows(), after);
    QCOMPARE(m_home->listed().constFirst().lastSeen, dayAt(11));
}

void DriftStoreTest::countsFollowTheGroup()
{
    m_home->note(1, {"/etc/a"}, u"web-1"_qs);
    m_home->note(2, {"/etc/a", "/etc/b"}, u"web-2"_qs);
    m_home->note(3, {}, u"web-1"_qs);
    const QList<DriftCount> counts = m_home->open()->history(u"shop"_qs, {}, {}, false)->counts;
    QCOMPARE(counts, (QList<DriftCount>{{u"web"_qs, dayAt(1), 1, 1, 1, 0, 0},
                                        {u"web"_qs, dayAt(2), 2, 2, 3, 0, 0},
                                        {u"web"_qs, dayAt(3), 2, 1, 2, 0, 0}}));
}

void DriftStoreTest::aNodeThatCouldNotBeScannedIsIncomplete()
{
    m_home->note(1, {"/etc/a"});
    const auto store = m_home->open();
    QVERIFY(store->noteUnseen(u"shop"_qs, u"web-1"_qs, u"web"_qs, dayAt(2)).ok());
    QVERIFY(store->noteUnseen(u"shop"_qs, u"web-2"_qs, u"web"_qs, dayAt(2)).ok());
    QVERIFY(store->noteCounts(u"shop"_qs, {u"web"_qs}).ok());
    QCOMPARE(store->history(u"shop"_qs, {}, {}, false)->counts.constLast(),
             (DriftCount{u"web"_qs, dayAt(2), 2, 1, 1, 0, 2}));
    QVERIFY(m_home->listed().constFirst().goneAt.isNull());
    m_home->note(3, {"/etc/a"});
    QCOMPARE(m_home->listed().constFirst().firstSeen, dayAt(1));
}

void DriftStoreTest::aNodeThatLeftTakesItsDifferencesAlong()
{
    m_home->note(1, {"/etc/a"}, u"web-1"_qs);
    m_home->note(1, {"/etc/a"}, u"web-2"_qs);
    QVERIFY(m_home->open()->notePresent(u"shop"_qs, {u"web-2"_qs}, dayAt(2)).ok());
    QCOMPARE(m_home->listed(false).size(), 1);
    QCOMPARE(m_home->listed().constLast().goneAt, dayAt(2));
    m_home->note(3, {"/etc/a"}, u"web-1"_qs);
    QVERIFY(m_home->listed(false).constFirst().absentAt.isNull());
}

void DriftStoreTest::fleetsAreApart()
{
    m_home->note(1, {"/etc/a"});
    const auto store = m_home->open();
    QVERIFY(store->noteScan(u"other"_qs, sightingOf(u"web-1"_qs, 2, {})).ok());
    QVERIFY(store->notePresent(u"other"_qs, {}, dayAt(2)).ok());
    QCOMPARE(m_home->listed(false).size(), 1);
    QVERIFY(store->history(u"other"_qs, {}, {}, true)->differences.isEmpty());
}

/// On each of these days the fleet is looked at.
void DriftStoreTest::passDays(DriftStore& store, int from, int to)
{
    for (int day = from; day <= to; ++day)
        QVERIFY(store.prune(u"shop"_qs, {u"web-1"_qs}, dayAt(day)).ok());
}

void DriftStoreTest::oldOnesAreForgotten()
{
    m_home->note(1, {"/etc/gone", "/etc/stays"});
    m_home->note(2, {"/etc/stays"});
    const auto store = m_home->open();
    for (int day = 1; day < 5; ++day)
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, QString::number(day))).ok());
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(1, u"x"_qs, u"left"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(300, u"4"_qs)).ok());
    passDays(*store, 1, 401);
    QCOMPARE(m_home->listed().size(), 2); // on the last day
    passDays(*store, 402, 410);
    QCOMPARE(m_home->listed().size(), 1);
    QCOMPARE(m_home->open()->history(u"shop"_qs, {}, {}, false)->counts.size(), 0);
    // The baseline and the newest.
    QCOMPARE(m_home->looks(), 2);
    QCOMPARE(store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(2))->size(), 1);
    QVERIFY(!(*store->baseline(u"shop"_qs, u"left"_qs)).has_value());
    QCOMPARE(m_home->ask(u"SELECT COUNT(*) FROM looked_on"_qs).toInt(), DriftStore::keptDays + 1);
}

/// A laptop whose clock is years ahead looks at one node, some days long.
void DriftStoreTest::aClockThatIsAheadForgetsNothing()
{
    m_home->note(1, {"/etc/gone", "/etc/stays"});
    m_home->note(2, {"/etc/stays"});
    const auto store = m_home->open();
    for (const QString& fleet : {u"shop"_qs, u"standby"_qs})
        for (int day = 1; day < 5; ++day)
            QVERIFY(store->noteLook(fleet, m_home->look(day, QString::number(day))).ok());
    for (int day = 800; day < 803; ++day) {
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, QString::number(day), u"web-2"_qs)).ok());
        QVERIFY(store->prune(u"shop"_qs, {u"web-1"_qs, u"web-2"_qs}, dayAt(day)).ok());
    }
    QCOMPARE(m_home->looks(), 4 + 4 + 3);
    QCOMPARE(m_home->listed().size(), 2);
    QCOMPARE(store->history(u"shop"_qs, {}, {}, false)->counts.size(), 2);
}

/// Another fleet of this data folder is looked at every day for years.
void DriftStoreTest::aFleetThatRestsKeepsItsBaselines()
{
    const auto store = m_home->open();
    QVERIFY(store->noteLook(u"standby"_qs, m_home->look(1, u"a"_qs)).ok());
    QVERIFY(store->acceptLook(u"standby"_qs, m_home->look(1, u"a"_qs)).ok());
    QVERIFY(store->noteLook(u"standby"_qs, m_home->look(2, u"b"_qs)).ok());
    passDays(*store, 1, 410);
    QCOMPARE(m_home->looks(), 2);
    QCOMPARE((*store->baseline(u"standby"_qs, u"web-1"_qs))->at, dayAt(1));
}

/// It could not be seen for so long, but its fleet still has it.
void DriftStoreTest::whatIsInTheFleetKeepsItsBaseline()
{
    const auto store = m_home->open();
    for (int day = 1; day < 4; ++day) {
        QVERIFY(store->noteLook(u"shop"_qs, m_home->look(day, QString::number(day))).ok());
        LookRecord born = m_home->look(day, QString::number(day), u"born"_qs);
        born.born = true;
        QVERIFY(store->noteLook(u"shop"_qs, born).ok());
    }
    for (int day = 1; day <= 410; ++day)
        QVERIFY(store->prune(u"shop"_qs, {u"web-1"_qs, u"born"_qs}, dayAt(day)).ok());
    QCOMPARE((*store->baseline(u"shop"_qs, u"web-1"_qs))->at, dayAt(1));
    QCOMPARE(store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(410))->constFirst().at, dayAt(3));
    QCOMPARE(store->looksBefore(u"shop"_qs, u"born"_qs, dayAt(410))->constFirst().at, dayAt(3));
    QCOMPARE(m_home->looks(), 3);
}

void DriftStoreTest::aNewerStoreIsLeftAlone()
{
    m_home->open();
    m_home->ask(u"PRAGMA user_version = 99"_qs);
    QCOMPARE(DriftStore::open(m_home->path()).error().code, ErrorCode::StoreNewer);
    QCOMPARE(m_home->ask(u"PRAGMA user_version"_qs).toInt(), 99);
}

void DriftStoreTest::aBrokenStoreIsKeptAside()
{
    QFile file(m_home->filePath(u"drift.sqlite"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    QCOMPARE(DriftStore::open(m_home->path()).error().code, ErrorCode::StoreUnusable);
    QVERIFY(m_home->open());
    QCOMPARE(QDir(m_home->path()).entryList({u"drift.sqlite.unusable-*"_qs}).size(), 1);
}

/// What was acknowledged is there, and of each scan all or nothing: never a scan whose differences stand half.
void DriftStoreTest::everythingToldIsThereAfterAKill()
{
    for (int round = 1; round <= 3; ++round) {
        m_home = std::make_unique<DriftHome>();
        QProcess child;
        child.start(qEnvironmentVariable("DRIFT_WRITER"), {m_home->path()});
        QVERIFY(child.waitForStarted());
        QByteArray out;
        while (out.count('\n') < 7 * round) {
            QVERIFY(child.waitForReadyRead(30'000));
            out += child.readAllStandardOutput();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        out += child.readAllStandardOutput();
        const QByteArray whole = out.left(out.lastIndexOf('\n'));
        const int told = whole.mid(whole.lastIndexOf('\n') + 1).toInt();

        const QList<DatedDifference> standing = m_home->listed(false);
        QCOMPARE(standing.size(), 50);
        const QDateTime last = standing.constFirst().lastSeen;
        QVERIFY(last >= dayAt(told));
        for (const DatedDifference& one : standing) {
            QCOMPARE(one.lastSeen, last);
            QCOMPARE(one.firstSeen, last);
        }
        const int scans = int(dayAt(1).daysTo(last)) + 1;
        QCOMPARE(m_home->listed().size(), 50 * scans);
    }
}

void DriftStoreTest::aDiskThatTakesNoMoreIsAnErrorAndTheOldStands()
{
    m_home->note(1, {"/etc/a"});
    const auto store = m_home->open();
    QList<QByteArray> many;
    for (int i = 0; i < 4000; ++i)
        many.append("/etc/" + QByteArray(100, 'x') + QByteArray::number(i));
    rlimit was{};
    QVERIFY(getrlimit(RLIMIT_FSIZE, &was) == 0);
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{200'000, was.rlim_max};
    QVERIFY(setrlimit(RLIMIT_FSIZE, &little) == 0);
    const Result<Done> full = store->noteScan(u"shop"_qs, sightingOf(u"web-1"_qs, 2, many));
    QVERIFY(setrlimit(RLIMIT_FSIZE, &was) == 0);
    std::signal(SIGXFSZ, before);
    QVERIFY(full.failed());
    QCOMPARE(m_home->listed().size(), 1);
    QVERIFY(m_home->listed().constFirst().goneAt.isNull());
}

/// Looks were kept of whole nodes alone.
void DriftStoreTest::aStoreOfBeforeIsReadOn()
{
    QVERIFY(m_home->open()->noteLook(u"shop"_qs, m_home->look(1, u"a"_qs)).ok());
    for (const QString& statement : {u"DROP INDEX look_of_any_salt"_qs, u"ALTER TABLE look DROP COLUMN salt"_qs,
                                     u"DROP TABLE looked_on"_qs, u"ALTER TABLE look DROP COLUMN born"_qs})
        m_home->ask(statement);
    m_home->ask(u"PRAGMA user_version = 1"_qs);
    const auto store = m_home->open();
    QVERIFY(store);
    QCOMPARE((*store->baseline(u"shop"_qs, u"web-1"_qs))->at, dayAt(1));
    QCOMPARE(m_home->ask(u"PRAGMA user_version"_qs).toInt(), 3);
}

void DriftStoreTest::aStoreThatMayNotBeWrittenIsRead()
{
    m_home->note(1, {"/etc/a"});
    const MountedFolder folder = MountedFolder::readOnly(m_home->path());
    if (!folder.ok())
        QSKIP("it takes root to mount it read-only");
    const auto store = m_home->open();
    QVERIFY(store);
    QCOMPARE(store->history(u"shop"_qs, {}, {}, true)->differences.size(), 1);
    const Result<Done> noted = store->noteScan(u"shop"_qs, sightingOf(u"web-1"_qs, 2, {"/etc/b"}));
    QCOMPARE(noted.error().code, ErrorCode::StoreUnusable);
    const QTemporaryDir none;
    const MountedFolder empty = MountedFolder::readOnly(none.path());
    QVERIFY(DriftStore::open(none.path()).failed()); // there is nothing to read
}

void DriftStoreTest::looksOfBeforeAreOfTheSaltThatIsThere()
{
    const auto store = m_home->open();
    QVERIFY(store->noteLook(u"shop"_qs, m_home->look(1, u"a"_qs)).ok());
    LookRecord now = m_home->look(2, u"a"_qs);
    now.salt = "here";
    QVERIFY(store->noteLook(u"shop"_qs, now).ok());
    QCOMPARE(m_home->looks(), 1); // the same
    QCOMPARE((*store->baseline(u"shop"_qs, u"web-1"_qs))->salt, "here");
    now = m_home->look(3, u"a"_qs);
    now.salt = "another";
    QVERIFY(store->noteLook(u"shop"_qs, now).ok());
    QCOMPARE(m_home->looks(), 2);
    QCOMPARE((*store->baseline(u"shop"_qs, u"web-1"_qs))->salt, "here");
}

QTEST_GUILESS_MAIN(DriftStoreTest)
#include "tst_drift_store.moc"
