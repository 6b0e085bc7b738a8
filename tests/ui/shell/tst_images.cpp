// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineage_model.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/images_stage.h"
#include "tests/ui/shell/pictured_looks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

using namespace snowmelt;

/// The images of a fleet: who is born from what, and what differs between two of them.
class TestImages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void imagesStandBelowTheirParent();
    void twoAreCompared();
    void theOtherWayRound();
    void byKeyboardAlone();
    void searchAndCopy();
    void whatIsMissingIsSaid();
    void buildIsAskedFor();
    void aFailureCanBeTriedAgain();
    void nothingDiffers();
    void aLateAnswerIsNobodys();
    void widthsAreRemembered();
    void pictures_data();
    void pictures();
};

void TestImages::imagesStandBelowTheirParent()
{
    ImagesStage stage;
    stage.openImages();
    QCOMPARE(stage.indexOf("shop@1.1.0").parent(), stage.indexOf("foundation/web@1"));
    QCOMPARE(stage.indexOf("foundation/web@1").parent(), stage.indexOf("os/debian-12@12.1"));
    QVERIFY(stage.lineage()->isExpanded(stage.indexOf("os/debian-12@12.1")));
    QCOMPARE(stage.indexOf("shop@1.0.0").siblingAtColumn(LineageModel::Nodes).data().toString(),
             u"web-1, web-2, web-3"_qs);
    QCOMPARE(stage.text("emptyTitle"), u"Compare two images"_qs);
}

void TestImages::twoAreCompared()
{
    ImagesStage stage;
    stage.openImages();
    const OperationId id = stage.chooseShops();
    QVERIFY(!id.isEmpty());
    const auto intent = stage.operations.intent<ImageDiffIntent>(id);
    QCOMPARE(intent.from, stage.operations.images[4].digest.text());
    QCOMPARE(intent.to, stage.operations.images[5].digest.text());
    QVERIFY(stage.text("emptyTitle").startsWith(u"Comparing shop 1.0.0"_qs));
    stage.answer(shopDiff());
    QTRY_VERIFY(stage.differences());
    QCOMPARE(stage.text("imageComparisonTitle"), u"shop 1.0.0 → shop 1.1.0"_qs);
    QVERIFY(stage.text("imageComparisonAbout").startsWith(u"51 differences"_qs));
    const QAbstractItemModel* model = stage.differences()->model();
    QCOMPARE(model->rowCount(), 7); // six parts, and who changed the recipe
    QVERIFY(stage.differences()->isExpanded(model->index(0, 0)));
    const QModelIndex brought = model->index(2, 0, model->index(1, 0));
    QCOMPARE(brought.data().toString(), u"40 files of packages that differ"_qs);
    QVERIFY(!stage.differences()->isExpanded(brought));
    // The list of images is read again while one looks at it: nothing is asked twice.
    stage.tell(u"images"_qs, ImagesListed{stage.operations.images});
    QCOMPARE(stage.operations.lastOf<ImageDiffIntent>(), id);
}

void TestImages::theOtherWayRound()
{
    ImagesStage stage;
    stage.openImages();
    const OperationId first = stage.chooseShops();
    stage.answer(shopDiff());
    stage.click("imageComparisonSwap");
    const OperationId second = stage.operations.lastOf<ImageDiffIntent>();
    QVERIFY(second != first);
    QCOMPARE(stage.operations.intent<ImageDiffIntent>(second).to, stage.operations.intent<ImageDiffIntent>(first).from);
}

void TestImages::byKeyboardAlone()
{
    ImagesStage stage;
    stage.openImages();
    QTRY_VERIFY(stage.lineage()->hasFocus());
    stage.lineage()->setCurrentIndex(stage.indexOf("shop@1.0.0"));
    QTest::keyClick(stage.lineage(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!stage.operations.lastOf<ImageDiffIntent>().isEmpty());
    stage.answer(shopDiff());
    QTRY_VERIFY(stage.differences());
    QTest::keyClick(stage.window, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(stage.find("imageComparisonFilter")->hasFocus());
    QTest::keyClick(stage.find("imageComparisonFilter"), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"imageComparisonTree"_qs);
    QTest::keyClick(stage.window, Qt::Key_Escape);
    QTRY_VERIFY(!stage.window);
}

void TestImages::searchAndCopy()
{
    ImagesStage stage;
    stage.openImages();
    stage.chooseShops();
    stage.answer(shopDiff());
    QTRY_VERIFY(stage.differences());
    QTest::keyClicks(stage.find("imageComparisonFilter"), u"zone-7"_qs);
    QCOMPARE(stage.text("imageComparisonShown"), u"1 of 51 shown"_qs);
    const QAbstractItemModel* model = stage.differences()->model();
    QVERIFY(stage.differences()->isExpanded(model->index(0, 0, model->index(0, 0)))); // what was found is in sight
    stage.click("imageComparisonCopy");
    QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"shop 1.0.0 → shop 1.1.0\n51 differences"_qs), qPrintable(copied));
    QVERIFY(copied.contains(u"/usr/share/zoneinfo/Zone-7\t+ added\t0644 root root 1000 B"_qs));
    stage.find<QLineEdit>("imageComparisonFilter")->clear();
    QCOMPARE(stage.text("imageComparisonShown"), QString());
    stage.clickRow(stage.differences(), model->index(0, 0, model->index(0, 0)));
    QTest::keyClick(stage.differences(), Qt::Key_C, Qt::ControlModifier);
    copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, u"libssl3:amd64\t▲ newer\t3.0.11-1~deb12u2 → 3.0.13-1~deb12u1"_qs);
}

void TestImages::whatIsMissingIsSaid()
{
    ImagesStage stage(false);
    stage.openImages();
    stage.choose("shop@1.0.0");
    QCOMPARE(stage.text("emptyTitle"), u"Compare two images"_qs);
    stage.choose("foundation/web@1", Qt::ControlModifier);
    stage.choose("foundation/haproxy@1", Qt::ControlModifier);
    QCOMPARE(stage.text("emptyTitle"), u"Two images can be compared at a time"_qs);
    stage.choose("shop@1.1.0");
    QCOMPARE(stage.text("emptyTitle"), u"shop 1.1.0 is not built yet"_qs);
    stage.click("emptyAction");
    QTRY_COMPARE(stage.asked, (QList{ImageRef{u"shop"_qs, u"1.1.0"_qs}}));
}

void TestImages::buildIsAskedFor()
{
    ImagesStage stage;
    stage.openImages();
    stage.choose("shop@1.1.0");
    stage.click("imagesBuild");
    stage.choose("foundation/web@1", Qt::ControlModifier);
    stage.click("imagesBuild"); // which of the two is a person's choice
    QCOMPARE(stage.asked, (QList{ImageRef{u"shop"_qs, u"1.1.0"_qs}, ImageRef()}));
}

void TestImages::aFailureCanBeTriedAgain()
{
    ImagesStage stage;
    stage.openImages();
    const OperationId id = stage.chooseShops();
    const Error error{ErrorCode::ImageCorrupt, {u"shop@1.0.0"_qs}, {}};
    stage.operations.finish(id, OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), u"They could not be compared"_qs);
    QVERIFY(stage.text("emptyText").contains(sentence(error).what));
    stage.click("emptyAction");
    QTRY_VERIFY(stage.operations.lastOf<ImageDiffIntent>() != id);
}

void TestImages::nothingDiffers()
{
    ImagesStage stage;
    stage.openImages();
    stage.chooseShops();
    ImageDiff diff = shopDiff();
    diff.differences.clear();
    stage.answer(diff);
    QTRY_COMPARE(stage.text("emptyTitle"), u"Nothing differs"_qs);
    stage.choose("shop@1.0.0");
    stage.chooseShops();
    diff.recipeKnownFrom = false;
    stage.answer(diff);
    QTRY_COMPARE(stage.text("emptyTitle"), u"Nothing differs in what is known"_qs);
    QVERIFY(stage.text("emptyText").contains(u"shop 1.0.0"_qs));
}

void TestImages::aLateAnswerIsNobodys()
{
    ImagesStage stage;
    stage.openImages();
    const OperationId first = stage.chooseShops();
    stage.choose("foundation/web@1");
    QVERIFY(stage.operations.cancelled.contains(first));
    stage.operations.say(first, ImagesCompared{shopDiff()});
    stage.operations.finish(first, OutcomeKind::Differences, Safety::Unchanged);
    QCOMPARE(stage.text("emptyTitle"), u"Compare two images"_qs);
}

void TestImages::widthsAreRemembered()
{
    ImagesStage stage;
    stage.openImages();
    stage.lineage()->setColumnWidth(0, 333);
    stage.window->resize(1000, 700);
    delete stage.window.data();
    stage.openAgain();
    QCOMPARE(stage.lineage()->columnWidth(0), 333);
    QCOMPARE(stage.window->size(), QSize(1000, 700));
}

void TestImages::pictures_data()
{
    picturedLooks();
}

void TestImages::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    ImagesStage stage;
    ImagesStage::wear(Appearance(appearance), Language(language));
    stage.operations.images[1].stale = true;
    stage.operations.images.append(
        {{u"shop"_qs, u"1.2.0"_qs}, {}, stage.operations.images[4].parent, Tier::Immutable, {}});
    stage.openImages();
    camera.shoot(stage.window, "images");
    stage.choose("shop@1.2.0");
    camera.shoot(stage.window, "images-not-built");
    stage.chooseShops();
    camera.shoot(stage.window, "images-comparing");
    ImageDiff diff = shopDiff();
    stage.answer(diff);
    camera.shoot(stage.window, "images-compared");
    stage.differences()->scrollToBottom();
    camera.shoot(stage.window, "images-recipe");
    stage.window->resize(760, 640);
    camera.shoot(stage.window, "images-narrow");
    stage.window->resize(1180, 800);
    QTest::keyClicks(stage.find("imageComparisonFilter"), u"tz"_qs);
    camera.shoot(stage.window, "images-searched");
    stage.click("imageComparisonSwap");
    diff.recipeKnownFrom = false;
    diff.trail = {RecipeTrailKind::NoRepository, {}, {}};
    stage.answer(diff);
    camera.shoot(stage.window, "images-unknown");
}

QTEST_MAIN(TestImages)
#include "tst_images.moc"
