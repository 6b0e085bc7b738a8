// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/recipe_stage.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace snowmelt;

/// Editing recipes by real clicks and keys, with real files.
class TestRecipes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_stage = std::make_unique<RecipeStage>(); }
    void cleanup() { m_stage.reset(); }
    void errorsWhileItIsTyped();
    void aProblemIsGoneTo();
    void aParentsProblemIsSaidWithItsFile();
    void savedWithItsMode();
    void typedTabsAreBlanks();
    void undoneAndRedone();
    void foundRoundAndRound();
    void whatIsInEffect();
    void theirsIsNotOverwrittenUnasked();
    void whatIsGoneIsWrittenAnew();
    void nobodyLeavesUnasked();
    void theMainWindowAsksAsWell();
    void anotherRecipeAsksFirst();
    void readOnlyFolderIsSaid();
    void whatIsNoTextIsNotTouched();
    void buildLeadsToTheRecipe();
    void itsSizeIsKept();
    void whatIsTypedStaysInSight();
    void pictures_data();
    void pictures();

private:
    std::unique_ptr<RecipeStage> m_stage;
};

void TestRecipes::errorsWhileItIsTyped()
{
    m_stage->edit();
    QCOMPARE(m_stage->editor()->toPlainText().toUtf8(), RecipeStage::shop());
    QCOMPARE(m_stage->text("recordRemark"), QStringLiteral("In order."));
    QVERIFY(!m_stage->problems());
    m_stage->type("\npakages: [a]\n");
    m_stage->waitForProblems(1);
    const QString said = m_stage->problems()->item(0)->text();
    QVERIFY2(said.startsWith(QStringLiteral("shop-1.1.0.yaml:17:1: unknown key “pakages”")) &&
                 said.contains(QStringLiteral("did you mean “packages”?")),
             qPrintable(said));
    QVERIFY(m_stage->text("recordRemark").startsWith(QStringLiteral("1 problem")));
    const auto marks = m_stage->editor()->extraSelections();
    QVERIFY(std::any_of(marks.begin(), marks.end(), [](const QTextEdit::ExtraSelection& mark) {
        return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
               mark.cursor.selectedText() == QStringLiteral("pakages: [a]");
    }));
    QVERIFY(m_stage->find<QAbstractButton>("saveRecipe")->isEnabled()); // work that is not done may be kept
    m_stage->pressOften(QKeySequence::Undo);
    m_stage->waitForProblems(0);
}

void TestRecipes::aProblemIsGoneTo()
{
    m_stage->put("shop-1.1.0", RecipeStage::shop() + "files2: 1\nlabels: {ä😀: x, team: [a]}\n");
    m_stage->edit();
    m_stage->waitForProblems(3);
    WindowHand::clickRow(m_stage->problems(), m_stage->problems()->model()->index(2, 0));
    const QTextCursor cursor = m_stage->editor()->textCursor();
    QCOMPARE(cursor.blockNumber() + 1, 17);
    QVERIFY2(cursor.block().text().mid(cursor.positionInBlock()).startsWith(QStringLiteral("[a]")),
             qPrintable(cursor.block().text().mid(cursor.positionInBlock())));
    QVERIFY(m_stage->editor()->hasFocus());
}

void TestRecipes::aParentsProblemIsSaidWithItsFile()
{
    m_stage->put("web", "snowmelt-recipe: 1\ntier: foundation\nparent: os/debian-13@1\n");
    m_stage->edit();
    m_stage->waitForProblems(1);
    QVERIFY(m_stage->problems()->item(0)->text().startsWith(QStringLiteral("web.yaml:3:9: ")));
    QVERIFY(QFile::remove(m_stage->recipe("web")));
    m_stage->type(" ");
    QTRY_COMPARE(m_stage->problems()->item(0)->text(),
                 QStringLiteral("web.yaml: This recipe of a parent cannot be read."));
}

void TestRecipes::savedWithItsMode()
{
    QVERIFY(
        QFile::setPermissions(m_stage->recipe("shop-1.1.0"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    m_stage->edit();
    QVERIFY(!m_stage->find<QAbstractButton>("saveRecipe")->isEnabled());
    QVERIFY(m_stage->find("saveRecipe")->toolTip().contains(QStringLiteral("nothing was changed")));
    m_stage->type("# more\n");
    QVERIFY(m_stage->find("saveRecipe")->toolTip().isEmpty());
    QVERIFY(m_stage->find("recipeWindow")->isWindowModified());
    m_stage->click("saveRecipe");
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# more\n");
    struct stat found = {};
    QCOMPARE(::stat(QFile::encodeName(m_stage->recipe("shop-1.1.0")).constData(), &found), 0);
    QCOMPARE(found.st_mode & 07777, 0640U);
    QVERIFY(!m_stage->find("recipeWindow")->isWindowModified());
    m_stage->type("# again\n");
    m_stage->press(QKeySequence::Save);
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# more\n# again\n");
}

void TestRecipes::typedTabsAreBlanks()
{
    m_stage->edit();
    m_stage->editor()->setFocus();
    QTest::keyClick(m_stage->editor(), Qt::Key_Tab);
    QVERIFY(m_stage->editor()->toPlainText().startsWith(QStringLiteral("  # The shop")));
}

void TestRecipes::undoneAndRedone()
{
    m_stage->edit();
    m_stage->type("# a");
    QVERIFY(m_stage->find("recipeWindow")->isWindowModified());
    m_stage->pressOften(QKeySequence::Undo);
    QCOMPARE(m_stage->editor()->toPlainText().toUtf8(), RecipeStage::shop());
    QVERIFY(!m_stage->find("recipeWindow")->isWindowModified());
    m_stage->pressOften(QKeySequence::Redo);
    QCOMPARE(m_stage->editor()->toPlainText().toUtf8(), RecipeStage::shop() + "# a");
}

void TestRecipes::foundRoundAndRound()
{
    m_stage->edit();
    QVERIFY(!m_stage->find("recipeFindBar"));
    m_stage->press(QKeySequence::Find);
    auto* wanted = m_stage->find<QLineEdit>("recipeFind");
    QVERIFY(wanted && wanted->hasFocus());
    QTest::keyClicks(wanted, QStringLiteral("shop.py"));
    const QTextCursor first = m_stage->editor()->textCursor();
    QCOMPARE(first.selectedText(), QStringLiteral("shop.py"));
    QTest::keyClick(wanted, Qt::Key_Return);
    QCOMPARE(m_stage->text("recipeFound"), QStringLiteral("From the other end"));
    QCOMPARE(m_stage->editor()->textCursor().selectionStart(), first.selectionStart());
    QTest::keyClicks(wanted, QStringLiteral("x"));
    QCOMPARE(m_stage->text("recipeFound"), QStringLiteral("Not there"));
    QTest::keyClick(wanted, Qt::Key_Escape);
    QVERIFY(!m_stage->find("recipeFindBar"));
    QVERIFY(m_stage->find("recipeWindow")); // Escape closes no window that somebody types in
    QTest::keyClick(m_stage->editor(), Qt::Key_Escape);
    QVERIFY(m_stage->find("recipeWindow"));
}

void TestRecipes::whatIsInEffect()
{
    m_stage->edit();
    auto* tabs = m_stage->find<QTabWidget>("recipeTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    auto* tree = m_stage->find<QTreeView>("effectiveRecipe");
    QVERIFY(tree);
    QCOMPARE(tree->model()->rowCount(), 3);
    const QModelIndex os = tree->model()->index(0, 0);
    QCOMPARE(os.data().toString(), QStringLiteral("os/debian-12 12.1"));
    QCOMPARE(tree->model()->index(1, 0, os).data().toString(), QStringLiteral("tini"));
    const QModelIndex shop = tree->model()->index(2, 0);
    QCOMPARE(tree->model()->index(1, 0, shop).data().toString(), QStringLiteral("shop"));
    QCOMPARE(tree->model()->index(1, 1, shop).data().toString(), QStringLiteral("User"));
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(0).center());
    m_stage->type("nonsense: 1\n");
    m_stage->waitForProblems(1);
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    QVERIFY(!m_stage->find("effectiveRecipe")); // nothing is shown that would not hold
    m_stage->click("emptyAction");
    QVERIFY(m_stage->problems());
}

void TestRecipes::theirsIsNotOverwrittenUnasked()
{
    m_stage->edit();
    m_stage->type("# mine\n");
    m_stage->put("shop-1.1.0", RecipeStage::shop() + "# theirs\n");
    m_stage->press(QKeySequence::Save);
    QVERIFY(m_stage->find("changedRecipe"));
    m_stage->click("dialogCancel");
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# theirs\n");
    QVERIFY(m_stage->find("recipeWindow")->isWindowModified());
    m_stage->press(QKeySequence::Save);
    m_stage->click("overwriteRecipe");
    QTRY_COMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# mine\n");
    m_stage->type("# more\n");
    m_stage->put("shop-1.1.0", RecipeStage::shop() + "# theirs\n");
    m_stage->press(QKeySequence::Save);
    m_stage->click("takeTheirs");
    QTRY_COMPARE(m_stage->editor()->toPlainText().toUtf8(), RecipeStage::shop() + "# theirs\n");
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# theirs\n");
    QVERIFY(!m_stage->find("recipeWindow")->isWindowModified());
}

void TestRecipes::whatIsGoneIsWrittenAnew()
{
    m_stage->edit();
    m_stage->type("# mine\n");
    QVERIFY(QFile::remove(m_stage->recipe("shop-1.1.0")));
    m_stage->press(QKeySequence::Save);
    QVERIFY(m_stage->find("changedRecipe") && !m_stage->find("takeTheirs"));
    m_stage->click("overwriteRecipe");
    QTRY_COMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# mine\n");
}

void TestRecipes::nobodyLeavesUnasked()
{
    m_stage->edit();
    m_stage->type("# mine\n");
    m_stage->click("closeRecipe");
    QVERIFY(m_stage->find("unsavedRecipe"));
    m_stage->click("dialogCancel");
    QVERIFY(m_stage->find("recipeWindow"));
    m_stage->click("closeRecipe");
    m_stage->click("discardRecipe");
    QTRY_VERIFY(!m_stage->find("recipeWindow"));
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop());
    m_stage->chooseInMenu("actionEditRecipe");
    m_stage->type("# mine\n");
    m_stage->click("closeRecipe");
    m_stage->click("saveRecipeFirst");
    QTRY_VERIFY(!m_stage->find("recipeWindow"));
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# mine\n");
}

void TestRecipes::theMainWindowAsksAsWell()
{
    m_stage->edit();
    m_stage->type("# mine\n");
    m_stage->window->close();
    QVERIFY(m_stage->window->isVisible());
    QVERIFY(m_stage->find("unsavedRecipe"));
    m_stage->click("saveRecipeFirst");
    QTRY_VERIFY(!m_stage->window->isVisible());
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop() + "# mine\n");
}

void TestRecipes::anotherRecipeAsksFirst()
{
    m_stage->edit();
    m_stage->type("# mine\n");
    auto* images = m_stage->find<QComboBox>("recipeImage");
    images->setFocus();
    QTest::keyClick(images, Qt::Key_Home);
    QVERIFY(m_stage->find("unsavedRecipe"));
    QCOMPARE(images->currentText(), QStringLiteral("shop 1.1.0"));
    m_stage->click("discardRecipe");
    QTRY_COMPARE(images->currentText(), QStringLiteral("os/debian-12 12.1"));
    QCOMPARE(m_stage->editor()->toPlainText().toUtf8(), m_stage->onDisk("os"));
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop());
}

void TestRecipes::readOnlyFolderIsSaid()
{
    // Root may write into any folder but one on a file system that is read-only: ours alone, gone with this process.
    const QByteArray folder = QFile::encodeName(m_stage->folder() + QStringLiteral("/recipes"));
    const bool alone = ::unshare(CLONE_NEWNS) == 0 &&
                       ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                       ::mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr) == 0;
    if (alone)
        QCOMPARE(::mount(nullptr, folder.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
    else
        QCOMPARE(::chmod(folder.constData(), 0555), 0);
    m_stage->edit();
    const bool said =
        m_stage->text("recordRemark").contains(QStringLiteral("is read-only: what you change here cannot be saved"));
    m_stage->type("# mine\n");
    const bool offered = m_stage->find<QAbstractButton>("saveRecipe")->isEnabled();
    m_stage->press(QKeySequence::Save);
    const QString remark = m_stage->text("recordRemark");
    if (alone)
        ::umount2(folder.constData(), MNT_DETACH);
    else
        ::chmod(folder.constData(), 0755);
    QVERIFY(said);
    QVERIFY(!offered);
    QVERIFY2(remark.contains(QStringLiteral("read-only")), qPrintable(remark));
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), RecipeStage::shop());
}

void TestRecipes::whatIsNoTextIsNotTouched()
{
    const QByteArray latin = "description: caf\xe9\r\n";
    m_stage->put("shop-1.1.0", latin);
    m_stage->edit();
    QVERIFY(m_stage->editor()->isReadOnly());
    QVERIFY(m_stage->text("recordRemark").contains(QStringLiteral("cannot be edited here")));
    QVERIFY(!m_stage->find("recipeWindow")->isWindowModified());
    m_stage->click("closeRecipe");
    QTRY_VERIFY(!m_stage->find("recipeWindow"));
    QCOMPARE(m_stage->onDisk("shop-1.1.0"), latin);
    QVERIFY(QFile::remove(m_stage->recipe("shop-1.1.0")));
    QCOMPARE(::mkfifo(QFile::encodeName(m_stage->recipe("shop-1.1.0")).constData(), 0600), 0);
    m_stage->chooseInMenu("actionEditRecipe"); // opening a pipe would wait for ever
    QVERIFY(m_stage->editor()->isReadOnly());
}

void TestRecipes::buildLeadsToTheRecipe()
{
    m_stage->openUp();
    m_stage->chooseInMenu("actionBuild");
    m_stage->click("editItsRecipe");
    QTRY_VERIFY(m_stage->find("recipeWindow"));
    QVERIFY(!m_stage->find("buildDialog"));
    QVERIFY(!m_stage->find<QComboBox>("recipeImage")->currentText().isEmpty());
}

void TestRecipes::itsSizeIsKept()
{
    m_stage->edit();
    m_stage->find("recipeWindow")->resize(900, 555);
    m_stage->click("closeRecipe");
    QTRY_VERIFY(!m_stage->find("recipeWindow"));
    m_stage->chooseInMenu("actionEditRecipe");
    QCOMPARE(m_stage->find("recipeWindow")->size(), QSize(900, 555));
}

void TestRecipes::whatIsTypedStaysInSight()
{
    m_stage->edit();
    m_stage->find("recipeWindow")->resize(700, 400);
    m_stage->type("# one\n# two\npakages: [a]\nfiles2: []");
    m_stage->waitForProblems(2);
    CodeView* editor = m_stage->editor();
    QTRY_VERIFY(editor->viewport()->rect().contains(editor->cursorRect()));
    editor->moveCursor(QTextCursor::Start); // who looks elsewhere is left alone
    editor->verticalScrollBar()->setValue(editor->verticalScrollBar()->maximum());
    const int top = editor->verticalScrollBar()->value();
    m_stage->find("recipeWindow")->resize(700, 380);
    QVERIFY(top > 0 && editor->verticalScrollBar()->value() >= top);
}

void TestRecipes::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("light-ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestRecipes::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    m_stage->put("web", "snowmelt-recipe: 1\ntier: foundation\nparent: os/debian-12@12.1\npackages: [python3]\n"
                        "schema: {from: 11, to: 12}\nstart: [install -d /var/lib/shop]\n");
    m_stage->put("shop-1.1.0", RecipeStage::shop() +
                                   "templates:\n  - {path: /etc/shop.conf, content: \"port=${PORT}\"}\n"
                                   "health: {port: 8080, path: /healthz, seconds: 30}\n"
                                   "tests:\n  - {name: answers, command: curl -f localhost:8080}\n"
                                   "schema: {from: 12, to: 12}\n");
    m_stage->openUp();
    m_stage->action("actionEditRecipe")->trigger();
    m_stage->settle();
    camera.shoot(m_stage->find("recipeWindow"), "recipe");
    auto* tabs = m_stage->find<QTabWidget>("recipeTabs");
    tabs->setCurrentIndex(1);
    camera.shoot(m_stage->find("recipeWindow"), "recipe-effective");
    tabs->setCurrentIndex(0);
    m_stage->type("pakages: [a]\nfiles2: []\nlabels: {snowmelt.x: y}\n");
    m_stage->waitForProblems(3);
    camera.shoot(m_stage->find("recipeWindow"), "recipe-typed");
    m_stage->press(QKeySequence::Find);
    QTest::keyClicks(m_stage->find<QLineEdit>("recipeFind"), QStringLiteral("shop"));
    camera.shoot(m_stage->find("recipeWindow"), "recipe-problems");
    tabs->setCurrentIndex(1);
    camera.shoot(m_stage->find("recipeWindow"), "recipe-not-in-order");
    m_stage->click("closeRecipe");
    camera.shoot(m_stage->find("unsavedRecipe"), "recipe-unsaved");
    m_stage->click("dialogCancel");
    m_stage->put("shop-1.1.0", "# theirs\n");
    m_stage->press(QKeySequence::Save);
    camera.shoot(m_stage->find("changedRecipe"), "recipe-changed");
}

QTEST_MAIN(TestRecipes)
#include "tst_recipes.moc"
