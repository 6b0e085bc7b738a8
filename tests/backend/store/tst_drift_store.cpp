// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/drift_store.h"
#include "tests/backend/store/drift_sample.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::sample;

class DriftStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void theSameLookTakesNoRoom();
    void theLookBeforeATime();
    void theBaselineIsTheFirstUntilOneIsAccepted();
    void aLookComesBackAsItWas();
    void aLookThatWasChangedOnDiskIsAnError();
    void looksAreForTheirOwnerAlone();
    void theSaltStays();
    void oldOnesAreForgotten();
    void looksAreForgottenByTheirSize();
    void whatNoLookNeedsIsSwept();
    void aNewerStoreIsLeftAlone();
    void aBrokenStoreIsKeptAside();
    void everythingToldIsThereAfterAKill();
    void aDiskThatTakesNoMoreIsAnErrorAndTheOldStands();

private:
    std::unique_ptr<DriftStore> open() const;
    QVariant ask(const QString& statement) const;
    QList<DatedDifference> listed(bool gone = true) const;
    void note(int day, const QList<QByteArray>& paths, const QString& node = u"web-1"_qs) const;
    LookRecord look(int day, const QString& content, const QString& node = u"web-1"_qs) const;
    int looks() const { return ask(u"SELECT COUNT(*) FROM look"_qs).toInt(); }
    int lookFiles() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void DriftStoreTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<DriftStore> DriftStoreTest::open() const
{
    auto store = DriftStore::open(m_home->path());
    return store ? store.take() : nullptr;
}

/// Another program that looks into the file.
QVariant DriftStoreTest::ask(const QString& statement) const
{
    QVariant answer;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"other"_qs);
        other.setDatabaseName(m_home->filePath(u"drift.sqlite"_qs));
        if (other.open()) {
            QSqlQuery query(other);
            if (query.exec(statement) && query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(u"other"_qs);
    return answer;
}

QList<DatedDifference> DriftStoreTest::listed(bool gone) const
{
    const Result<DriftHistory> history = open()->history(u"shop"_qs, {}, {}, gone);
    return history ? history->differences : QList<DatedDifference>();
}

void DriftStoreTest::note(int day, const QList<QByteArray>& paths, const QString& node) const
{
    const auto store = open();
    QVERIFY(store->noteScan(u"shop"_qs, sightingOf(node, day, paths)).ok());
    QVERIFY(store->noteCounts(u"shop"_qs, {u"web"_qs}).ok());
}

LookRecord DriftStoreTest::look(int day, const QString& content, const QString& node) const
{
    FactSheet sheet;
    sheet.node = node;
    sheet.seenAt = dayAt(day);
    sheet.tables[DriftSection::Files]["/etc/motd"].fields.insert(u"content"_qs, content);
    sheet.tables[DriftSection::Packages]["nginx"].fields.insert(u"version"_qs, u"1"_qs);
    sheet.unseen = {{DriftSection::Mounts, {}, u"timedOut"_qs}};
    const Result<LookRecord> kept = LookFiles(m_home->path()).keep(sheet);
    return kept ? *kept : LookRecord();
}

int DriftStoreTest::lookFiles() const
{
    int count = 0;
    for (QDirIterator files(m_home->filePath(u"looks"_qs), QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        count += files.next().size() > 60 ? 1 : 0;
    return count;
}

void DriftStoreTest::aDifferenceIsDated()
{
    note(1, {});
    note(3, {"/etc/motd"});
    note(4, {"/etc/motd"});
    const QList<DatedDifference> found = listed();
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
    note(1, {"/etc/old", "/etc/stays"});
    note(2, {"/etc/stays", "/etc/new"});
    QCOMPARE(listed(false).size(), 2);
    const QList<DatedDifference> all = listed();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).difference.key, "/etc/new");
    QCOMPARE(all.at(1).difference.key, "/etc/stays");
    QCOMPARE(all.at(2).difference.key, "/etc/old");
    QCOMPARE(all.at(2).goneAt, dayAt(2));
    note(3, {"/etc/old"}); // it comes again: another one
    QCOMPARE(listed().size(), 4);
}

void DriftStoreTest::whatARuleHidesIsCountedAndNotListed()
{
    DriftSighting sighting = sightingOf(u"web-1"_qs, 1, {"/etc/a"});
    sighting.report.hidden = {{sighting.report.differences.takeFirst(), {}}};
    const auto store = open();
    QVERIFY(store->noteScan(u"shop"_qs, sighting).ok());
    QVERIFY(store->noteCounts(u"shop"_qs, {u"web"_qs}).ok());
    const Result<DriftHistory> history = store->history(u"shop"_qs, {}, {}, true);
    QVERIFY(history->differences.isEmpty());
    QCOMPARE(history->counts, (QList<DriftCount>{{u"web"_qs, dayAt(1), 1, 0, 0, 1, 0}}));
}

void DriftStoreTest::filtersByNodeAndGroup()
{
    note(1, {"/etc/a"}, u"web-1"_qs);
    note(2, {"/etc/a"}, u"web-2"_qs);
    const auto store = open();
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
    QVERIFY(open()->noteScan(u"shop"_qs, sighting).ok());
    QCOMPARE(listed().constFirst().causes, sighting.report.causes);
}

void DriftStoreTest::anyBytesComeBack()
{
    const QByteArray key("/etc/\xff\x01'\n", 9);
    note(1, {key});
    note(2, {key});
    QCOMPARE(listed().size(), 1);
    QCOMPARE(listed().constFirst().difference.key, key);
}

void DriftStoreTest::aReScanWithoutNewsTakesNoRoom()
{
    const QStringList tables{u"node"_qs, u"sighting"_qs, u"blind"_qs, u"difference"_qs, u"tally"_qs};
    const auto rows = [&] {
        int sum = 0;
        for (const QString& table : tables)
            sum += ask(u"SELECT COUNT(*) FROM "_qs + table).toInt();
        return sum;
    };
    for (int day = 1; day <= 3; ++day)
        note(day, {"/etc/a", "/etc/b"});
    const int after = rows();
    QVERIFY(after > 0);
    for (int day = 4; day < 12; ++day)
        note(day, {"/etc/a", "/etc/b"});
    QCOMPARE(rows(), after);
    QCOMPARE(listed().constFirst().lastSeen, dayAt(11));
}

void DriftStoreTest::countsFollowTheGroup()
{
    note(1, {"/etc/a"}, u"web-1"_qs);
    note(2, {"/etc/a", "/etc/b"}, u"web-2"_qs);
    note(3, {}, u"web-1"_qs);
    const QList<DriftCount> counts = open()->history(u"shop"_qs, {}, {}, false)->counts;
    QCOMPARE(counts, (QList<DriftCount>{{u"web"_qs, dayAt(1), 1, 1, 1, 0, 0},
                                        {u"web"_qs, dayAt(2), 2, 2, 3, 0, 0},
                                        {u"web"_qs, dayAt(3), 2, 1, 2, 0, 0}}));
}

void DriftStoreTest::aNodeThatCouldNotBeScannedIsIncomplete()
{
    note(1, {"/etc/a"});
    const auto store = open();
    QVERIFY(store->noteUnseen(u"shop"_qs, u"web-1"_qs, u"web"_qs, dayAt(2)).ok());
    QVERIFY(store->noteUnseen(u"shop"_qs, u"web-2"_qs, u"web"_qs, dayAt(2)).ok());
    QVERIFY(store->noteCounts(u"shop"_qs, {u"web"_qs}).ok());
    QCOMPARE(store->history(u"shop"_qs, {}, {}, false)->counts.constLast(),
             (DriftCount{u"web"_qs, dayAt(2), 2, 1, 1, 0, 2}));
    QVERIFY(listed().constFirst().goneAt.isNull());
    note(3, {"/etc/a"});
    QCOMPARE(listed().constFirst().firstSeen, dayAt(1));
}

void DriftStoreTest::aNodeThatLeftTakesItsDifferencesAlong()
{
    note(1, {"/etc/a"}, u"web-1"_qs);
    note(1, {"/etc/a"}, u"web-2"_qs);
    QVERIFY(open()->notePresent(u"shop"_qs, {u"web-2"_qs}, dayAt(2)).ok());
    QCOMPARE(listed(false).size(), 1);
    QCOMPARE(listed().constLast().goneAt, dayAt(2));
    note(3, {"/etc/a"}, u"web-1"_qs);
    QVERIFY(listed(false).constFirst().absentAt.isNull());
}

void DriftStoreTest::fleetsAreApart()
{
    note(1, {"/etc/a"});
    const auto store = open();
    QVERIFY(store->noteScan(u"other"_qs, sightingOf(u"web-1"_qs, 2, {})).ok());
    QVERIFY(store->notePresent(u"other"_qs, {}, dayAt(2)).ok());
    QCOMPARE(listed(false).size(), 1);
    QVERIFY(store->history(u"other"_qs, {}, {}, true)->differences.isEmpty());
}

void DriftStoreTest::theSameLookTakesNoRoom()
{
    const auto store = open();
    for (int day = 1; day < 6; ++day)
        QVERIFY(store->noteLook(u"shop"_qs, look(day, u"a"_qs)).ok());
    QCOMPARE(looks(), 1);
    QCOMPARE(lookFiles(), 2);
    QVERIFY(store->noteLook(u"shop"_qs, look(6, u"b"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, look(7, u"a"_qs)).ok());
    QCOMPARE(looks(), 3);
    QCOMPARE(lookFiles(), 3);
    QVERIFY(store->noteLook(u"shop"_qs, look(7, u"a"_qs, u"web-2"_qs)).ok());
    QCOMPARE(lookFiles(), 3);
}

void DriftStoreTest::theLookBeforeATime()
{
    const auto store = open();
    for (const int day : {1, 2, 5})
        QVERIFY(store->noteLook(u"shop"_qs, look(day, day < 5 ? u"a"_qs : u"b"_qs)).ok());
    const auto before = [&store](const QDateTime& time) {
        const auto found = store->lookBefore(u"shop"_qs, u"web-1"_qs, time);
        return found.ok() && found->has_value() ? (*found)->at : QDateTime();
    };
    QVERIFY(before(dayAt(1)).isNull());
    QCOMPARE(before(dayAt(2)), dayAt(1));
    QCOMPARE(before(dayAt(4)), dayAt(2));
    QCOMPARE(before(dayAt(6)), dayAt(5));
    QVERIFY(!(*store->lookBefore(u"shop"_qs, u"web-2"_qs, dayAt(6))).has_value());
}

void DriftStoreTest::theBaselineIsTheFirstUntilOneIsAccepted()
{
    const auto store = open();
    const auto baseline = [&store] {
        const auto found = store->baseline(u"shop"_qs, u"web-1"_qs);
        return found.ok() && found->has_value() ? (*found)->at : QDateTime();
    };
    QVERIFY(baseline().isNull());
    QVERIFY(store->noteLook(u"shop"_qs, look(1, u"a"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, look(2, u"b"_qs)).ok());
    QCOMPARE(baseline(), dayAt(1));
    QVERIFY(store->acceptLook(u"shop"_qs, look(2, u"b"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, look(3, u"c"_qs)).ok());
    QCOMPARE(baseline(), dayAt(2));
    QVERIFY(!store->acceptLook(u"shop"_qs, look(9, u"z"_qs)).ok()); // it is not kept: nothing is accepted
    QCOMPARE(baseline(), dayAt(2));
}

void DriftStoreTest::aLookComesBackAsItWas()
{
    const auto store = open();
    const LookRecord kept = look(1, u"a"_qs);
    QVERIFY(store->noteLook(u"shop"_qs, kept).ok());
    const auto found = store->lookBefore(u"shop"_qs, u"web-1"_qs, dayAt(2));
    QCOMPARE(**found, kept);
    const Result<FactSheet> sheet = LookFiles(m_home->path()).read(**found);
    QVERIFY(sheet.ok());
    QCOMPARE(sheet->tables[DriftSection::Files]["/etc/motd"].fields.value(u"content"_qs), u"a"_qs);
    QCOMPARE(sheet->unseen.size(), 1);
    QCOMPARE(sheet->seenAt, dayAt(1));
}

void DriftStoreTest::aLookThatWasChangedOnDiskIsAnError()
{
    const LookRecord kept = look(1, u"a"_qs);
    const QString digest = QString::fromLatin1(kept.parts.value(DriftSection::Files).digest);
    QFile file(m_home->filePath(u"looks/"_qs + digest.left(2) + u'/' + digest));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(6) && file.putChar('?'));
    file.close();
    QCOMPARE(LookFiles(m_home->path()).read(kept).error().code, ErrorCode::StoreUnusable);
}

void DriftStoreTest::looksAreForTheirOwnerAlone()
{
    look(1, u"a"_qs);
    QVERIFY(LookFiles(m_home->path()).salt().ok());
    open();
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QDirIterator all(m_home->filePath(u"looks"_qs), QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (!path.endsWith(u".lock"))
            QVERIFY2((QFile::permissions(path) & others) == 0, qPrintable(path));
    }
    QVERIFY((QFile::permissions(m_home->filePath(u"drift.sqlite"_qs)) & others) == 0);
}

void DriftStoreTest::theSaltStays()
{
    const Result<QByteArray> salt = LookFiles(m_home->path()).salt();
    QCOMPARE(salt->size(), 32);
    QCOMPARE(*LookFiles(m_home->path()).salt(), *salt);
    const QTemporaryDir other;
    QVERIFY(*LookFiles(other.path()).salt() != *salt);
}

void DriftStoreTest::oldOnesAreForgotten()
{
    note(1, {"/etc/gone", "/etc/stays"});
    note(2, {"/etc/stays"});
    const auto store = open();
    for (int day = 1; day < 5; ++day)
        QVERIFY(store->noteLook(u"shop"_qs, look(day, QString::number(day))).ok());
    QVERIFY(store->noteLook(u"shop"_qs, look(1, u"x"_qs, u"left"_qs)).ok());
    QVERIFY(store->noteLook(u"shop"_qs, look(300, u"4"_qs)).ok());
    QVERIFY(store->prune(dayAt(401)).ok());
    QCOMPARE(listed().size(), 2); // on the last day
    QVERIFY(store->prune(dayAt(410)).ok());
    QCOMPARE(listed().size(), 1);
    QCOMPARE(open()->history(u"shop"_qs, {}, {}, false)->counts.size(), 0);
    // The baseline and the newest.
    QCOMPARE(looks(), 2);
    QVERIFY((*store->lookBefore(u"shop"_qs, u"web-1"_qs, dayAt(2))).has_value());
    QVERIFY(!(*store->baseline(u"shop"_qs, u"left"_qs)).has_value());
}

void DriftStoreTest::looksAreForgottenByTheirSize()
{
    const auto store = open();
    for (int day = 1; day <= 60; ++day)
        QVERIFY(store->noteLook(u"shop"_qs, look(day, QString::number(day))).ok());
    QVERIFY(store->prune(dayAt(61), 1LL << 40).ok());
    QCOMPARE(looks(), 60);
    const qint64 half = ask(u"SELECT SUM(size) FROM (SELECT DISTINCT digest, size FROM look_part)"_qs).toLongLong() / 2;
    QVERIFY(store->prune(dayAt(61), half).ok());
    QVERIFY(looks() < 40 && looks() > 10);
    QVERIFY(store->prune(dayAt(61), 1).ok());
    QCOMPARE(looks(), 2);
}

void DriftStoreTest::whatNoLookNeedsIsSwept()
{
    look(1, u"a"_qs);
    QCOMPARE(lookFiles(), 2);
    const LookFiles files(m_home->path());
    files.sweep({});
    QCOMPARE(lookFiles(), 2); // young: of a look that is being kept
    QDirIterator all(m_home->filePath(u"looks"_qs), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFile::FileModificationTime));
    }
    const LookRecord again = look(2, u"a"_qs); // young again
    files.sweep({});
    QCOMPARE(lookFiles(), 2);
    QVERIFY(files.read(again).ok());
}

void DriftStoreTest::aNewerStoreIsLeftAlone()
{
    open();
    ask(u"PRAGMA user_version = 99"_qs);
    QCOMPARE(DriftStore::open(m_home->path()).error().code, ErrorCode::StoreNewer);
    QCOMPARE(ask(u"PRAGMA user_version"_qs).toInt(), 99);
}

void DriftStoreTest::aBrokenStoreIsKeptAside()
{
    QFile file(m_home->filePath(u"drift.sqlite"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    QCOMPARE(DriftStore::open(m_home->path()).error().code, ErrorCode::StoreUnusable);
    QVERIFY(open());
    QCOMPARE(QDir(m_home->path()).entryList({u"drift.sqlite.unusable-*"_qs}).size(), 1);
}

/// What was acknowledged is there, and of each scan all or nothing: never a scan whose differences stand half.
void DriftStoreTest::everythingToldIsThereAfterAKill()
{
    for (int round = 1; round <= 3; ++round) {
        init();
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

        const QList<DatedDifference> standing = listed(false);
        QCOMPARE(standing.size(), 50);
        const QDateTime last = standing.constFirst().lastSeen;
        QVERIFY(last >= dayAt(told));
        for (const DatedDifference& one : standing) {
            QCOMPARE(one.lastSeen, last);
            QCOMPARE(one.firstSeen, last);
        }
        const int scans = int(dayAt(1).daysTo(last)) + 1;
        QCOMPARE(listed().size(), 50 * scans);
    }
}

void DriftStoreTest::aDiskThatTakesNoMoreIsAnErrorAndTheOldStands()
{
    note(1, {"/etc/a"});
    const auto store = open();
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
    QCOMPARE(listed().size(), 1);
    QVERIFY(listed().constFirst().goneAt.isNull());
}

QTEST_GUILESS_MAIN(DriftStoreTest)
#include "tst_drift_store.moc"
