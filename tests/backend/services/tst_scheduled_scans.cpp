// SPDX-License-Identifier: GPL-3.0-or-later
// A watch that scans by itself, on the simulation platform. Its nodes have no image that is stored, so that each scan
// fails: who could not be scanned is what is looked at here. What scans find is tst_scan_feed's.
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/services/drift_telling.h"
#include "backend/services/verbs.h"
#include "models/domain/blueprint/parse_blueprint.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace snowmelt;

namespace {

Blueprint blueprint()
{
    const QString path = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/two-groups/two-groups.yaml");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no blueprint");
    return parseBlueprint(file.readAll(), path).value;
}

} // namespace

class TestScheduledScans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_rooms = std::make_unique<Rooms>(m_home->path());
        QCOMPARE(QCoro::waitFor(runVerb(make(UpIntent{}), UpIntent{})).outcome, OutcomeKind::Done);
        m_told.clear();
    }
    void cleanup()
    {
        (void)QCoro::waitFor(runVerb(make(DownIntent{true}), DownIntent{true})); // addresses are of the host
        m_rooms.reset();
    }

    void everyNodeIsTriedAndToldWhen();
    void withoutItNothingIsScanned();
    void aReportIsKeptOnceForEachNode();
    void aScanSinceADayIsNotTheLastReport();

private:
    OperationPtr make(const Intent& intent)
    {
        m_operation =
            std::make_shared<Operation>(QUuid::createUuid().toString(QUuid::WithoutBraces),
                                        Request{blueprint(), intent, {}}, *m_rooms, [this](const Event& event) {
                                            m_told.append(event);
                                            if (m_enough && m_enough())
                                                m_operation->cancel();
                                        });
        return m_operation;
    }
    template <typename Body>
    QList<Body> all() const
    {
        QList<Body> found;
        for (const Event& event : m_told)
            if (const auto* body = std::get_if<Body>(&event.body))
                found.append(*body);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Rooms> m_rooms;
    OperationPtr m_operation;
    std::function<bool()> m_enough;
    QList<Event> m_told;
};

void TestScheduledScans::everyNodeIsTriedAndToldWhen()
{
    QSet<QString> unseen;
    m_enough = [&] {
        if (const auto* one = std::get_if<NodeUnseen>(&m_told.last().body))
            unseen.insert(one->node);
        const auto due = all<ScansDue>();
        return unseen.size() == 6 && !due.isEmpty() && !due.last().scans.isEmpty() &&
               due.last().scans.first().failures > 0;
    };
    const WatchIntent watch{10};
    const Finished finished = QCoro::waitFor(runVerb(make(watch), watch));
    QCOMPARE(finished.outcome, OutcomeKind::Cancelled);
    QCOMPARE(unseen.size(), 6); // two groups of two, balancer, database
    const QList<ScansDue> due = all<ScansDue>();
    QStringList names;
    for (const ScanDue& one : due.first().scans)
        names.append(one.node);
    QCOMPARE(names, (QStringList{u"api-1"_qs, u"api-2"_qs, u"edge"_qs, u"orders"_qs, u"web-1"_qs, u"web-2"_qs}));
    QVERIFY(due.first().scans.first().at.isValid());
    QVERIFY(due.last().scans.isEmpty()); // the end: nobody is scanned any more
    QVERIFY(due.size() < 12);            // with each of six scans two changes, told together
    m_enough = nullptr;
}

void TestScheduledScans::withoutItNothingIsScanned()
{
    int looks = 0;
    m_enough = [&] {
        looks += std::holds_alternative<FleetObserved>(m_told.last().body) ? 1 : 0;
        return looks >= 3;
    };
    const WatchIntent watch{};
    QCOMPARE(QCoro::waitFor(runVerb(make(watch), watch)).outcome, OutcomeKind::Cancelled);
    QVERIFY(all<ScansDue>().isEmpty());
    QVERIFY(all<NodeUnseen>().isEmpty());
    m_enough = nullptr;
}

void TestScheduledScans::aReportIsKeptOnceForEachNode()
{
    const OperationPtr watch = make(WatchIntent{10});
    for (int i = 0; i < 5; ++i) {
        DriftReport report;
        report.node = i % 2 ? u"web-1"_qs : u"web-2"_qs;
        report.scannedAt = QDateTime(QDate(2026, 3, 1), QTime(12, i), Qt::UTC);
        tellReport(*watch, report);
    }
    QCOMPARE(all<NodeScanned>().size(), 5);
    const auto last = m_rooms->journal->lastDrift(blueprint().name);
    QVERIFY(last.ok());
    QCOMPARE(last->size(), 2);
    QCOMPARE(last->at(0).scannedAt.time(), QTime(12, 3));
    QCOMPARE(last->at(1).scannedAt.time(), QTime(12, 4));
    QCOMPARE(m_rooms->journal->events(watch->id())->size(), 2); // earlier ones are dropped
    QVERIFY(m_rooms->journal->history(blueprint().name, 9)->isEmpty());
}

/// What somebody compared with a day they chose is not how the node stands.
void TestScheduledScans::aScanSinceADayIsNotTheLastReport()
{
    const OperationPtr since = make(ScanIntent{{}, QDateTime(QDate(2026, 2, 1), QTime(0, 0), Qt::UTC)});
    DriftReport report;
    report.node = u"web-1"_qs;
    report.scannedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    tellReport(*since, report);
    QVERIFY(m_rooms->journal->lastDrift(blueprint().name)->isEmpty());
}

QTEST_GUILESS_MAIN(TestScheduledScans)
#include "tst_scheduled_scans.moc"
