// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/journal.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

class JournalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void eventsComeBackAsTheyWere();
    void chatterIsNotStored();
    void historyIsNewestFirst();
    void unfinishedAreThoseWithoutAnEnd();
    void aDeploymentIsOpenUntilAnEndSettlesIt_data();
    void aDeploymentIsOpenUntilAnEndSettlesIt();
    void aClosedDeploymentIsForgotten();
    void openOnesOfAnOldFormatAreFound();
    void waysBackAreOpenPlansAndTheLastOfEachGroup();
    void typicalStepsAreTheMedianOfWhatWasDone();
    void lastReportOfEachNodeOfThisFleet();
    void survivesClosing();
    void twoWritersWait();
    void settingsAreDurable();
    void aNewerStoreIsRefusedAndLeftAlone();
    void aBrokenStoreIsKeptAside();
    void aFlippedByteInAnEventIsSeen();
    void anUnwritableHomeIsAnError();

private:
    std::unique_ptr<Journal> open();
    QString file() const { return m_home->filePath(u"journal.sqlite"_qs); }
    void sql(const QString& statement) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

static QDateTime at(int second)
{
    return QDateTime(QDate(2026, 1, 2), QTime(3, 4, second, 678), Qt::UTC);
}

static Event entry(const QString& operation, int second, const EventBody& body)
{
    return {operation, at(second), body};
}

void JournalTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Journal> JournalTest::open()
{
    auto journal = Journal::open(m_home->path());
    return journal ? journal.take() : nullptr;
}

/// Plays another program that has the file in its hands.
void JournalTest::sql(const QString& statement) const
{
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"other"_qs);
        other.setDatabaseName(file());
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"other"_qs);
}

void JournalTest::eventsComeBackAsTheyWere()
{
    Plan plan;
    plan.deployment = u"op"_qs;
    plan.to = {u"shop"_qs, u"1.1.0"_qs};
    plan.green = {{u"web-4"_qs, u"b1"_qs}};
    plan.steps = {{StepKind::RetireBlue, {u"set server web/a1 state maint"_qs}, true}};
    const QList<Event> written{
        entry(u"op"_qs, 1, Started{u"swap"_qs, u"shop"_qs, u"web → shop@1.1.0"_qs}),
        entry(u"op"_qs, 2, PlanMade{plan}),
        entry(u"op"_qs, 3, StepBegun{0, StepKind::RetireBlue}),
        entry(u"op"_qs, 4, StepDone{0, StepKind::RetireBlue, 12, {u"한글 \"quoted\"\n"_qs}}),
        entry(u"op"_qs, 5, StepFailed{0, StepKind::RetireBlue, {ErrorCode::BalancerSocketGone, {u"edge"_qs}, u"x"_qs}}),
        entry(u"op"_qs, 6, RollingBack{0, u"failed"_qs}),
        entry(u"op"_qs, 7, TrafficCounted{12345678901, 2}),
        entry(u"op"_qs, 8, Finished{OutcomeKind::Failed, Safety::BlueServes, Error{}, 7000})};
    const auto journal = open();
    for (const Event& one : written)
        QVERIFY(journal->append(one).ok());
    QVERIFY(journal->append(entry(u"other"_qs, 9, Started{u"up"_qs, u"shop"_qs, {}})).ok());
    const Result<QList<Event>> read = journal->events(u"op"_qs);
    QVERIFY(read.ok());
    QCOMPARE(*read, written);
}

void JournalTest::chatterIsNotStored()
{
    const auto journal = open();
    QVERIFY(journal->append(entry(u"op"_qs, 1, Started{u"up"_qs, u"shop"_qs, {}})).ok());
    QVERIFY(journal->append(entry(u"op"_qs, 2, LogLine{u"apt"_qs, u"Get:1"_qs})).ok());
    QVERIFY(journal->append(entry(u"op"_qs, 3, Progress{})).ok());
    QVERIFY(journal->append(entry(u"op"_qs, 4, DrainSeen{})).ok());
    QVERIFY(journal->append(entry(u"op"_qs, 5, GatesSeen{})).ok());
    QCOMPARE(journal->events(u"op"_qs)->size(), 1);
}

void JournalTest::historyIsNewestFirst()
{
    const auto journal = open();
    for (int i = 1; i <= 3; ++i) {
        const QString id = u"op-"_qs + QString::number(i);
        QVERIFY(journal->append(entry(id, i, Started{u"scan"_qs, u"shop"_qs, {}})).ok());
    }
    QVERIFY(journal->append(entry(u"else"_qs, 9, Started{u"scan"_qs, u"other"_qs, {}})).ok());
    QVERIFY(journal->append(entry(u"op-3"_qs, 10, Finished{OutcomeKind::Differences, Safety::Unchanged, {}, 1})).ok());
    const Result<QList<HistoryEntry>> history = journal->history(u"shop"_qs, 2);
    QVERIFY(history.ok());
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->at(0).operation, u"op-3"_qs);
    QCOMPARE(history->at(0).verb, u"scan"_qs);
    QCOMPARE(history->at(0).startedAt, at(3));
    QCOMPARE(history->at(0).endedAt, at(10));
    QCOMPARE(history->at(0).outcome, outcomeName(OutcomeKind::Differences));
    QVERIFY(history->at(0).person.endsWith(u'@' + QSysInfo::machineHostName()));
    QVERIFY(!history->at(0).person.startsWith(u'@'));
    QCOMPARE(history->at(1).operation, u"op-2"_qs);
    QVERIFY(history->at(1).endedAt.isNull());
    QVERIFY(history->at(1).outcome.isEmpty());
}

void JournalTest::unfinishedAreThoseWithoutAnEnd()
{
    const auto journal = open();
    QVERIFY(journal->append(entry(u"dead"_qs, 1, Started{u"swap"_qs, u"shop"_qs, u"web"_qs})).ok());
    QVERIFY(journal->append(entry(u"done"_qs, 2, Started{u"swap"_qs, u"shop"_qs, u"web"_qs})).ok());
    QVERIFY(journal->append(entry(u"done"_qs, 3, Finished{})).ok());
    const Result<QList<HistoryEntry>> unfinished = journal->unfinished(u"shop"_qs);
    QCOMPARE(unfinished->size(), 1);
    QCOMPARE(unfinished->first().operation, u"dead"_qs);
    QVERIFY(journal->unfinished(u"other"_qs)->isEmpty());
}

static Plan planFor(const QString& group)
{
    Plan plan;
    plan.fleet = u"shop"_qs;
    plan.group = group;
    return plan;
}

void JournalTest::aDeploymentIsOpenUntilAnEndSettlesIt_data()
{
    QTest::addColumn<int>("safety");
    QTest::addColumn<bool>("open");
    QTest::newRow("as wanted") << int(Safety::AsWanted) << false;
    QTest::newRow("blue serves") << int(Safety::BlueServes) << false;
    QTest::newRow("nothing touched") << int(Safety::NothingTouched) << false;
    QTest::newRow("green kept") << int(Safety::BlueServesGreenKept) << true;
    QTest::newRow("blue kept") << int(Safety::GreenServes) << true;
    QTest::newRow("not known") << int(Safety::Uncertain) << true;
}

void JournalTest::aDeploymentIsOpenUntilAnEndSettlesIt()
{
    QFETCH(const int, safety);
    QFETCH(const bool, open);
    const auto journal = this->open();
    QVERIFY(journal->append(entry(u"op"_qs, 1, Started{u"swap"_qs, u"shop"_qs, u"web"_qs})).ok());
    QVERIFY(journal->openDeployments(u"shop"_qs)->isEmpty()); // nothing is planned yet
    QVERIFY(journal->append(entry(u"op"_qs, 2, PlanMade{planFor(u"web"_qs)})).ok());
    QCOMPARE(journal->openDeployments(u"shop"_qs)->size(), 1);
    QCOMPARE(journal->openDeployments(u"shop"_qs)->first().group, u"web"_qs);
    QCOMPARE(journal->openDeployments(u"shop"_qs)->first().entry.verb, u"swap"_qs);
    QVERIFY(journal->openDeployments(u"other"_qs)->isEmpty());
    QVERIFY(journal->append(entry(u"op"_qs, 3, Finished{OutcomeKind::Failed, Safety(safety), {}, 1})).ok());
    QCOMPARE(!journal->openDeployments(u"shop"_qs)->isEmpty(), open);
}

void JournalTest::aClosedDeploymentIsForgotten()
{
    const auto journal = open();
    QVERIFY(journal->append(entry(u"op"_qs, 1, Started{u"swap"_qs, u"shop"_qs, u"web"_qs})).ok());
    QVERIFY(journal->append(entry(u"op"_qs, 2, PlanMade{planFor(u"web"_qs)})).ok());
    QVERIFY(journal->closeDeployment(u"op"_qs).ok());
    QVERIFY(journal->openDeployments(u"shop"_qs)->isEmpty());
    QCOMPARE(journal->events(u"op"_qs)->size(), 2);
}

void JournalTest::openOnesOfAnOldFormatAreFound()
{
    {
        const auto journal = open();
        QVERIFY(journal->append(entry(u"dead"_qs, 1, Started{u"swap"_qs, u"shop"_qs, u"web"_qs})).ok());
        QVERIFY(journal->append(entry(u"dead"_qs, 2, PlanMade{planFor(u"web"_qs)})).ok());
        QVERIFY(journal->append(entry(u"over"_qs, 3, Started{u"swap"_qs, u"shop"_qs, u"api"_qs})).ok());
        QVERIFY(journal->append(entry(u"over"_qs, 4, PlanMade{planFor(u"api"_qs)})).ok());
        QVERIFY(journal->append(entry(u"over"_qs, 5, Finished{})).ok());
    }
    sql(u"DROP TABLE open_deployment"_qs);
    sql(u"PRAGMA user_version = 1"_qs);
    const auto journal = open();
    QVERIFY(journal);
    QCOMPARE(journal->openDeployments(u"shop"_qs)->size(), 1);
    QCOMPARE(journal->openDeployments(u"shop"_qs)->first().entry.operation, u"dead"_qs);
}

void JournalTest::waysBackAreOpenPlansAndTheLastOfEachGroup()
{
    const auto journal = open();
    const auto deploy = [&journal](const QString& id, int second, const QString& fleet, const QString& group,
                                   std::optional<Finished> end) {
        Plan plan;
        plan.deployment = id;
        plan.fleet = fleet;
        plan.group = group;
        QVERIFY(journal->append(entry(id, second, Started{u"swap"_qs, fleet, group})).ok());
        QVERIFY(journal->append(entry(id, second, PlanMade{plan})).ok());
        if (end)
            QVERIFY(journal->append(entry(id, second + 1, *end)).ok());
    };
    const Finished done{OutcomeKind::Done, Safety::GreenServesAlone, {}, 0};
    const Finished turned{OutcomeKind::Cancelled, Safety::BlueServes, {}, 0};
    deploy(u"first"_qs, 1, u"shop"_qs, u"web"_qs, done);
    deploy(u"last"_qs, 5, u"shop"_qs, u"web"_qs, done);
    deploy(u"turned"_qs, 9, u"shop"_qs, u"web"_qs, turned);
    deploy(u"api"_qs, 12, u"shop"_qs, u"api"_qs, done);
    deploy(u"other"_qs, 15, u"other"_qs, u"web"_qs, done);
    deploy(u"open"_qs, 20, u"other"_qs, u"web"_qs, std::nullopt);
    const auto plans = journal->waysBack();
    QVERIFY(plans.ok());
    QStringList told;
    for (const JournaledPlan& each : *plans)
        told.append(each.plan.deployment + (each.open ? u" open"_qs : QString()));
    QCOMPARE(told, (QStringList{u"open open"_qs, u"last"_qs, u"api"_qs, u"other"_qs}));
}

void JournalTest::typicalStepsAreTheMedianOfWhatWasDone()
{
    const auto journal = open();
    int second = 1;
    for (const int ms : {100, 900, 300}) {
        const QString id = u"op-"_qs + QString::number(ms);
        QVERIFY(journal->append(entry(id, second++, Started{u"swap"_qs, u"shop"_qs, u"web"_qs})).ok());
        QVERIFY(journal->append(entry(id, second++, PlanMade{planFor(u"web"_qs)})).ok());
        QVERIFY(journal->append(entry(id, second++, StepDone{0, StepKind::MoveTraffic, ms, {}})).ok());
        QVERIFY(journal->append(entry(id, second++, Finished{})).ok());
    }
    const auto typical = journal->typicalMs(u"shop"_qs, u"web"_qs);
    QVERIFY(typical.ok());
    QCOMPARE(*typical, (QMap<StepKind, qint64>{{StepKind::MoveTraffic, 300}}));
    QVERIFY(journal->typicalMs(u"shop"_qs, u"api"_qs)->isEmpty());
}

void JournalTest::lastReportOfEachNodeOfThisFleet()
{
    const auto report = [](const QString& node, int second, int differences) {
        DriftReport made;
        made.node = node;
        made.scannedAt = at(second);
        for (int i = 0; i < differences; ++i)
            made.differences.append(
                {DriftSection::Files, DifferenceKind::Changed, "/etc/f", {{u"mode"_qs, u"644"_qs, u"600"_qs}}, {}, {}});
        return NodeScanned{made};
    };
    const auto journal = open();
    QVERIFY(journal->append(entry(u"one"_qs, 1, Started{u"scan"_qs, u"shop"_qs, {}})).ok());
    QVERIFY(journal->append(entry(u"one"_qs, 2, report(u"web-1"_qs, 2, 5))).ok());
    QVERIFY(journal->append(entry(u"one"_qs, 3, report(u"web-2"_qs, 3, 0))).ok());
    QVERIFY(journal->append(entry(u"two"_qs, 4, Started{u"scan"_qs, u"shop"_qs, {}})).ok());
    QVERIFY(journal->append(entry(u"two"_qs, 5, report(u"web-1"_qs, 5, 1))).ok());
    QVERIFY(journal->append(entry(u"else"_qs, 6, Started{u"scan"_qs, u"other"_qs, {}})).ok());
    QVERIFY(journal->append(entry(u"else"_qs, 7, report(u"web-1"_qs, 7, 9))).ok());
    const Result<QList<DriftReport>> last = journal->lastDrift(u"shop"_qs);
    QVERIFY(last.ok());
    QCOMPARE(last->size(), 2);
    QCOMPARE(last->at(0).node, u"web-1"_qs);
    QCOMPARE(last->at(0).differences.size(), 1);
    QCOMPARE(last->at(0).scannedAt, at(5));
    QCOMPARE(last->at(1).node, u"web-2"_qs);
}

void JournalTest::survivesClosing()
{
    QVERIFY(open()->append(entry(u"op"_qs, 1, Started{u"up"_qs, u"shop"_qs, {}})).ok());
    QCOMPARE(open()->history(u"shop"_qs, 9)->size(), 1);
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void JournalTest::twoWritersWait()
{
    const auto one = open();
    const auto two = open();
    for (int i = 0; i < 50; ++i) {
        QVERIFY(one->append(entry(u"one"_qs, 1, StepBegun{i, StepKind::Check})).ok());
        QVERIFY(two->append(entry(u"two"_qs, 1, StepBegun{i, StepKind::Check})).ok());
    }
    QCOMPARE(one->events(u"two"_qs)->size(), 50);
    QCOMPARE(two->events(u"one"_qs)->size(), 50);
}

void JournalTest::settingsAreDurable()
{
    const auto journal = open();
    QVERIFY(journal->append(entry(u"op"_qs, 1, Started{u"up"_qs, u"shop"_qs, {}})).ok());
    QVERIFY(QFile::exists(file() + u"-wal"_qs));
}

void JournalTest::aNewerStoreIsRefusedAndLeftAlone()
{
    open().reset();
    sql(u"PRAGMA user_version = 1000"_qs);
    const auto refused = Journal::open(m_home->path());
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
    QCOMPARE(refused.error().args, QStringList{file()});
    QVERIFY(QFile::exists(file()));
    QCOMPARE(QDir(m_home->path()).entryList({u"*.unusable-*"_qs}).size(), 0);
}

void JournalTest::aBrokenStoreIsKeptAside()
{
    const QByteArray rubbish = QByteArray("this is no database, and no empty file either").repeated(300);
    QFile broken(file());
    QVERIFY(broken.open(QFile::WriteOnly));
    broken.write(rubbish);
    broken.close();

    const auto refused = Journal::open(m_home->path());
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, ErrorCode::StoreUnusable);
    const QStringList kept = QDir(m_home->path()).entryList({u"journal.sqlite.unusable-*"_qs});
    QCOMPARE(kept.size(), 1);
    QVERIFY(refused.error().detail.contains(kept.first()));
    QFile aside(m_home->filePath(kept.first()));
    QVERIFY(aside.open(QFile::ReadOnly));
    QCOMPARE(aside.readAll(), rubbish);
    QVERIFY(open() != nullptr);
}

void JournalTest::aFlippedByteInAnEventIsSeen()
{
    QVERIFY(open()->append(entry(u"op"_qs, 1, StepBegun{3, StepKind::MoveTraffic})).ok());
    sql(u"UPDATE event SET body = replace(body, 'moveTraffic', 'moveTraffid')"_qs);
    const Result<QList<Event>> events = open()->events(u"op"_qs);
    QVERIFY(events.failed());
    QCOMPARE(events.error().code, ErrorCode::StoreUnusable);
    QVERIFY(events.error().detail.contains(u"event 1"_qs));
}

void JournalTest::anUnwritableHomeIsAnError()
{
    const auto refused = Journal::open(u"/proc/no/such/home"_qs);
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
