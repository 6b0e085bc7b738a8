// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/orphan_model.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/history_stage.h"

#include <QCheckBox>
#include <QStyleOption>

using namespace snowmelt;

/// What nothing refers to, listed and removed.
class TestOrphans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void orphansAreChosenAskedForAndRemoved();
    void noOrphansIsAnAnswer();
    void theFocusOfABoxLeavesItsWordsAlone();
    void pictures_data();
    void pictures();
};

void TestOrphans::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestOrphans::orphansAreChosenAskedForAndRemoved()
{
    HistoryStage stage;
    stage.openOrphans(past::orphans());
    QTRY_VERIFY(stage.find<QTreeView>("orphansList"));
    auto* list = stage.find<QTreeView>("orphansList");
    QCOMPARE(list->model()->rowCount(), 3);
    QVERIFY(!stage.find("orphansRemove")->isEnabled());
    for (const int row : {0, 2}) {
        list->setCurrentIndex(list->model()->index(row, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
    }
    stage.click("orphansRemove");
    QTRY_VERIFY(stage.find<QDialog>("orphansDialog"));
    QVERIFY(stage.text("confirmWarning").contains(QStringLiteral("lost for good")));
    stage.click("confirm");
    const auto removal = [&stage] {
        return stage.operations.intent<OrphansIntent>(stage.operations.lastOf<OrphansIntent>()).remove;
    };
    QTRY_COMPARE(removal(), (QStringList{"web-5", "shop-cache-data"}));
    // One is in use by now, the other is gone.
    const OperationId id = stage.operations.lastOf<OrphansIntent>();
    const Error error{ErrorCode::NotAnOrphan, {QStringLiteral("web-5")}, {}};
    stage.operations.say(id, OrphansSeen{past::orphans().mid(0, 2)});
    stage.operations.finish(id, OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->isColumnHidden(OrphanModel::Size)); // nobody knows one
    QCOMPARE(list->model()->index(0, 0).data(DetailRole).toString(), sentence(error).what);
    QVERIFY(stage.text("recordRemark").contains(sentence(error).what));
    // Where it has no room beside the rest it takes another line: nothing of it is left out.
    const auto height = [list](int row) {
        return list->visualRect(list->model()->index(row, OrphanModel::Why)).height();
    };
    stage.find("orphansWindow")->resize(760, 520);
    QTRY_VERIFY(height(0) > height(1));
    stage.find("orphansWindow")->resize(1400, 520);
    QTRY_COMPARE(height(0), height(1));
    // All of them by one click.
    stage.click("orphansAll");
    QTRY_VERIFY(stage.find("orphansRemove")->isEnabled());
    QCOMPARE(list->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestOrphans::noOrphansIsAnAnswer()
{
    HistoryStage stage;
    stage.openOrphans({});
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("No orphans"));
    stage.click("orphansAgain");
    stage.operations.finish(stage.operations.lastOf<OrphansIntent>(), OutcomeKind::Failed, Safety::Unchanged,
                            Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, {}});
    QTRY_VERIFY(!stage.text("recordRemark").isEmpty());
}

void TestOrphans::theFocusOfABoxLeavesItsWordsAlone()
{
    HistoryStage stage;
    stage.openOrphans(past::orphans());
    QTRY_VERIFY(stage.find<QCheckBox>("orphansAll"));
    const auto* box = stage.find<QCheckBox>("orphansAll");
    QStyleOptionButton option;
    option.initFrom(box);
    option.text = box->text();
    const QStyle* style = box->style();
    const QRect ring = style->subElementRect(QStyle::SE_CheckBoxFocusRect, &option, box);
    const QRect words =
        style->itemTextRect(box->fontMetrics(), style->subElementRect(QStyle::SE_CheckBoxContents, &option, box),
                            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, true, box->text());
    constexpr int line = 2; // that the ring is drawn with
    QVERIFY(box->rect().contains(ring));
    QVERIFY(words.left() - ring.left() > line);
    QVERIFY(ring.right() - words.right() > line);
}

void TestOrphans::pictures_data()
{
    addLooks();
}

void TestOrphans::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    HistoryStage stage;
    wearLook(appearance, language);
    stage.openOrphans(past::orphans());
    QTRY_VERIFY(stage.find<QTreeView>("orphansList"));
    stage.click("orphansAll");
    camera.shoot(stage.find("orphansWindow"), "orphans");
    stage.click("orphansRemove");
    QTRY_VERIFY(stage.find<QDialog>("orphansDialog"));
    camera.shoot(stage.find("orphansDialog"), "orphans-dialog");
    stage.click("confirm");
    const OperationId id = stage.operations.lastOf<OrphansIntent>();
    stage.operations.say(id, OrphansSeen{past::orphans().mid(0, 1)});
    stage.operations.finish(id, OutcomeKind::Failed, Safety::Unchanged,
                            Error{ErrorCode::NotAnOrphan, {QStringLiteral("web-5")}, {}});
    camera.shoot(stage.find("orphansWindow"), "orphans-trouble");
    delete stage.find("orphansWindow");
    stage.chooseInMenu("actionOrphans");
    const OperationId empty = stage.operations.lastOf<OrphansIntent>();
    stage.operations.say(empty, OrphansSeen{});
    stage.operations.finish(empty, OutcomeKind::Done, Safety::Unchanged);
    camera.shoot(stage.find("orphansWindow"), "orphans-none");
}

QTEST_MAIN(TestOrphans)
#include "tst_orphans.moc"
