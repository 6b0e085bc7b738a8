// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/items/fleet_rows.h"
#include "tests/ui/shell/shop_stage.h"
#include "ui/shell/editing/blueprint_file.h"
#include "ui/shell/editing/new_blueprint.h"
#include "ui/shell/frame/availability.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>

using namespace snowmelt;

/// The window by real clicks over a scripted port: what is open, and how it is left.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void startsEmptyAndOpensTheLab();
    void aBadBlueprintShowsItsPlacesAndCanBeReadAgain();
    void anUnreadableFileIsSaid();
    void aNewBlueprintIsOneWithoutParts_data();
    void aNewBlueprintIsOneWithoutParts();
    void newWritesAFileAndOpensIt();
    void newReplacesNothing();
    void copiesAreAllOrNone();
    void newSaysWhatCannotBeWritten();
    void openingWatchesAndReads();
    void historyShowsHowItEnded();
    void aFleetThatIsDownOffersToComeUp();
    void theCardHasRoomForItsWords();
    void disabledActionsSayWhy();
    void findSelectsANode();
    void closingWhenIdleClosesAndStopsWatching();
    void aLookThatEndedIsSaid();

private:
    std::unique_ptr<ShopStage> m_stage;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestMainWindow::init()
{
    m_stage = std::make_unique<ShopStage>();
}

void TestMainWindow::cleanup()
{
    m_stage.reset();
}

void TestMainWindow::startsEmptyAndOpensTheLab()
{
    m_stage->show();
    QVERIFY(m_stage->find("startPage"));
    QVERIFY(!m_stage->find("fleetTree"));
    m_stage->click("tryLab");
    QVERIFY(!m_stage->find("startPage"));
    QVERIFY(m_stage->find("fleetTree"));
    QCOMPARE(m_stage->window->windowTitle(), QStringLiteral("shop[*] — Snowmelt"));
    const QString canonical = QFileInfo(m_stage->path()).canonicalFilePath();
    QCOMPARE(Settings::recentBlueprints(), QStringList{canonical});
}

void TestMainWindow::aBadBlueprintShowsItsPlacesAndCanBeReadAgain()
{
    m_stage->show();
    m_stage->write("snowmelt: 1\nname: shop\nplatform: {kind: simulation}\ngrups: {}\n");
    m_stage->window->openBlueprint(m_stage->path());
    auto* list = m_stage->find<QListWidget>("problemList");
    QVERIFY(list);
    QVERIFY(list->count() >= 1);
    bool placed = false;
    for (int i = 0; i < list->count(); ++i)
        placed = placed || list->item(i)->text().startsWith(QStringLiteral("shop.yaml:4:1: "));
    QVERIFY(placed);
    QVERIFY(list->item(list->count() - 1)->text().endsWith(QStringLiteral("; did you mean “groups”?")));
    QTRY_VERIFY(list->height() < m_stage->window->height() / 2); // as high as its rows
    QTRY_VERIFY(list->visualItemRect(list->item(list->count() - 1)).bottom() <= list->viewport()->height());
    QVERIFY(m_stage->operations.lastOf<WatchIntent>().isEmpty());
    m_stage->write(WindowStage::goodText());
    m_stage->click("readAgain");
    QVERIFY(m_stage->find("fleetTree"));
}

void TestMainWindow::anUnreadableFileIsSaid()
{
    m_stage->show();
    m_stage->window->openBlueprint(QStringLiteral("/nowhere/shop.yaml"));
    QVERIFY(m_stage->text("problemsTitle").contains(QStringLiteral("/nowhere/shop.yaml")));
}

void TestMainWindow::aNewBlueprintIsOneWithoutParts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("/x/shop.yaml") << QStringLiteral("shop");
    QTest::newRow("what no name has") << QStringLiteral("/x/2. My Shop (new).v2.yaml")
                                      << QStringLiteral("my-shop-new-v2");
    QTest::newRow("Hangul") << QStringLiteral("/x/가게.yaml") << QStringLiteral("fleet");
    QTest::newRow("long") << QString(QStringLiteral("/x/") + QString(200, u'a') + QStringLiteral(".yaml"))
                          << QString(31, u'a');
}

void TestMainWindow::aNewBlueprintIsOneWithoutParts()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    const NewFleet fleet = newFleet(file, nullptr);
    const Parsed<Blueprint> parsed = parseBlueprint(fleet.text, file);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value.name, name);
    QVERIFY(!parsed.value.hasParts());
    QVERIFY(fleet.copies.isEmpty());
}

/// With the lab's images, and the files their recipes need: what the new blueprint names is there.
void TestMainWindow::newWritesAFileAndOpensIt()
{
    m_stage->show();
    m_stage->writeLab();
    m_stage->click("newBlueprint");
    auto* chooser = m_stage->find<QFileDialog>("newBlueprintChooser");
    QVERIFY(chooser);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.yaml"));
    Q_EMIT chooser->fileSelected(path);
    QTRY_VERIFY(m_stage->find("fleetTree"));
    QCOMPARE(m_stage->window->windowTitle(), QStringLiteral("mine[*] — Snowmelt"));
    const Parsed<Blueprint> made = parseBlueprint(readBlueprintFile(path).value_or(QByteArray()), path);
    QVERIFY(made.ok());
    QVERIFY(!made.value.hasParts());
    QCOMPARE(made.value.images.size(), 6);
    for (const ImageSource& image : made.value.images)
        QVERIFY2(QFileInfo::exists(folder.filePath(image.recipe)), qPrintable(image.recipe));
    QVERIFY(!m_stage->action("actionUp")->isEnabled());
    QVERIFY(!m_stage->find("notRunning"));
    QVERIFY(m_stage->action("actionAddGroup")->isEnabled());
}

/// Files of somebody else's in the way are left alone, and so is a blueprint.
void TestMainWindow::newReplacesNothing()
{
    m_stage->writeLab();
    m_stage->show();
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("recipes")));
    QFile theirs(folder.filePath(QStringLiteral("recipes/os.yaml")));
    QVERIFY(theirs.open(QIODevice::WriteOnly) && theirs.write("theirs") == 6);
    theirs.close();
    const Parsed<Blueprint> lab = parseBlueprint(WindowStage::goodText(), m_stage->path());
    QVERIFY(newFleet(folder.filePath(QStringLiteral("mine.yaml")), &lab.value).copies.isEmpty());
    m_stage->action("actionNew")->trigger();
    Q_EMIT m_stage->find<QFileDialog>("newBlueprintChooser")->fileSelected(m_stage->path());
    QTRY_VERIFY(m_stage->find("fleetTree"));
    QCOMPARE(m_stage->window->windowTitle(), QStringLiteral("shop[*] — Snowmelt"));
    QCOMPARE(readBlueprintFile(m_stage->path()).value_or(QByteArray()), WindowStage::goodText());
}

void TestMainWindow::copiesAreAllOrNone()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral("a/first"));
    QVERIFY(!makeCopies(
        {{m_stage->path(), first}, {QStringLiteral("/nowhere/x"), folder.filePath(QStringLiteral("a/b/second"))}}));
    QVERIFY(QDir(folder.path()).isEmpty()); // its folders are gone as well
    QVERIFY(makeCopies({{m_stage->path(), first}}));
    QVERIFY(!makeCopies({{m_stage->path(), first}})); // it is there
    QVERIFY(QFileInfo::exists(first));
}

void TestMainWindow::newSaysWhatCannotBeWritten()
{
    m_stage->writeLab();
    m_stage->show();
    m_stage->click("newBlueprint");
    Q_EMIT m_stage->find<QFileDialog>("newBlueprintChooser")->fileSelected(QStringLiteral("/nowhere/x.yaml"));
    QTRY_VERIFY(m_stage->find("notice"));
    QVERIFY(!QFileInfo::exists(QStringLiteral("/nowhere")));
    QVERIFY(m_stage->text("noticeText").contains(QStringLiteral("/nowhere/x.yaml cannot be written")));
    QVERIFY(m_stage->find("startPage"));
}

void TestMainWindow::openingWatchesAndReads()
{
    m_stage->openUp();
    QVERIFY(!m_stage->operations.lastOf<WatchIntent>().isEmpty());
    QVERIFY(!m_stage->operations.lastOf<ImagesIntent>().isEmpty());
    QVERIFY(!m_stage->operations.lastOf<HistoryIntent>().isEmpty());
    const QModelIndex web2 = WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2"));
    QVERIFY(web2.isValid());
    WindowHand::clickRow(m_stage->tree(), web2);
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-2"));
    QVERIFY(m_stage->text("inspectorState").contains(QStringLiteral("healthy")));
}

void TestMainWindow::historyShowsHowItEnded()
{
    m_stage->openUp();
    const auto isRed = [&](const char* operation) {
        const QModelIndex entry = WindowHand::row(m_stage->tree(), IdRole, QString::fromLatin1(operation));
        m_stage->tree()->scrollTo(entry);
        const QImage picture = m_stage->tree()->viewport()->grab(m_stage->tree()->visualRect(entry)).toImage();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y) == Theme::light().red)
                    return true;
        return false;
    };
    QTRY_VERIFY(isRed("h2")); // failed
    QVERIFY(!isRed("h1"));
}

void TestMainWindow::aFleetThatIsDownOffersToComeUp()
{
    FleetState down;
    down.name = QStringLiteral("shop");
    m_stage->openUp(down);
    QVERIFY(m_stage->find("notRunning"));
    m_stage->click("bringUp");
    m_stage->click("confirm");
    QVERIFY(!m_stage->operations.lastOf<UpIntent>().isEmpty());
    QTRY_VERIFY(!m_stage->find("bringUp"));
    m_stage->watch(sample::fleet({"web-1"}));
    QVERIFY(m_stage->find("notRunning")); // the first node is not the end of coming up
    m_stage->watch(sample::fleet());
    m_stage->operations.finish(m_stage->operations.lastOf<UpIntent>());
    QVERIFY(!m_stage->find("notRunning"));
}

void TestMainWindow::theCardHasRoomForItsWords()
{
    FleetState down;
    down.name = QStringLiteral("shop");
    for (const Language language : {Language::English, Language::Korean}) {
        Settings::setLanguage(language);
        m_stage->openUp(down);
        QWidget* card = m_stage->find("notRunning");
        QVERIFY(card);
        QTest::qWait(0);
        const auto labels = card->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        QVERIFY(card->rect().contains(card->childrenRect()));
    }
}

void TestMainWindow::disabledActionsSayWhy()
{
    m_stage->show();
    for (QAction* action : m_stage->window->findChildren<QAction*>()) {
        if (action->objectName().startsWith(QStringLiteral("action")) && !action->isEnabled())
            QVERIFY2(action->toolTip().startsWith(QStringLiteral("Open a blueprint first.")),
                     qPrintable(action->objectName()));
    }
    QVERIFY(!m_stage->action("actionScan")->isEnabled());
}

void TestMainWindow::findSelectsANode()
{
    m_stage->openUp();
    m_stage->scanWeb2();
    m_stage->action("actionFind")->trigger();
    auto* field = m_stage->find<QLineEdit>("findField");
    QTest::keyClicks(field, QStringLiteral("web-3"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-3"));
    field->clear();
    QTest::keyClicks(field, QStringLiteral("openjdk"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-2"));
}

void TestMainWindow::closingWhenIdleClosesAndStopsWatching()
{
    m_stage->openUp();
    const OperationId watch = m_stage->operations.lastOf<WatchIntent>();
    QVERIFY(m_stage->window->close());
    m_stage->window.reset();
    QVERIFY(m_stage->operations.cancelled.contains(watch));
}

void TestMainWindow::aLookThatEndedIsSaid()
{
    m_stage->openUp();
    QVERIFY(!m_stage->find("liveStrip"));
    const OperationId watch = m_stage->operations.lastOf<WatchIntent>();
    m_stage->operations.finish(watch, OutcomeKind::Failed, Safety::Unchanged,
                               Error{ErrorCode::PlatformUnavailable, {"podman"}, {}});
    QVERIFY(m_stage->find("liveStrip"));
    m_stage->click("lookAgain");
    QVERIFY(!m_stage->find("liveStrip"));
    QVERIFY(m_stage->operations.lastOf<WatchIntent>() != watch);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
