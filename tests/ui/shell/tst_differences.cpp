// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/items/group_drift_model.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"
#include "tests/models/items/group_drift_sample.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/differences/matrix_view.h"
#include "ui/shell/differences/node_header.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QTreeView>

#include <cstdlib>

using namespace snowmelt;

/// Who differs in a group, from asking to rebirth.
class TestDifferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void theMenuLooksAtTheGroup();
    void theShortcutLooksAtTheNodesGroup();
    void theMenuOfAGroupLooksAtIt();
    void pickedNodesAreComparedWithEachOther();
    void nothingIsAskedOfAFleetThatIsDown();
    void progressIsShownAndCanBeCancelled();
    void whatIsKnownIsShownAtOnce();
    void anotherBaselineLooksAgain();
    void whoFailedToLookIsTold();
    void theFilterFindsAndSaysWhatItHides();
    void someNodesAlone();
    void arrowKeysGoThroughBothHalves();
    void aNodesColumnIsTheNode();
    void detailsTellValuesAndLines();
    void aDifferentNodeIsReborn();
    void rowsAreCopiedAsText();
    void bothHalvesScrollAndCloseTogether();
    void aPlaceIsKeptThroughAnotherLook();
    void allAlikeOnlyWhenAllWasSeen();
    void nothingSeenIsSaid();
    void nodesThatChangedSinceAreSaid();
    void whatAPersonArrangedStays();
    void escapeCloses();
    void manyNodesAreNamedAslant();
    void pictures_data();
    void pictures();

private:
    static QStringList webNodes(int count);
    static GroupDrift drift() { return sample::groupDrift(QDateTime::currentDateTimeUtc().addSecs(-125)); }
    FleetDocument* document() const { return m_stage->window->findChild<FleetDocument*>(); }
    DiagramView* diagram() const { return m_stage->find<DiagramView>("diagram"); }
    QWidget* panel() const { return m_stage->find("differencesPanel"); }
    QTreeView* things() const { return m_stage->find<QTreeView>("differencesThings"); }
    QTreeView* nodes() const { return m_stage->find<QTreeView>("differencesNodes"); }
    QModelIndex row(const char* thing, int column = 0) const;
    OperationId lookId() const { return m_stage->operations.lastOf<DiffIntent>(); }
    DiffIntent looked() const { return m_stage->operations.intent<DiffIntent>(lookId()); }
    void select(const char* part) const { document()->setSelection(QString::fromLatin1(part)); }
    void openWeb() const;
    void answer(const GroupDrift& drift, OutcomeKind outcome = OutcomeKind::Differences) const;
    QStringList shown() const;
    QMenu* menuOf(const char* part) const;

    std::unique_ptr<WindowStage> m_stage;
};

QStringList TestDifferences::webNodes(int count)
{
    QStringList names;
    for (int node = 1; node <= count; ++node)
        names << QStringLiteral("web-%1").arg(node);
    return names;
}

void TestDifferences::init()
{
    m_stage = std::make_unique<WindowStage>();
    m_stage->openUp(sample::fleet(webNodes(8)));
}

/// As it is shown: a column of a node is one of the right half.
QModelIndex TestDifferences::row(const char* thing, int column) const
{
    return WindowHand::row(things(), Qt::DisplayRole, QString::fromLatin1(thing)).siblingAtColumn(column);
}

void TestDifferences::openWeb() const
{
    select("web");
    m_stage->chooseInMenu("actionDifferences");
    QVERIFY(panel());
}

void TestDifferences::answer(const GroupDrift& drift, OutcomeKind outcome) const
{
    m_stage->operations.say(lookId(), NodesCompared{drift});
    m_stage->operations.finish(lookId(), outcome, Safety::Unchanged);
}

/// Things in the order they are shown, without titles.
QStringList TestDifferences::shown() const
{
    QStringList lines;
    const QAbstractItemModel* model = things()->model();
    for (int title = 0; title < model->rowCount(); ++title) {
        const QModelIndex above = model->index(title, 0);
        for (int below = 0; below < model->rowCount(above); ++below)
            lines << model->index(below, 0, above).data().toString();
    }
    return lines;
}

QMenu* TestDifferences::menuOf(const char* part) const
{
    QWidget* view = diagram();
    const QPoint at = diagram()->partRect(QString::fromLatin1(part)).topLeft() + QPoint(20, 20);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->mapToGlobal(at));
    QApplication::sendEvent(view, &event);
    return m_stage->find<QMenu>("partMenu");
}

void TestDifferences::theMenuLooksAtTheGroup()
{
    QVERIFY(!panel());
    select("web");
    QVERIFY(m_stage->action("actionDifferences")->text().contains(QStringLiteral("web")));
    m_stage->chooseInMenu("actionDifferences");
    QVERIFY(panel());
    QCOMPARE(looked().group, QStringLiteral("web"));
    QCOMPARE(looked().nodes, QStringList());
    QCOMPARE(looked().baseline, QString());
    answer(drift());
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift()));
    QVERIFY(m_stage->text("differencesAbout").contains(QStringLiteral("2 min ago")));
    QVERIFY(m_stage->text("differencesAbout").contains(GroupDriftText::alike(drift())));
    QCOMPARE(m_stage->text("differencesNotice"), QString(GroupDriftText::incomplete(drift()) + u'.'));
    QCOMPARE(shown(), QStringList({QStringLiteral("libssl3"), QStringLiteral("openssl"),
                                   QStringLiteral("/etc/nginx/nginx.conf"), QStringLiteral("kim")}));
    QVERIFY(things()->visualRect(row("kim")).isValid()); // titles are open
}

void TestDifferences::theShortcutLooksAtTheNodesGroup()
{
    select("web-3");
    QTest::keyClick(m_stage->window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(panel());
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::theMenuOfAGroupLooksAtIt()
{
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    QMenu* menu = menuOf("web");
    QVERIFY(menu);
    QAction* action = m_stage->action("actionDifferences");
    QVERIFY(menu->actions().contains(action));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(panel());
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::pickedNodesAreComparedWithEachOther()
{
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    for (const char* node : {"web-5", "web-2", "web-3"}) {
        const QPoint at = diagram()->partRect(QString::fromLatin1(node)).center();
        const bool first = node == QByteArray("web-5");
        QTest::mouseClick(diagram(), Qt::LeftButton, first ? Qt::NoModifier : Qt::ControlModifier, at);
    }
    QMenu* menu = menuOf("web-3");
    QAction* action = m_stage->action("actionDifferences");
    QVERIFY(menu && menu->actions().contains(action));
    QVERIFY(action->text().contains(u'3'));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QCOMPARE(looked().nodes, QStringList({QStringLiteral("web-2"), QStringLiteral("web-3"), QStringLiteral("web-5")}));
    QCOMPARE(looked().group, QString());
    GroupDrift picked = drift();
    picked.group.clear();
    picked.nodes = {picked.nodes[1], picked.nodes[2], picked.nodes[4]};
    picked.causes.clear();
    picked.differences = {
        sample::rowOf(sample::changed(DriftSection::Packages, "openssl", "version", "2", "1"), {1}, 3)};
    answer(picked);
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(picked));
    // the group is another comparison
    select("web");
    m_stage->chooseInMenu("actionDifferences");
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::nothingIsAskedOfAFleetThatIsDown()
{
    m_stage->watch(FleetState());
    QAction* action = m_stage->action("actionDifferences");
    QVERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(QStringLiteral("not running")));
}

void TestDifferences::progressIsShownAndCanBeCancelled()
{
    openWeb();
    const Progress progress{Phase::ScanningNode, {QStringLiteral("web-3")}, 3, 8};
    m_stage->operations.say(lookId(), progress);
    QCOMPARE(m_stage->text("differencesDoing"), sentence(progress));
    auto* bar = m_stage->find("differencesProgress")->findChild<QProgressBar*>();
    QCOMPARE(bar->value(), 3);
    QCOMPARE(bar->maximum(), 8);
    QVERIFY(!m_stage->find<QPushButton>("differencesLook")->isEnabled());
    m_stage->click("differencesCancel");
    QCOMPARE(m_stage->operations.cancelled, QList<OperationId>{lookId()});
    QVERIFY(!m_stage->find<QPushButton>("differencesCancel")->isEnabled());
    m_stage->operations.finish(lookId(), OutcomeKind::Cancelled, Safety::Unchanged);
    QVERIFY(!m_stage->find("differencesProgress"));
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Not compared yet"));
    const OperationId first = lookId();
    m_stage->click("emptyAction");
    QTRY_VERIFY(lookId() != first);
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::whatIsKnownIsShownAtOnce()
{
    openWeb();
    answer(drift());
    const OperationId first = lookId();
    m_stage->click("differencesClose");
    QVERIFY(!panel());
    openWeb();
    QCOMPARE(lookId(), first);
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift()));
    m_stage->click("differencesLook");
    QVERIFY(lookId() != first);
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift())); // stays until the next is there
}

void TestDifferences::anotherBaselineLooksAgain()
{
    openWeb();
    answer(drift());
    const OperationId first = lookId();
    auto* baseline = m_stage->find<QComboBox>("differencesBaseline");
    QCOMPARE(baseline->count(), 9);
    baseline->setFocus();
    QTest::keyClick(baseline, Qt::Key_Down);
    QVERIFY(lookId() != first);
    QCOMPARE(looked().baseline, QStringLiteral("web-1"));
    GroupDrift against = drift();
    against.baseline = QStringLiteral("web-1");
    answer(against);
    QCOMPARE(baseline->currentText(), QStringLiteral("web-1"));
    QVERIFY(m_stage->text("differencesAbout").contains(GroupDriftText::against(against)));
    QCOMPARE(things()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("web-1"));
    QCOMPARE(m_stage->operations.intent<DiffIntent>(first).baseline, QString());
}

void TestDifferences::whoFailedToLookIsTold()
{
    openWeb();
    const Error gone{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, {}};
    m_stage->operations.finish(lookId(), OutcomeKind::Failed, Safety::Unchanged, gone);
    QVERIFY(m_stage->text("emptyText").contains(sentence(gone).what));
    m_stage->click("emptyAction");
    answer(drift());
    m_stage->click("differencesLook");
    m_stage->operations.finish(lookId(), OutcomeKind::Failed, Safety::Unchanged, gone);
    QVERIFY(m_stage->text("differencesNotice").contains(sentence(gone).what));
    QVERIFY(things()); // what was seen before stays
}

void TestDifferences::theFilterFindsAndSaysWhatItHides()
{
    openWeb();
    answer(drift());
    auto* filter = m_stage->find<QLineEdit>("differencesFilter");
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("ssl"));
    QCOMPARE(shown(), QStringList({QStringLiteral("libssl3"), QStringLiteral("openssl")}));
    QVERIFY(things()->visualRect(row("openssl")).isValid());
    QVERIFY(m_stage->text("differencesHidden").contains(u'2'));
    QTest::keyClicks(filter, QStringLiteral("zzz"));
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("No difference matches the filter"));
    m_stage->click("emptyAction");
    QTRY_VERIFY(things());
    QCOMPARE(shown().size(), 4);
    QCOMPARE(m_stage->text("differencesHidden"), QString());
    auto* section = m_stage->find<QComboBox>("differencesSection");
    section->setFocus();
    QTest::keyClick(section, Qt::Key_End);
    QCOMPARE(section->currentText(), sectionText(DriftSection::Users));
    QCOMPARE(shown(), QStringList{QStringLiteral("kim")});
}

void TestDifferences::someNodesAlone()
{
    openWeb();
    answer(drift());
    auto* button = m_stage->find<QPushButton>("differencesOfNodes");
    // A menu of a button runs its own loop: what is chosen there is chosen from inside of it.
    QTimer::singleShot(0, button, [&] {
        QMenu* menu = button->menu();
        for (QAction* action : menu->actions()) {
            if (action->text() == QStringLiteral("web-7"))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
    });
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(shown(), QStringList{QStringLiteral("kim")});
    QCOMPARE(nodes()->model()->columnCount(), 3);
    QVERIFY(m_stage->text("differencesHidden").contains(u'3'));
}

void TestDifferences::arrowKeysGoThroughBothHalves()
{
    openWeb();
    answer(drift());
    WindowHand::clickRow(things(), row("openssl"));
    QCOMPARE(things()->currentIndex(), row("openssl"));
    QTest::keyClick(things(), Qt::Key_Right);
    QTest::keyClick(things(), Qt::Key_Right);
    QVERIFY(nodes()->hasFocus());
    QCOMPARE(nodes()->currentIndex(), row("openssl", 2));
    QTest::keyClick(nodes(), Qt::Key_Up);
    QCOMPARE(nodes()->currentIndex(), row("libssl3", 2));
    QTest::keyClick(nodes(), Qt::Key_Left);
    QVERIFY(things()->hasFocus());
    QTest::keyClick(things(), Qt::Key_Left);
    QCOMPARE(things()->currentIndex(), row("libssl3"));
    QTest::keyClick(things(), Qt::Key_Left); // to the title, and closes it
    QTest::keyClick(things(), Qt::Key_Left);
    const QModelIndex title = things()->model()->index(0, 0);
    QCOMPARE(things()->currentIndex(), title);
    QVERIFY(!things()->isExpanded(title) && !nodes()->isExpanded(title));
    QTest::keyClick(things(), Qt::Key_Right);
    QVERIFY(things()->isExpanded(title) && nodes()->isExpanded(title));
}

void TestDifferences::aNodesColumnIsTheNode()
{
    openWeb();
    answer(drift());
    WindowHand::clickRow(nodes(), row("kim", 5));
    QCOMPARE(document()->selection(), QStringLiteral("web-7"));
    QVERIFY(panel()); // and stays on the group
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift()));
}

void TestDifferences::detailsTellValuesAndLines()
{
    openWeb();
    answer(drift());
    QVERIFY(!m_stage->find("differenceDetail"));
    WindowHand::clickRow(things(), row("/etc/nginx/nginx.conf"));
    QCOMPARE(m_stage->text("differenceTitle"), QStringLiteral("/etc/nginx/nginx.conf"));
    auto* rows = m_stage->find<QTreeView>("differenceRows");
    QCOMPARE(rows->model()->index(0, 0).data().toString(), QStringLiteral("web-6"));
    QVERIFY(WindowHand::row(rows, Qt::DisplayRole, QStringLiteral("+ worker_processes 1;")).isValid());
    WindowHand::clickRow(things(), row("kim"));
    QVERIFY(WindowHand::row(rows, Qt::DisplayRole, QStringLiteral("web-6"))
                .data(DetailRole)
                .toString()
                .contains(QStringLiteral("not allowed to read it")));
    WindowHand::clickRow(things(), things()->model()->index(0, 0));
    QCOMPARE(m_stage->text("differenceTitle"), causeText(drift().causes.first(), drift()));
    QCOMPARE(rows->model()->index(0, 0).data().toString(), QStringLiteral("web-3, web-4"));
    WindowHand::clickRow(things(), things()->model()->index(1, 0)); // a section has no more to tell
    QVERIFY(!m_stage->find("differenceDetail"));
}

void TestDifferences::aDifferentNodeIsReborn()
{
    openWeb();
    answer(drift());
    auto* button = m_stage->find<QPushButton>("differencesRebirth");
    QVERIFY(!button->isEnabled());
    WindowHand::clickRow(nodes(), row("openssl", 3));
    QVERIFY(button->text().contains(QStringLiteral("web-4")));
    WindowHand::clickRow(things(), row("kim")); // only one has it
    QVERIFY(button->text().contains(QStringLiteral("web-7")));
    m_stage->click("differencesRebirth");
    const OperationId plan = m_stage->operations.lastOf<PlanIntent>();
    QVERIFY(!plan.isEmpty());
    QCOMPARE(m_stage->operations.intent<PlanIntent>(plan).node, QStringLiteral("web-7"));
}

void TestDifferences::rowsAreCopiedAsText()
{
    openWeb();
    answer(drift());
    WindowHand::clickRow(things(), row("openssl"));
    QTest::keyClick(things(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(things(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("  openssl\t3.0.15-1\t3.0.11-1\t3.0.11-1\t·\t·\n")));
    QVERIFY(!copied.contains(QStringLiteral("libssl3")));
    m_stage->click("differencesCopy");
    const QString all = QGuiApplication::clipboard()->text();
    QVERIFY(all.startsWith(GroupDriftText::title(drift())));
    QVERIFY(all.contains(QStringLiteral("libssl3")));
    QVERIFY(all.contains(QStringLiteral("web-8: ")));
}

void TestDifferences::bothHalvesScrollAndCloseTogether()
{
    openWeb();
    answer(sample::largeGroupDrift(8, 200));
    nodes()->verticalScrollBar()->setValue(1234);
    QCOMPARE(things()->verticalScrollBar()->value(), 1234);
    QTRY_COMPARE(things()->verticalScrollBar()->maximum(), nodes()->verticalScrollBar()->maximum());
    const QModelIndex any = row("package-40");
    QCOMPARE(things()->visualRect(any).top(), nodes()->visualRect(any.siblingAtColumn(2)).top());
    things()->verticalScrollBar()->setValue(0);
    QCOMPARE(nodes()->verticalScrollBar()->value(), 0);
    things()->collapse(things()->model()->index(0, 0));
    QVERIFY(!nodes()->isExpanded(things()->model()->index(0, 0)));
}

void TestDifferences::aPlaceIsKeptThroughAnotherLook()
{
    openWeb();
    answer(drift());
    WindowHand::clickRow(nodes(), row("kim", 5));
    m_stage->click("differencesLook");
    GroupDrift fewer = drift();
    fewer.differences.remove(0, 2);
    fewer.causes.clear();
    answer(fewer);
    QCOMPARE(things()->currentIndex(), row("kim", 3)); // web-7, which is the second of two now
    QCOMPARE(m_stage->text("differenceTitle"), QStringLiteral("kim"));
}

void TestDifferences::allAlikeOnlyWhenAllWasSeen()
{
    openWeb();
    GroupDrift alike = drift();
    alike.differences.clear();
    alike.causes.clear();
    answer(alike, OutcomeKind::Incomplete);
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Nothing differs in what could be seen"));
    QVERIFY(m_stage->text("emptyText").contains(QStringLiteral("web-6: ")));
    for (ComparedNode& node : alike.nodes)
        node = {node.name, QDateTime::currentDateTimeUtc(), {}, {}};
    m_stage->click("differencesLook");
    answer(alike, OutcomeKind::Done);
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("All alike"));
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(alike));
    QVERIFY(!m_stage->find("differencesRebirth"));
}

void TestDifferences::nothingSeenIsSaid()
{
    openWeb();
    GroupDrift blind;
    blind.group = QStringLiteral("web");
    for (const QString& name : webNodes(8))
        blind.nodes << ComparedNode{name, {}, Error{ErrorCode::SshUnreachable, {name, QStringLiteral("h:22")}, {}}, {}};
    answer(blind, OutcomeKind::Incomplete);
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Nothing could be seen"));
    QVERIFY(m_stage->text("emptyText").startsWith(QStringLiteral("web-1: ")));
    QVERIFY(m_stage->text("differencesNotice").contains(u'8'));
}

void TestDifferences::nodesThatChangedSinceAreSaid()
{
    openWeb();
    answer(drift());
    QVERIFY(!m_stage->text("differencesNotice").contains(QStringLiteral("look again")));
    m_stage->watch(sample::fleet(webNodes(7)));
    QVERIFY(m_stage->text("differencesNotice").contains(QStringLiteral("look again")));
}

void TestDifferences::whatAPersonArrangedStays()
{
    openWeb();
    answer(drift());
    auto* stage = m_stage->find<QSplitter>("differencesStage");
    const auto drag = [](QSplitter* splitter, const QPoint& by) {
        QWidget* handle = splitter->handle(1);
        const QPoint from = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QTest::mouseMove(handle, from + by);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
    };
    drag(stage, {0, -60});
    auto* halves = panel()->findChild<MatrixView*>()->findChild<QSplitter*>();
    drag(halves, {70, 0});
    const QList<int> heights = stage->sizes();
    const QList<int> widths = halves->sizes();
    m_stage->window.reset();
    m_stage->openUp(sample::fleet(webNodes(8)));
    openWeb();
    answer(drift());
    // what a splitter keeps is rounded to its room
    QVERIFY(std::abs(m_stage->find<QSplitter>("differencesStage")->sizes().last() - heights.last()) <= 2);
    QVERIFY(std::abs(panel()->findChild<MatrixView*>()->findChild<QSplitter*>()->sizes().first() - widths.first()) <=
            2);
}

void TestDifferences::escapeCloses()
{
    openWeb();
    answer(drift());
    QTest::keyClick(things(), Qt::Key_Escape);
    QVERIFY(!panel());
}

void TestDifferences::manyNodesAreNamedAslant()
{
    openWeb();
    answer(drift());
    auto* header = panel()->findChild<NodeHeader*>();
    QVERIFY(!header->isAslant());
    const int flat = header->height();
    m_stage->click("differencesLook");
    answer(sample::largeGroupDrift(200, 40));
    QVERIFY(header->isAslant());
    QVERIFY(header->height() > flat);
    nodes()->horizontalScrollBar()->setValue(900);
    WindowHand::clickRow(things(), row("package-2")); // leaves the nodes where a person moved them
    QCOMPARE(nodes()->horizontalScrollBar()->value(), 900);
    QTRY_COMPARE(things()->verticalScrollBar()->maximum(), nodes()->verticalScrollBar()->maximum());
    QCOMPARE(things()->header()->height(), header->height());
    QCOMPARE(nodes()->viewport()->geometry().top(), things()->viewport()->geometry().top());
}

void TestDifferences::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("light-ko") << int(Appearance::Light) << int(Language::Korean);
    QTest::newRow("dark-contrast") << int(Appearance::DarkContrast) << int(Language::English);
}

void TestDifferences::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    m_stage.reset();
    m_stage = std::make_unique<WindowStage>();
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    m_stage->openUp(sample::fleet(webNodes(8)));
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    select("web");
    m_stage->action("actionDifferences")->trigger(); // at two pixels per unit the menu is longer than this screen
    QVERIFY(panel());
    m_stage->operations.say(lookId(), Progress{Phase::ScanningNode, {QStringLiteral("web-3")}, 3, 8});
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    camera.shoot(m_stage->window.get(), "differences-looking");
    answer(drift());
    WindowHand::clickRow(nodes(), row("openssl", 3));
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    camera.shoot(m_stage->window.get(), "differences");
    WindowHand::clickRow(things(), row("/etc/nginx/nginx.conf"));
    camera.shoot(m_stage->window.get(), "differences-lines");
    m_stage->click("differencesLook");
    answer(sample::largeGroupDrift(200, 40));
    WindowHand::clickRow(things(), row("package-2"));
    camera.shoot(m_stage->window.get(), "differences-many");
}

QTEST_MAIN(TestDifferences)
#include "tst_differences.moc"
