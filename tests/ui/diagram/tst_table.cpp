// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/diagram/many_nodes.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/accessible_diagram.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_accessible.h"
#include "ui/diagram/diagram_view.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace snowmelt;

namespace {

struct Heard
{
    QAccessible::Event type;
    QString name; ///< of whom it is about
    int firstRow = -1;
    int lastRow = -1;
};

QList<Heard> heard;

void listen(QAccessibleEvent* event)
{
    QAccessibleInterface* about = event->accessibleInterface();
    Heard one{event->type(), about ? about->text(QAccessible::Name) : QString()};
    if (event->type() == QAccessible::TableModelChanged) {
        const auto* change = static_cast<QAccessibleTableModelChangeEvent*>(event);
        one.firstRow = change->firstRow();
        one.lastRow = change->lastRow();
    }
    heard << one;
}

QList<QAccessible::Event> heardTypes()
{
    QList<QAccessible::Event> types;
    for (const Heard& one : std::as_const(heard))
        types << one.type;
    return types;
}

} // namespace

/// The diagram as a screen reader finds it: through QAccessible alone.
class TestTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void rowsAreThePartsInReadingOrder();
    void columnsHaveTitles();
    void cellsSayTheFacts();
    void cachesAndZonesAreCalledSo();
    void theTreeIsConsistent();
    void widgetsOnTheViewAreFound();
    void theSelectionIsSelectedRows();
    void aRowIsSelectedThroughTheTable();
    void cellsActOnTheirParts();
    void aCellIsWhereItsBoxIs();
    void theSelectionIsTold();
    void newFactsAreTold();
    void whatIsGoneLeavesNoCells();
    void nobodyListensNothingIsMade();
    void tenThousandNodesCostLittle();

private:
    QAccessibleInterface* root() const { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleTableInterface* table() const { return root()->tableInterface(); }
    int made() const { return dynamic_cast<AccessibleDiagram*>(root())->cellsMade(); }
    int rowOf(const QString& name) const;
    QString cell(const QString& name, int column) const;
    void tell(const FleetState& fleet) { sample::tell(*m_document, m_blueprint, fleet); }

    Blueprint m_blueprint;
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    DiagramView* m_view = nullptr;
};

void TestTable::init()
{
    QApplication::setPalette(Theme::light().palette());
    m_blueprint = sample::shop();
    m_document = std::make_unique<FleetDocument>();
    m_window = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(m_window.get());
    m_view = new DiagramView(m_document.get());
    layout->addWidget(m_view);
    m_window->resize(1100, 800);
    tell(sample::up(m_blueprint));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
    QAccessible::setActive(true);
    passAnnouncementsTo(listen);
    heard.clear();
}

void TestTable::cleanup()
{
    passAnnouncementsTo(nullptr);
    QAccessible::setActive(false);
    m_window.reset();
    m_document.reset();
}

int TestTable::rowOf(const QString& name) const
{
    for (int row = 0; row < table()->rowCount(); ++row)
        if (table()->cellAt(row, 0)->text(QAccessible::Name) == name)
            return row;
    return -1;
}

QString TestTable::cell(const QString& name, int column) const
{
    return table()->cellAt(rowOf(name), column)->text(QAccessible::Name);
}

void TestTable::rowsAreThePartsInReadingOrder()
{
    QCOMPARE(root()->role(), QAccessible::Table);
    QVERIFY(root()->text(QAccessible::Name).contains(u"shop"_qs));
    QStringList rows;
    for (int row = 0; row < table()->rowCount(); ++row)
        rows << table()->cellAt(row, 0)->text(QAccessible::Name);
    QCOMPARE(rows,
             (QStringList{u"clients"_qs, u"edge"_qs, u"web"_qs, u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"orders"_qs}));
    QVERIFY(!table()->cellAt(7, 0) && !table()->cellAt(-1, 0) && !table()->cellAt(0, 99));
}

void TestTable::columnsHaveTitles()
{
    QStringList titles;
    for (int column = 0; column < table()->columnCount(); ++column) {
        titles << table()->columnDescription(column);
        const auto headers = table()->cellAt(1, column)->tableCellInterface()->columnHeaderCells();
        QCOMPARE(headers.size(), 1);
        QCOMPARE(headers[0]->role(), QAccessible::ColumnHeader);
        QCOMPARE(headers[0]->text(QAccessible::Name), titles.last());
    }
    QCOMPARE(titles.join(u' '), u"Name Kind State Image Traffic Drift Group Zone"_qs);
}

void TestTable::cellsSayTheFacts()
{
    FleetState fleet = sample::up(m_blueprint);
    fleet.groups[0].nodes[1].health = Health::Down;
    fleet.groups[0].nodes[1].healthReason = u"GET /healthz: 503"_qs;
    fleet.groups[0].nodes[2].driftCount = 4;
    fleet.groups[0].nodes[2].driftHidden = 2;
    fleet.groups[0].nodes[0].share = 0.5;
    sample::observe(*m_document, fleet);
    QVERIFY(cell(u"web-3"_qs, DiagramTable::Drift).contains(u"+2 hidden"_qs));
    QCOMPARE(cell(u"web-2"_qs, DiagramTable::State), u"down, GET /healthz: 503"_qs);
    QCOMPARE(cell(u"web-2"_qs, DiagramTable::Kind), u"node"_qs);
    QCOMPARE(cell(u"web-2"_qs, DiagramTable::Group), u"web"_qs);
    QCOMPARE(cell(u"web-2"_qs, DiagramTable::Image), u"shop 1.0.0"_qs);
    QVERIFY(cell(u"web-3"_qs, DiagramTable::Drift).startsWith(u"4 difference"_qs));
    QCOMPARE(cell(u"web-1"_qs, DiagramTable::Traffic), u"50 %"_qs);
    QCOMPARE(cell(u"web"_qs, DiagramTable::State), u"2 / 3 healthy"_qs);
    QCOMPARE(cell(u"web"_qs, DiagramTable::Drift), u"1 drifted"_qs);
    QVERIFY(cell(u"orders"_qs, DiagramTable::Traffic).contains(u"9 connection"_qs));
    QVERIFY(cell(u"edge"_qs, DiagramTable::Traffic).contains(u"42 req/s"_qs));
    sample::observe(*m_document, sample::swapping(m_blueprint));
    QVERIFY(rowOf(u"web, blue"_qs) >= 0 && rowOf(u"web, green"_qs) > rowOf(u"web, blue"_qs));
    QCOMPARE(cell(u"web-4"_qs, DiagramTable::Group), u"web, green"_qs);
}

void TestTable::cachesAndZonesAreCalledSo()
{
    m_blueprint.caches << Cache{u"sessions"_qs, u"redis"_qs, sample::image(u"7"_qs), {}};
    m_blueprint.groups[0].uses << u"sessions"_qs;
    m_blueprint.groups[0].zones = {u"seoul-a"_qs};
    tell(sample::up(m_blueprint));
    QCOMPARE(cell(u"sessions"_qs, DiagramTable::Kind), u"cache"_qs);
    QCOMPARE(cell(u"sessions"_qs, DiagramTable::State), u"not created yet"_qs);
    QCOMPARE(cell(u"web-1"_qs, DiagramTable::Zone), u"seoul-a"_qs);
    m_document->setSelection(u"sessions"_qs);
    QCOMPARE(root()->text(QAccessible::Description), u"cache sessions: Redis, not created yet"_qs);
    const int zone = m_view->scene().firstOf(u"zone:seoul-a"_qs);
    QVERIFY(zone >= 0);
    QVERIFY(Captions::spoken(m_view->scene().box(zone)).startsWith(u"zone seoul-a: 1 part"_qs));
}

void TestTable::theTreeIsConsistent()
{
    for (int index = 0; index < root()->childCount(); ++index) {
        QAccessibleInterface* child = root()->child(index);
        QVERIFY(child && child->isValid());
        QCOMPARE(root()->indexOfChild(child), index);
        QCOMPARE(child->parent(), root());
    }
    for (int row = 0; row < table()->rowCount(); ++row)
        for (int column = 0; column < table()->columnCount(); ++column) {
            QAccessibleInterface* cell = table()->cellAt(row, column);
            QCOMPARE(cell->tableCellInterface()->rowIndex(), row);
            QCOMPARE(cell->tableCellInterface()->columnIndex(), column);
            QCOMPARE(cell->tableCellInterface()->table(), root());
            QCOMPARE(table()->cellAt(row, column), cell); // made once
        }
    QVERIFY(!root()->child(-1) && !root()->child(root()->childCount()));
}

void TestTable::widgetsOnTheViewAreFound()
{
    const int before = root()->childCount();
    auto* button = new QPushButton(u"Create"_qs, m_view);
    button->show();
    QCOMPARE(root()->childCount(), before + 1);
    QAccessibleInterface* child = root()->child(before);
    QCOMPARE(child->object(), button);
    QCOMPARE(root()->indexOfChild(child), before);
}

void TestTable::theSelectionIsSelectedRows()
{
    m_view->setSelectedParts({u"orders"_qs, u"web-1"_qs});
    QCOMPARE(table()->selectedRows(), (QList<int>{3, 6}));
    QCOMPARE(table()->selectedCellCount(), 2 * table()->columnCount());
    QCOMPARE(table()->selectedCells().size(), table()->selectedCellCount());
    QVERIFY(table()->isRowSelected(3) && !table()->isRowSelected(4));
    QVERIFY(table()->cellAt(3, 2)->state().selected && table()->cellAt(3, 0)->state().focused);
    QVERIFY(!table()->cellAt(6, 0)->state().focused);
    QCOMPARE(root()->focusChild(), table()->cellAt(3, 0));
    QCOMPARE(table()->rowDescription(3), root()->text(QAccessible::Description));
}

void TestTable::aRowIsSelectedThroughTheTable()
{
    QVERIFY(table()->selectRow(4));
    QCOMPARE(m_document->selection(), u"web-2"_qs);
    QVERIFY(table()->unselectRow(4));
    QCOMPARE(m_document->selection(), QString());
    QVERIFY(!table()->unselectRow(4) && !table()->selectRow(99));
}

void TestTable::cellsActOnTheirParts()
{
    QAccessibleActionInterface* orders = table()->cellAt(6, 0)->actionInterface();
    QVERIFY(orders);
    orders->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_document->selection(), u"orders"_qs);
    QSignalSpy activated(m_view, &DiagramView::activated);
    orders->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), u"orders"_qs);
}

void TestTable::aCellIsWhereItsBoxIs()
{
    const QRect rect = table()->cellAt(5, 2)->rect();
    QCOMPARE(rect.topLeft(), m_view->mapToGlobal(m_view->partRect(u"web-3"_qs).topLeft()));
    QCOMPARE(root()->childAt(rect.center().x(), rect.center().y()), table()->cellAt(5, 0));
    QVERIFY(!table()->cellAt(5, 0)->state().offscreen);
    m_view->setViewport({1, {-5000, 0}});
    QVERIFY(table()->cellAt(5, 0)->state().offscreen);
}

void TestTable::theSelectionIsTold()
{
    QTest::keyClick(m_view, Qt::Key_Right);
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_document->selection(), u"edge"_qs);
    const auto focus =
        std::find_if(heard.crbegin(), heard.crend(), [](const Heard& one) { return one.type == QAccessible::Focus; });
    QVERIFY(focus != heard.crend());
    QCOMPARE(focus->name, u"edge"_qs);
    QVERIFY(heardTypes().contains(QAccessible::Selection));
    QVERIFY(heardTypes().contains(QAccessible::DescriptionChanged));
    heard.clear();
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(heardTypes().contains(QAccessible::SelectionWithin));
}

void TestTable::newFactsAreTold()
{
    m_document->setSelection(u"web-1"_qs);
    heard.clear();
    FleetState fleet = sample::up(m_blueprint);
    fleet.groups[0].nodes[0].sessions = 4;
    fleet.groups[0].nodes[1].sessions = 4;
    sample::observe(*m_document, fleet);
    const auto changed = std::find_if(heard.cbegin(), heard.cend(),
                                      [](const Heard& one) { return one.type == QAccessible::TableModelChanged; });
    QVERIFY(changed != heard.cend());
    QVERIFY(changed->firstRow <= 3 && changed->lastRow == 4);
    QVERIFY(heardTypes().contains(QAccessible::DescriptionChanged)); // of the part somebody is on
    heard.clear();
    fleet.groups[0].nodes[1].sessions = 9; // not of that part
    sample::observe(*m_document, fleet);
    QVERIFY(heardTypes().contains(QAccessible::TableModelChanged));
    QVERIFY(!heardTypes().contains(QAccessible::NameChanged));
    heard.clear();
    sample::observe(*m_document, fleet);
    QVERIFY(heard.isEmpty());
}

void TestTable::whatIsGoneLeavesNoCells()
{
    for (int index = 0; index < root()->childCount(); ++index)
        root()->child(index);
    QAccessibleInterface* stays = table()->cellAt(rowOf(u"orders"_qs), 0);
    const int before = made();
    m_blueprint.groups[0].size = 2;
    FleetState fleet = sample::up(m_blueprint);
    m_document->setBlueprint(m_blueprint, true);
    sample::observe(*m_document, fleet);
    QCOMPARE(table()->rowCount(), 6);
    QCOMPARE(made(), before - table()->columnCount());
    QCOMPARE(table()->cellAt(5, 0), stays); // in another row now
    QCOMPARE(stays->tableCellInterface()->rowIndex(), 5);
}

void TestTable::nobodyListensNothingIsMade()
{
    QAccessible::setActive(false);
    sample::observe(*m_document, sample::swapping(m_blueprint));
    m_document->setSelection(u"web-1"_qs);
    QVERIFY(heard.isEmpty());
    QCOMPARE(made(), 0);
}

void TestTable::tenThousandNodesCostLittle()
{
    m_blueprint = sample::large(10'000);
    const FleetState fleet = sample::up(m_blueprint);
    tell(fleet);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->scene().size() > 10'000, 60'000);
    QVERIFY(table()->rowCount() > 10'000);
    QCOMPARE(root()->childCount(), table()->columnCount() * (table()->rowCount() + 1));
    heard.clear();
    FleetState ill = fleet;
    for (GroupState& group : ill.groups)
        for (NodeState& node : group.nodes)
            node.health = Health::Down;
    QSignalSpy changed(m_view, &DiagramView::marksChanged);
    sample::observe(*m_document, ill);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
    m_document->setSelection(ill.groups.first().nodes.first().name);
    QVERIFY2(heard.size() <= 8, qPrintable(QString::number(heard.size())));
    QVERIFY2(made() <= 8, qPrintable(QString::number(made()))); // those that events spoke of
}

QTEST_MAIN(TestTable)
#include "tst_table.moc"
