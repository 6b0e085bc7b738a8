// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/window_test.h"

using namespace snowmelt;

/// The way from the window to the images of its fleet and to their store, and on to building one.
class TestImagesOpened : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void oneWindowFromTheMenu_data();
    void oneWindowFromTheMenu();
    void theStoreFromTheImages();
    void buildOpensTheDialog_data();
    void buildOpensTheDialog();

private:
    static int windows(const QString& name)
    {
        int count = 0;
        for (const QWidget* top : QApplication::topLevelWidgets())
            count += top->objectName() == name ? 1 : 0;
        return count;
    }
};

void TestImagesOpened::oneWindowFromTheMenu_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("window");
    QTest::newRow("images") << QByteArray("actionImages") << QByteArray("imagesWindow");
    QTest::newRow("store") << QByteArray("actionStore") << QByteArray("storeWindow");
}

void TestImagesOpened::oneWindowFromTheMenu()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, window);
    const QString name = QString::fromLatin1(window);
    WindowStage stage;
    stage.openUp();
    stage.chooseInMenu(action.constData());
    QTRY_VERIFY(stage.find(window.constData()));
    stage.chooseInMenu(action.constData()); // the same one comes to the front
    QCOMPARE(windows(name), 1);
    stage.window->openBlueprint(stage.path()); // it was about the fleet that was open
    QTRY_COMPARE(windows(name), 0);
}

void TestImagesOpened::theStoreFromTheImages()
{
    WindowStage stage;
    stage.openUp();
    stage.chooseInMenu("actionImages");
    QTRY_VERIFY(stage.find("imagesStore"));
    stage.click("imagesStore");
    QTRY_VERIFY(stage.find("storeWindow"));
}

void TestImagesOpened::buildOpensTheDialog_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("images") << QByteArray("actionImages") << QByteArray("imagesBuild");
    QTest::newRow("an empty store") << QByteArray("actionStore") << QByteArray("emptyAction");
}

void TestImagesOpened::buildOpensTheDialog()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, button);
    WindowStage stage;
    stage.openUp();
    stage.chooseInMenu(action.constData());
    if (const OperationId look = stage.operations.lastOf<PruneImagesIntent>(); !look.isEmpty()) {
        stage.operations.say(look, ImagesPruned{});
        stage.operations.finish(look, OutcomeKind::Done, Safety::Unchanged);
    }
    stage.click(button.constData());
    QTRY_VERIFY(stage.find<QDialog>("buildDialog"));
}

QTEST_MAIN(TestImagesOpened)
#include "tst_images_opened.moc"
