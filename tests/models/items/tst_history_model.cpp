// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/history_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

/// What was done, as rows to filter and sort.
class TestHistoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsSayWhatWasDone();
    void whatHasNoEndSaysSo();
    void aNewListingKeepsTheRows();
    void filters_data();
    void filters();
    void sortsByWhatATextStandsFor();
    void aShorterListingKeepsWhatIsKnown();
};

namespace {

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

HistoryEntry entry(const char* id, const char* verb, const char* subject, const char* outcome, int startedAt, int took,
                   const char* person = "mina@laptop")
{
    const QDateTime started = noon.addSecs(startedAt);
    return {QString::fromLatin1(id),
            QString::fromLatin1(verb),
            QStringLiteral("shop"),
            QString::fromUtf8(subject),
            QString::fromLatin1(person),
            started,
            took < 0 ? QDateTime() : started.addSecs(took),
            QString::fromLatin1(outcome)};
}

QList<HistoryEntry> entries()
{
    return {entry("o4", "swap", "web → shop@1.1.0", "", 400, -1),
            entry("o3", "swap", "web → shop@1.1.0", "failed", 300, 75, "joon@desk"),
            entry("o2", "scan", "", "differences", 200, 9), entry("o1", "up", "", "done", 100, 130)};
}

QStringList idsOf(const QAbstractItemModel& model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, 0).data(IdRole).toString();
    return ids;
}

} // namespace

void TestHistoryModel::rowsSayWhatWasDone()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(entries(), noon.addDays(1));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(1, HistoryModel::What).data().toString(), QStringLiteral("Swap web to shop 1.1.0"));
    QCOMPARE(model.index(1, HistoryModel::Who).data().toString(), QStringLiteral("joon@desk"));
    QCOMPARE(model.index(1, HistoryModel::Took).data().toString(), QStringLiteral("1 min 15 s"));
    QCOMPARE(model.index(1, 0).data(StateRole).toInt(), int(OutcomeKind::Failed));
    QVERIFY(!model.index(1, HistoryModel::Began).data().toString().isEmpty());
    const int right = int(Qt::AlignRight | Qt::AlignVCenter);
    QCOMPARE(model.index(1, HistoryModel::Took).data(Qt::TextAlignmentRole).toInt(), right);
    QCOMPARE(model.headerData(HistoryModel::Took, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), right);
}

void TestHistoryModel::whatHasNoEndSaysSo()
{
    HistoryModel model;
    model.setEntries(entries(), noon);
    QCOMPARE(model.index(0, HistoryModel::Outcome).data().toString(), QStringLiteral("No end recorded"));
    QCOMPARE(model.index(0, 0).data(StateRole).toInt(), HistoryModel::noEnd);
    QVERIFY(model.index(0, HistoryModel::Took).data().toString().isEmpty());
}

void TestHistoryModel::aNewListingKeepsTheRows()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(entries(), noon);
    const QPersistentModelIndex up = model.index(3, 0);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QList<HistoryEntry> next = entries();
    next.first() = entry("o4", "swap", "web → shop@1.1.0", "done", 400, 60);
    next.prepend(entry("o5", "scan", "", "done", 500, 3));
    model.setEntries(next, noon);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(up.row(), 4);
    QCOMPARE(model.index(1, 0).data(StateRole).toInt(), int(OutcomeKind::Done));
}

void TestHistoryModel::filters_data()
{
    QTest::addColumn<QStringList>("verbs");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    constexpr int any = -2;
    const QStringList all;
    QTest::newRow("nothing asked") << all << any << QString() << QStringList{"o4", "o3", "o2", "o1"};
    QTest::newRow("verbs") << QStringList{"swap", "rebirth"} << any << QString() << QStringList{"o4", "o3"};
    QTest::newRow("outcome") << all << int(OutcomeKind::Failed) << QString() << QStringList{"o3"};
    QTest::newRow("no end") << all << HistoryModel::noEnd << QString() << QStringList{"o4"};
    QTest::newRow("who") << all << any << QStringLiteral(" JOON ") << QStringList{"o3"};
    QTest::newRow("what") << all << any << QStringLiteral("shop 1.1") << QStringList{"o4", "o3"};
    QTest::newRow("together") << QStringList{"swap"} << int(OutcomeKind::Done) << QStringLiteral("web") << all;
}

void TestHistoryModel::filters()
{
    QFETCH(QStringList, verbs);
    QFETCH(int, outcome);
    QFETCH(QString, text);
    HistoryModel model;
    HistoryFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    model.setEntries(entries(), noon);
    filter.setVerbs(verbs);
    filter.setOutcome(outcome == -2 ? std::nullopt : std::optional<int>(outcome));
    filter.setText(text);
    QTEST(idsOf(filter), "found");
    QCOMPARE(filter.isOn(), !verbs.isEmpty() || outcome != -2 || !text.isEmpty());
}

void TestHistoryModel::sortsByWhatATextStandsFor()
{
    HistoryModel model;
    HistoryFilter filter;
    filter.setSourceModel(&model);
    model.setEntries(entries(), noon);
    filter.sort(HistoryModel::Took, Qt::AscendingOrder); // not "1 min 15 s" before "9 s"
    QCOMPARE(idsOf(filter), (QStringList{"o4", "o2", "o3", "o1"}));
    filter.sort(HistoryModel::Began, Qt::AscendingOrder);
    QCOMPARE(idsOf(filter), (QStringList{"o1", "o2", "o3", "o4"}));
    filter.sort(HistoryModel::What, Qt::DescendingOrder); // equal titles by when they began
    QCOMPARE(idsOf(filter), (QStringList{"o1", "o4", "o3", "o2"}));
}

void TestHistoryModel::aShorterListingKeepsWhatIsKnown()
{
    const QList<HistoryEntry> known = entries();
    QList<HistoryEntry> listed{entry("o5", "scan", "", "done", 500, 3), known.first()};
    listed.last().outcome = QStringLiteral("done");
    const QList<HistoryEntry> merged = mergedHistory(known, listed);
    QStringList ids;
    for (const HistoryEntry& one : merged)
        ids << one.operation;
    QCOMPARE(ids, (QStringList{"o5", "o4", "o3", "o2", "o1"}));
    QCOMPARE(merged.at(1).outcome, QStringLiteral("done"));
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_history_model.moc"
