// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/differences_test.h"
#include "ui/shell/differences/matrix_view.h"
#include "ui/shell/differences/node_header.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>

#include <cstdlib>

using namespace snowmelt;

/// The rows and columns of who differs.
class TestDifferencesMatrix : public DifferencesTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { begin(); }
    void cleanup() { m_stage.reset(); }
    void theFilterFindsAndSaysWhatItHides();
    void someNodesAlone();
    void arrowKeysGoThroughBothHalves();
    void aNodesColumnIsTheNode();
    void detailsTellValuesAndLines();
    void rowsAreCopiedAsText();
    void bothHalvesScrollAndCloseTogether();
    void aPlaceIsKeptThroughAnotherLook();
    void whatAPersonArrangedStays();
    void manyNodesAreNamedAslant();
};

void TestDifferencesMatrix::theFilterFindsAndSaysWhatItHides()
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

void TestDifferencesMatrix::someNodesAlone()
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

void TestDifferencesMatrix::arrowKeysGoThroughBothHalves()
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

void TestDifferencesMatrix::aNodesColumnIsTheNode()
{
    openWeb();
    answer(drift());
    WindowHand::clickRow(nodes(), row("kim", 5));
    QCOMPARE(document()->selection(), QStringLiteral("web-7"));
    QVERIFY(panel()); // and stays on the group
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift()));
}

void TestDifferencesMatrix::detailsTellValuesAndLines()
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

void TestDifferencesMatrix::rowsAreCopiedAsText()
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

void TestDifferencesMatrix::bothHalvesScrollAndCloseTogether()
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

void TestDifferencesMatrix::aPlaceIsKeptThroughAnotherLook()
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

void TestDifferencesMatrix::whatAPersonArrangedStays()
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

void TestDifferencesMatrix::manyNodesAreNamedAslant()
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

QTEST_MAIN(TestDifferencesMatrix)
#include "tst_differences_matrix.moc"
