// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/items/dated_drift_model.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/history_stage.h"

#include <QComboBox>
#include <QTabBar>
#include <QTabWidget>

using namespace snowmelt;

namespace {

QDateTime daysAgo(int days)
{
    return QDateTime(QDate(2026, 11, 20), QTime(3, 0), Qt::UTC).addDays(-days);
}

DatedDifference dated(const QString& node, const QByteArray& path, int absent, int first, int gone = -1)
{
    DatedDifference one;
    one.node = node;
    one.group = node.section(u'-', 0, 0);
    one.difference = {DriftSection::Files, DifferenceKind::Changed, path, {{u"content"_qs, u"a"_qs, u"b"_qs}}, {}, {}};
    one.absentAt = daysAgo(absent);
    one.firstSeen = daysAgo(first);
    one.lastSeen = daysAgo(gone < 0 ? 0 : gone + 1);
    one.goneAt = gone < 0 ? QDateTime() : daysAgo(gone);
    return one;
}

LikelyCause upgrade()
{
    return {LikelyCauseKind::PackageRun,
            u"mina"_qs,
            {{EvidenceKind::AptLog, daysAgo(6), u"apt-get upgrade"_qs},
             {EvidenceKind::PackageTime, daysAgo(6), u"nginx"_qs}},
            {0}};
}

DriftHistory someHistory()
{
    DriftHistory history;
    history.differences = {dated(u"web-2"_qs, "/etc/ssh/sshd_config", 3, 2), dated(u"web-1"_qs, "/etc/motd", 9, 8),
                           dated(u"web-1"_qs, "/usr/sbin/nginx", 7, 6), dated(u"db-1"_qs, "/etc/hosts.allow", 5, 4),
                           dated(u"web-3"_qs, "/etc/issue", 12, 11, 5)};
    history.differences[2].causes = {upgrade()};
    const QList<int> differences{0, 1, 2, 14, 15, 12, 12, 4, 3, 3};
    for (int i = 0; i < differences.size(); ++i)
        history.counts.append({u"web"_qs, daysAgo(11 - i), 3, std::min(3, differences[i]), differences[i],
                               i == 4 ? 2 : 0, i == 5 ? 1 : 0});
    history.counts.prepend({u"db"_qs, daysAgo(4), 1, 1, 1, 0, 0});
    return history;
}

class Stage : public HistoryStage
{
public:
    OperationId reading() { return operations.lastOf<DriftHistoryIntent>(); }
    void openDriftHistory(const DriftHistory& history)
    {
        openUp();
        chooseInMenu("actionDriftHistory");
        QTRY_VERIFY(find("driftHistoryWindow"));
        answerWith(history);
    }
    void answerWith(const DriftHistory& history)
    {
        QVERIFY(operations.intent<DriftHistoryIntent>(reading()).gone);
        const OperationId id = reading();
        operations.say(id, DriftHistoryRead{history});
        operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
    }
    FleetDocument* document() const { return window->findChild<FleetDocument*>(); }
    QTreeView* list() { return find<QTreeView>("driftHistoryList"); }
    int rows() { return list()->model()->rowCount(); }
    void pick(const char* box, const QString& text)
    {
        auto* combo = find<QComboBox>(box);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentText() != text; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), text);
    }
};

} // namespace

/// What scans found over time.
class TestDriftHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void listsTheGroupWithItsNumbers();
    void isFilteredByGroupNodeAndState();
    void aDoubleClickSelectsTheNode();
    void fromTheInspectorItIsOfThatNode();
    void withoutScansItSaysWhatToDo();
    void whatCannotBeReadSaysWhy();
    void pictures_data();
    void pictures();
};

void TestDriftHistory::listsTheGroupWithItsNumbers()
{
    Stage stage;
    stage.openDriftHistory(someHistory());
    stage.pick("driftHistoryGroups", u"web"_qs);
    QCOMPARE(stage.rows(), 3);
    const auto* numbers = stage.find<QTreeView>("driftHistoryCounts")->model();
    QCOMPARE(numbers->rowCount(), 10);
    QCOMPARE(numbers->index(0, DriftCountModel::Differences).data().toString(), u"3"_qs); // newest first
    QCOMPARE(numbers->index(0, DriftCountModel::Differing).data().toString(), u"3 of 3"_qs);
    const QString spoken = stage.find("driftChart")->accessibleDescription();
    QVERIFY(spoken.contains(u"3 at last"_qs));
}

void TestDriftHistory::isFilteredByGroupNodeAndState()
{
    Stage stage;
    stage.openDriftHistory(someHistory());
    stage.pick("driftHistoryGroups", u"web"_qs);
    stage.pick("driftHistoryNodes", u"web-1"_qs);
    QCOMPARE(stage.rows(), 2);
    QCOMPARE(stage.text("recordRemark"), u"2 of 5 shown"_qs);
    stage.pick("driftHistoryNodes", u"Every node"_qs);
    stage.pick("driftHistoryStates", u"Gone"_qs);
    QCOMPARE(stage.rows(), 1);
    stage.pick("driftHistoryStates", u"Still there and gone"_qs);
    QCOMPARE(stage.rows(), 4);
    stage.pick("driftHistoryGroups", u"db"_qs);
    QCOMPARE(stage.rows(), 1);
}

void TestDriftHistory::aDoubleClickSelectsTheNode()
{
    Stage stage;
    stage.openDriftHistory(someHistory());
    stage.pick("driftHistoryGroups", u"web"_qs);
    const QModelIndex row = stage.row(stage.list(), PartRole, u"web-2"_qs);
    const QPoint place = stage.list()->visualRect(row).center();
    QTest::mouseClick(stage.list()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(stage.list()->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(stage.document()->selection(), u"web-2"_qs);
}

void TestDriftHistory::fromTheInspectorItIsOfThatNode()
{
    Stage stage;
    stage.openUp();
    DriftReport report;
    report.node = u"web-1"_qs;
    report.scannedAt = QDateTime::currentDateTimeUtc();
    report.baselineAt = QDateTime(QDate(2026, 11, 3), QTime(14, 2), Qt::LocalTime).toUTC();
    report.differences = {dated(u"web-1"_qs, "/etc/motd", 9, 8).difference};
    report.causes = {upgrade()};
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), NodeScanned{report});
    stage.document()->setSelection(u"web-1"_qs);
    QTRY_VERIFY(stage.find<QTabWidget>("inspectorTabs"));
    auto* tabs = stage.find<QTabWidget>("inspectorTabs")->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QTRY_VERIFY(stage.find("driftOverTime"));
    QCOMPARE(stage.text("driftAgainst"), u"compared with the look of 2026-11-03 14:02"_qs);
    const Camera camera(u"light"_qs);
    camera.shoot(stage.window.get(), "drift-of-a-node");
    stage.click("driftOverTime");
    QTRY_VERIFY(stage.find("driftHistoryWindow"));
    stage.answerWith(someHistory());
    QCOMPARE(stage.find<QComboBox>("driftHistoryGroups")->currentText(), u"web"_qs);
    QCOMPARE(stage.find<QComboBox>("driftHistoryNodes")->currentText(), u"web-1"_qs);
    QCOMPARE(stage.rows(), 2);
}

void TestDriftHistory::withoutScansItSaysWhatToDo()
{
    Stage stage;
    stage.openDriftHistory({});
    QTRY_COMPARE(stage.text("emptyTitle"), u"No scan has been kept yet"_qs);
    QVERIFY(!stage.find("driftHistoryGroups")->isEnabled());
    stage.click("driftHistoryAgain");
    stage.answerWith(someHistory());
    QTRY_VERIFY(stage.list()->isVisible());
}

void TestDriftHistory::whatCannotBeReadSaysWhy()
{
    Stage stage;
    stage.openUp();
    stage.chooseInMenu("actionDriftHistory");
    QTRY_VERIFY(stage.find("driftHistoryWindow"));
    const Error error{ErrorCode::StoreNewer, {u"/home/drift.sqlite"_qs}, {}};
    stage.operations.finish(stage.reading(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), u"Drift over time cannot be read"_qs);
    QVERIFY(stage.text("recordRemark").contains(sentence(error).what));
}

void TestDriftHistory::pictures_data()
{
    addLooks();
}

void TestDriftHistory::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    Stage stage;
    wearLook(appearance, language);
    stage.openDriftHistory(someHistory());
    auto* groups = stage.find<QComboBox>("driftHistoryGroups");
    groups->setCurrentText(u"web"_qs);
    auto* states = stage.find<QComboBox>("driftHistoryStates");
    states->setCurrentIndex(2);
    camera.shoot(stage.find("driftHistoryWindow"), "drift-history");
    stage.click("driftHistoryAgain");
    stage.answerWith({});
    camera.shoot(stage.find("driftHistoryWindow"), "drift-history-empty");
}

QTEST_MAIN(TestDriftHistory)
#include "tst_drift_history.moc"
