// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pruning_model.h"
#include "models/wording/wording.h"
#include "tests/models/items/store_sample.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/pictured_looks.h"
#include "tests/ui/shell/scripted_operations.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/images/store_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTreeView>

using namespace snowmelt;

/// The care of the image store: what pruning would make of it, its removal, and whether it is whole.
class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void whatGoesAndStaysIsListed();
    void anotherNumberIsLookedAtAgain();
    void aNumberThatIsBeingTypedIsListedFirst();
    void removalIsAskedForAndDone();
    void aRemovalThatFailsIsSaid();
    void whatACrashLeftCanBeRemovedAlone();
    void whoWasNotAskedIsSaid();
    void nothingBuiltYet();
    void aFailureCanBeTriedAgain();
    void theLookIsCancelled();
    void verifyingShowsItsProgressAndIsCancelled();
    void damageIsListed();
    void aWholeStoreIsSaid();
    void byKeyboardAlone();
    void closingEndsTheLookAndNotTheRemoval();
    void sizesAreRemembered();
    void pictures_data();
    void pictures();
};

namespace {

/// The window over scripted operations, and the moves a person makes in it.
class StoreStage
{
public:
    StoreStage()
    {
        const QString settings = QStandardPaths::writableLocation(QStandardPaths::ConfigLocation);
        QDir(settings + QStringLiteral("/snowmelt")).removeRecursively();
        wear(Appearance::Light, Language::English);
        Blueprint blueprint;
        blueprint.name = QStringLiteral("shop");
        session.document()->open(blueprint);
    }
    ~StoreStage() { delete window.data(); }

    static void wear(Appearance appearance, Language language)
    {
        applyAppearance(appearance);
        applyLanguage(language);
    }
    void open()
    {
        window = new StoreWindow(&session, nullptr);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
    }
    void open(const Pruning& pruning)
    {
        open();
        answer(pruning);
    }
    OperationId pruningAsked() const { return operations.lastOf<PruneImagesIntent>(); }
    PruneImagesIntent intent() const { return operations.intent<PruneImagesIntent>(pruningAsked()); }
    void answer(const Pruning& pruning, OutcomeKind outcome = OutcomeKind::Done)
    {
        const OperationId id = pruningAsked();
        operations.say(id, ImagesPruned{pruning});
        operations.finish(id, outcome, pruning.removed ? Safety::AsWanted : Safety::Unchanged);
    }
    /// Clicks its way through the question.
    void removeAll()
    {
        click("storeRemove");
        QTRY_VERIFY(find("pruneDialog"));
        click("confirm");
        QTRY_VERIFY(intent().remove);
    }
    OperationId verify()
    {
        click("storeVerify");
        return operations.lastOf<VerifyImagesIntent>();
    }
    void verified(const StoreCheck& check)
    {
        const OperationId id = verify();
        operations.say(id, StoreVerified{check});
        operations.finish(id, check.damage.isEmpty() ? OutcomeKind::Done : OutcomeKind::Differences, Safety::Unchanged);
    }

    /// Only what is in sight.
    template <typename Widget = QWidget>
    Widget* find(const char* name) const
    {
        for (Widget* widget : window->findChildren<Widget*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    QString text(const char* name) const { return find<QLabel>(name) ? find<QLabel>(name)->text() : QString(); }
    void click(const char* name) const
    {
        QVERIFY2(find<QAbstractButton>(name) && find(name)->isEnabled(), name);
        QTest::mouseClick(find(name), Qt::LeftButton);
    }
    QTreeView* builds() const { return find<QTreeView>("storeBuilds"); }
    QTreeView* damage() const { return find<QTreeView>("storeDamage"); }

    ScriptedOperations operations;
    Session session{&operations};
    QPointer<StoreWindow> window;
};

const Error silent{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, {}};

} // namespace

void TestStore::whatGoesAndStaysIsListed()
{
    StoreStage stage;
    stage.open();
    QCOMPARE(stage.text("emptyTitle"), u"Looking…"_qs);
    QVERIFY(!stage.intent().remove);
    QCOMPARE(stage.intent().keep, PruneImagesIntent().keep);
    QVERIFY(!stage.find("storeRemove")->isEnabled());
    stage.answer(sample::pruning());
    QTRY_VERIFY(stage.builds());
    QCOMPARE(stage.builds()->model()->rowCount(), 8);
    QVERIFY2(stage.text("storeSum").startsWith(u"2 build"_qs), qPrintable(stage.text("storeSum")));
    QVERIFY(!stage.find("storeNotice"));
    const QString remove = stage.find<QAbstractButton>("storeRemove")->text();
    QVERIFY2(remove.contains(u"2 build"_qs), qPrintable(remove));
}

void TestStore::anotherNumberIsLookedAtAgain()
{
    StoreStage stage;
    stage.open(sample::pruning());
    const OperationId first = stage.pruningAsked();
    auto* keep = stage.find<QSpinBox>("storeKeep");
    QTest::mouseClick(keep, Qt::LeftButton);
    QTest::keyClick(keep, Qt::Key_Up);
    const OperationId second = stage.pruningAsked();
    QVERIFY(second != first);
    QCOMPARE(stage.intent().keep, 3);
    QTest::keyClick(keep, Qt::Key_Up); // while it looks
    QVERIFY(stage.operations.cancelled.contains(second));
    QCOMPARE(stage.intent().keep, 4);
    stage.operations.say(second, ImagesPruned{}); // too late
    stage.operations.finish(second, OutcomeKind::Cancelled, Safety::Unchanged);
    QCOMPARE(stage.builds()->model()->rowCount(), 8);
    Pruning less = sample::pruning();
    less.gone.removeLast();
    stage.answer(less);
    QCOMPARE(stage.builds()->model()->rowCount(), 7);
}

void TestStore::aNumberThatIsBeingTypedIsListedFirst()
{
    StoreStage stage;
    stage.open(sample::pruning());
    auto* keep = stage.find<QSpinBox>("storeKeep");
    keep->setFocus();
    keep->selectAll();
    QTest::keyClicks(keep, u"1"_qs);
    QCOMPARE(stage.intent().keep, 2);
    QTest::keyClick(stage.window, Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(stage.intent().keep, 1);
    QVERIFY(!stage.intent().remove);
    QVERIFY(!stage.find("pruneDialog"));
}

void TestStore::removalIsAskedForAndDone()
{
    StoreStage stage;
    stage.open(sample::pruning());
    stage.click("storeRemove");
    QTRY_VERIFY(stage.find("pruneDialog"));
    QVERIFY(!stage.text("confirmWarning").isEmpty());
    stage.click("dialogCancel");
    QVERIFY(!stage.intent().remove);
    stage.removeAll();
    QCOMPARE(stage.intent().keep, 2);
    QVERIFY(!stage.find("storeRemove")->isEnabled());
    QVERIFY(!stage.find("storeVerify")->isEnabled());
    QVERIFY(stage.find("runningCancel")->isEnabled());
    Pruning done = sample::pruning();
    done.removed = true;
    stage.answer(done);
    QVERIFY2(stage.text("recordRemark").startsWith(u"2 build"_qs), qPrintable(stage.text("recordRemark")));
    // What is listed afterwards is what is there.
    QVERIFY(!stage.intent().remove);
    done.gone.clear();
    done.blobs = 0;
    done.removed = false;
    stage.answer(done);
    QCOMPARE(stage.builds()->model()->rowCount(), 6);
    QCOMPARE(stage.text("storeSum"), u"Nothing would go."_qs);
    QVERIFY(stage.text("recordRemark").startsWith(u"2 build"_qs)); // still said
    QVERIFY(!stage.find("storeRemove")->isEnabled());
    QVERIFY(!stage.find("storeRemove")->toolTip().isEmpty());
    stage.click("storeAgain");
    QVERIFY(stage.text("recordRemark").isEmpty());
}

void TestStore::aRemovalThatFailsIsSaid()
{
    StoreStage stage;
    stage.open(sample::pruning());
    stage.removeAll();
    stage.operations.finish(stage.pruningAsked(), OutcomeKind::Failed, Safety::Uncertain, silent);
    QVERIFY(stage.text("recordRemark").startsWith(sentence(silent).what));
    QVERIFY(!stage.intent().remove); // it looks what is left
    stage.answer(sample::pruning());
    QVERIFY(stage.text("recordRemark").startsWith(sentence(silent).what));
    stage.removeAll();
    stage.click("runningCancel");
    QVERIFY(stage.operations.cancelled.contains(stage.pruningAsked()));
    QVERIFY(!stage.find("runningCancel")->isEnabled());
    stage.operations.finish(stage.pruningAsked(), OutcomeKind::Cancelled, Safety::Unchanged);
    QCOMPARE(stage.text("recordRemark"), u"The removal was cancelled."_qs);
}

void TestStore::whatACrashLeftCanBeRemovedAlone()
{
    StoreStage stage;
    Pruning left = sample::pruning();
    left.gone.clear();
    stage.open(left);
    QVERIFY2(stage.text("storeSum").startsWith(u"No build would go, but 7 file"_qs),
             qPrintable(stage.text("storeSum")));
    stage.removeAll();
}

void TestStore::whoWasNotAskedIsSaid()
{
    StoreStage stage;
    stage.open();
    stage.answer(sample::pruningUnasked(), OutcomeKind::Incomplete);
    QTRY_VERIFY(stage.builds());
    QVERIFY2(stage.text("storeNotice").contains(u"podman"_qs), qPrintable(stage.text("storeNotice")));
    QVERIFY(!stage.find("storeRemove")->isEnabled());
}

void TestStore::nothingBuiltYet()
{
    StoreStage stage;
    stage.open({});
    QTRY_COMPARE(stage.text("emptyTitle"), u"No image is built yet"_qs);
    QList<ImageRef> asked;
    connect(stage.window, &StoreWindow::buildAsked, stage.window, [&](const ImageRef& image) { asked.append(image); });
    stage.click("emptyAction");
    QTRY_COMPARE(asked, QList<ImageRef>{ImageRef()});
}

void TestStore::aFailureCanBeTriedAgain()
{
    StoreStage stage;
    stage.open(sample::pruning());
    stage.click("storeAgain");
    const OperationId id = stage.pruningAsked();
    stage.operations.finish(id, OutcomeKind::Failed, Safety::Unchanged, silent);
    QTRY_COMPARE(stage.text("emptyTitle"), u"The store could not be looked at"_qs);
    QVERIFY(stage.text("emptyText").startsWith(sentence(silent).what));
    QVERIFY(!stage.find("storeSum")); // what is not known is not said
    QVERIFY(!stage.find("storeRemove")->isEnabled());
    QVERIFY(stage.find("storeRemove")->toolTip().contains(u"not known"_qs));
    stage.click("emptyAction");
    QTRY_VERIFY(stage.pruningAsked() != id);
    QVERIFY(stage.find("storeAgain")->toolTip().startsWith(u"Wait"_qs)); // why it is disabled
}

void TestStore::theLookIsCancelled()
{
    StoreStage stage;
    stage.open();
    stage.click("runningCancel");
    QCOMPARE(stage.operations.cancelled, QList<OperationId>{stage.pruningAsked()});
    stage.operations.finish(stage.pruningAsked(), OutcomeKind::Cancelled, Safety::Unchanged);
    QTRY_COMPARE(stage.text("emptyTitle"), u"Cancelled"_qs);
    QVERIFY(!stage.find("runningCancel"));
}

void TestStore::verifyingShowsItsProgressAndIsCancelled()
{
    StoreStage stage;
    stage.open(sample::pruning());
    const OperationId id = stage.verify();
    QVERIFY(!stage.find("runningBar"));
    stage.operations.say(id, Progress{Phase::Looking, {}, 7, 21});
    QCOMPARE(stage.find<QProgressBar>("runningBar")->value(), 7);
    QCOMPARE(stage.find<QProgressBar>("runningBar")->maximum(), 21);
    QVERIFY(!stage.find("storeKeep")->isEnabled());
    stage.click("runningCancel");
    stage.operations.finish(id, OutcomeKind::Cancelled, Safety::Unchanged);
    QVERIFY(!stage.find("storeCheckSaid"));
    QVERIFY(stage.text("recordRemark").contains(u"nothing is known"_qs));
}

void TestStore::damageIsListed()
{
    StoreStage stage;
    stage.open(sample::pruning());
    stage.verified(sample::damagedStore());
    QTRY_VERIFY(stage.damage());
    QCOMPARE(stage.damage()->model()->rowCount(), 4);
    QVERIFY(stage.text("storeCheckSaid").startsWith(u"The image store is damaged."_qs));
    QVERIFY(stage.builds()); // beside what was there
    stage.operations.finish(stage.verify(), OutcomeKind::Failed, Safety::Unchanged, silent);
    QVERIFY(!stage.damage()); // it is not known any more
    QVERIFY(stage.text("recordRemark").startsWith(sentence(silent).what));
}

void TestStore::aWholeStoreIsSaid()
{
    StoreStage stage;
    stage.open(sample::pruning());
    stage.verified({6, 21, 812'000'000, {}});
    QTRY_VERIFY(stage.text("storeCheckSaid").startsWith(u"The image store is whole."_qs));
    QVERIFY(!stage.damage());
}

void TestStore::byKeyboardAlone()
{
    StoreStage stage;
    stage.open(sample::pruning());
    const auto press = [&stage](Qt::Key key) { QTest::keyClick(stage.window, key, Qt::AltModifier); };
    const auto check = [&stage] { return stage.operations.lastOf<VerifyImagesIntent>(); };
    stage.builds()->setFocus();
    press(Qt::Key_K);
    QTRY_VERIFY(stage.find("storeKeep")->hasFocus());
    press(Qt::Key_V);
    QTRY_VERIFY(!check().isEmpty());
    press(Qt::Key_C);
    QTRY_VERIFY(stage.operations.cancelled.contains(check()));
    stage.operations.finish(check(), OutcomeKind::Cancelled, Safety::Unchanged);
    press(Qt::Key_R);
    QTRY_VERIFY(stage.find("pruneDialog"));
    QTest::keyClick(stage.find("pruneDialog"), Qt::Key_Return);
    QTRY_VERIFY(stage.intent().remove);
    QTest::keyClick(stage.window, Qt::Key_Escape);
    QTRY_VERIFY(!stage.window);
}

void TestStore::closingEndsTheLookAndNotTheRemoval()
{
    StoreStage stage;
    stage.open();
    const OperationId look = stage.pruningAsked();
    delete stage.window.data();
    QVERIFY(stage.operations.cancelled.contains(look));
    stage.open(sample::pruning());
    stage.removeAll();
    delete stage.window.data();
    QVERIFY(!stage.operations.cancelled.contains(stage.pruningAsked()));
}

void TestStore::sizesAreRemembered()
{
    StoreStage stage;
    stage.open(sample::pruning());
    stage.builds()->setColumnWidth(PruningModel::Image, 333);
    stage.window->resize(900, 600);
    delete stage.window.data();
    stage.open(sample::pruning());
    QCOMPARE(stage.builds()->columnWidth(PruningModel::Image), 333);
    QCOMPARE(stage.window->size(), QSize(900, 600));
}

void TestStore::pictures_data()
{
    picturedLooks();
}

void TestStore::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    StoreStage stage;
    StoreStage::wear(Appearance(appearance), Language(language));
    stage.open();
    camera.shoot(stage.window, "store-looking");
    stage.answer(sample::pruning());
    camera.shoot(stage.window, "store");
    stage.click("storeRemove");
    QTRY_VERIFY(stage.find("pruneDialog"));
    camera.shoot(stage.find("pruneDialog"), "store-question");
    stage.click("dialogCancel");
    stage.operations.say(stage.verify(), Progress{Phase::Looking, {}, 7, 21});
    camera.shoot(stage.window, "store-verifying");
    const OperationId check = stage.operations.lastOf<VerifyImagesIntent>();
    stage.operations.say(check, StoreVerified{sample::damagedStore()});
    stage.operations.finish(check, OutcomeKind::Differences, Safety::Unchanged);
    camera.shoot(stage.window, "store-damaged");
    stage.window->resize(720, 600);
    camera.shoot(stage.window, "store-narrow");
    stage.window->resize(1040, 680);
    stage.verified({6, 21, 812'000'000, {}});
    stage.click("storeAgain");
    stage.answer(sample::pruningUnasked(), OutcomeKind::Incomplete);
    camera.shoot(stage.window, "store-unasked");
    stage.click("storeAgain");
    stage.answer({});
    camera.shoot(stage.window, "store-empty");
    stage.click("storeAgain");
    stage.operations.finish(stage.pruningAsked(), OutcomeKind::Failed, Safety::Unchanged, silent);
    camera.shoot(stage.window, "store-failed");
}

QTEST_MAIN(TestStore)
#include "tst_store.moc"
