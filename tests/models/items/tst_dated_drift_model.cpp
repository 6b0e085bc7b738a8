// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dated_drift_model.h"

#include "models/domain/drift/compare_looks.h"
#include "models/items/drift_rows.h"
#include "models/wording/drift_history_wording.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace snowmelt;

namespace {

QDateTime hour(int number)
{
    return QDateTime(QDate(2026, 11, 3), QTime(number, 0), Qt::LocalTime).toUTC();
}

DatedDifference dated(const QString& node, const QByteArray& path, int first, int gone = -1)
{
    DatedDifference one;
    one.node = node;
    one.group = u"web"_qs;
    one.difference = {
        DriftSection::Files, DifferenceKind::Changed, path, {{u"mode"_qs, u"0644"_qs, u"0600"_qs}}, {}, {}};
    one.firstSeen = hour(first);
    one.lastSeen = hour(12);
    one.goneAt = gone < 0 ? QDateTime() : hour(gone);
    return one;
}

} // namespace

/// Differences over time, and the counts they make.
class TestDatedDriftModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsSaySinceWhenAndWhy()
    {
        DatedDriftModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DatedDifference one = dated(u"web-1"_qs, "/etc/motd", 3);
        one.absentAt = hour(1);
        one.causes = {
            {LikelyCauseKind::CommandRun, u"mina"_qs, {{EvidenceKind::SudoLog, hour(2), u"vi /etc/motd"_qs}}, {0}}};
        model.setDifferences({one, dated(u"web-2"_qs, "/etc/motd", 3, 5)});
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, DatedDriftModel::What), u"Files /etc/motd"_qs);
        QCOMPARE(text(0, DatedDriftModel::Since), u"between 2026-11-03 01:00 and 2026-11-03 03:00"_qs);
        QCOMPARE(text(0, DatedDriftModel::LastSeen), u"2026-11-03 12:00"_qs);
        QCOMPARE(text(0, DatedDriftModel::Gone), u"still there"_qs);
        QCOMPARE(text(0, DatedDriftModel::Cause),
                 u"likely: vi /etc/motd by mina, 2026-11-03 02:00 (inferred from sudo’s log)"_qs);
        QCOMPARE(text(1, DatedDriftModel::Since), u"2026-11-03 03:00 or before"_qs);
        QCOMPARE(text(1, DatedDriftModel::Gone), u"gone 2026-11-03 05:00"_qs);
        QCOMPARE(model.index(0, 0).data(PartRole).toString(), u"web-1"_qs);
        QVERIFY(model.index(0, 0).data(DetailRole).toString().contains(u"sudo’s log, 2026-11-03 02:00"_qs));
        model.setDifferences({});
        QCOMPARE(model.rowCount(), 0);
    }
    void oneThatCameTwiceHasTwoRows()
    {
        DatedDriftModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDifferences({dated(u"web-1"_qs, "/etc/motd", 7), dated(u"web-1"_qs, "/etc/motd", 3, 5)});
        QCOMPARE(model.rowCount(), 2);
    }
    void isFilteredAndSortedByTime()
    {
        DatedDriftModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDifferences(
            {dated(u"web-1"_qs, "/a", 10), dated(u"web-2"_qs, "/b", 3), dated(u"web-2"_qs, "/c", 4, 5)});
        const auto text = [&model](int row) { return model.index(row, 0).data().toString(); };
        model.sort(DatedDriftModel::Since, Qt::AscendingOrder);
        QCOMPARE(text(0), u"Files /b"_qs);
        QCOMPARE(text(2), u"Files /a"_qs);
        model.sort(DatedDriftModel::Since, Qt::DescendingOrder);
        QCOMPARE(text(0), u"Files /a"_qs);
        model.sort(DatedDriftModel::Gone, Qt::DescendingOrder);
        QCOMPARE(text(0), u"Files /c"_qs);
        model.sort(DatedDriftModel::Node, Qt::DescendingOrder);
        QCOMPARE(text(2), u"Files /a"_qs);
        model.sort(DatedDriftModel::What, Qt::AscendingOrder);
        QCOMPARE(text(1), u"Files /b"_qs);
        model.setFilter({{}, {}, DatedDriftModel::State::Standing});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.allRows(), 3);
        model.setFilter({{}, u"web-2"_qs, DatedDriftModel::State::Standing});
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({{}, u"web-2"_qs});
        QCOMPARE(model.rowCount(), 2);
        model.setFilter({u"db"_qs, u"web-2"_qs});
        QCOMPARE(model.rowCount(), 0);
    }
    void likelyCausesAreBelowTheDifferencesOfANode()
    {
        DriftReport report;
        report.node = u"web-1"_qs;
        report.baselineAt = hour(1);
        report.scannedAt = hour(4);
        report.differences = {dated(u"web-1"_qs, "/etc/motd", 3).difference};
        report.causes = {
            {LikelyCauseKind::CommandRun, u"mina"_qs, {{EvidenceKind::SudoLog, hour(2), u"vi /etc/motd"_qs}}, {0}}};
        const QList<TreeRow> rows = driftRows(report);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).roles.value(KindRole).toInt(), int(DriftRow::CausesTitle));
        const TreeRow cause = rows.at(1).children.value(0);
        QCOMPARE(cause.texts.value(0), likelyText(report.causes.first()));
        QCOMPARE(cause.children.value(0).texts.value(0), u"sudo’s log, 2026-11-03 02:00: vi /etc/motd"_qs);
        QCOMPARE(cause.children.value(1).texts.value(0), u"/etc/motd"_qs);
        QVERIFY(driftText(report).contains(u"compared with the look of 2026-11-03 01:00"_qs));
    }
    void theFirstLookIsNotListedSectionBySection()
    {
        FactSheet sheet;
        sheet.tables.insert(DriftSection::Files, {});
        sheet.tables.insert(DriftSection::Users, {});
        QVERIFY(driftRows(firstLook(sheet)).isEmpty());
    }
    void countsAreNewestFirst()
    {
        DriftCountModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCounts({{u"web"_qs, hour(1), 3, 1, 2, 4, 0}, {u"web"_qs, hour(2), 3, 2, 5, 0, 1}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, DriftCountModel::When).data().toString(), u"2026-11-03 02:00"_qs);
        QCOMPARE(model.index(0, DriftCountModel::Differing).data().toString(), u"2 of 3"_qs);
        QCOMPARE(model.index(1, DriftCountModel::Hidden).data().toString(), u"4"_qs);
        QCOMPARE(model.index(0, DriftCountModel::Incomplete).data().toString(), u"1"_qs);
    }
};

QTEST_GUILESS_MAIN(TestDatedDriftModel)
#include "tst_dated_drift_model.moc"
