// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/export/sidecar.h"
#include "ui/shell/arrangement/place_keeper.h"

#include "models/domain/blueprint/parse_blueprint.h"
#include "models/editing/blueprint_editor.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const QByteArray good = "{\"schema\": \"snowmelt.layout/1\", \"placed\": {\"orders\": [800, 400], \"gone\": [0, 8]}, "
                        "\"seats\": {}, \"fields\": {}, \"collapsed\": []}";

} // namespace

/// The file beside the blueprint: found, kept, put aside, shared.
class TestSidecar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void itsName();
    void itIsReadAndUsed();
    void whatIsNotThereIsKeptUnused();
    void whoOnlyLooksLeavesNoTraces();
    void whatIsPlacedIsWritten();
    void onceThereItKeepsWhatLayoutDecides();
    void whatIsClosedIsKept();
    void damage_data();
    void damage();
    void damageAgainGetsTheNextNumber();
    void aFolderThatIsGoneIsSaidOnce();
    void anotherWindowIsNotOverwritten();
    void theirDamageIsPutAside();
    void aFileTakenAwayIsWrittenAnew();
    void nodesKeepTheirCellsFromDayToDay();
    void aNewNameKeepsThePlace();
    void leavingWritesAtOnce();

private:
    QString blueprintPath() const { return m_folder->filePath(u"shop.yaml"_qs); }
    QString path() const { return m_folder->filePath(u"shop.layout.json"_qs); }
    QByteArray onDisk(const QString& at) const
    {
        QFile file(at);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    Arrangement written() const { return arrangementFromJson(onDisk(path())).value; }
    /// As the window opens a fleet, and as it is told what runs.
    void open()
    {
        m_blueprint.path = blueprintPath();
        m_keeper->open(m_blueprint.path);
        sample::tell(m_document, m_blueprint, sample::up(m_blueprint));
    }
    void place(const QString& seat, const QPointF& at) { Q_EMIT m_view->moveAsked({{seat, at}}, false); }
    QPointF cornerOf(const QString& part) const
    {
        return m_view->scene().rect(m_view->scene().firstOf(part)).topLeft();
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Blueprint m_blueprint;
    FleetDocument m_document;
    std::unique_ptr<BlueprintEditor> m_editor;
    std::unique_ptr<PlaceKeeper> m_keeper;
    std::unique_ptr<DiagramView> m_view;
    std::unique_ptr<QSignalSpy> m_said;
};

void TestSidecar::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_blueprint = sample::shop();
    m_editor = std::make_unique<BlueprintEditor>();
    m_keeper = std::make_unique<PlaceKeeper>(&m_document, m_editor.get(), nullptr);
    m_view = std::make_unique<DiagramView>(&m_document);
    m_said = std::make_unique<QSignalSpy>(m_keeper.get(), &PlaceKeeper::said);
    m_keeper->show(m_view.get());
}

void TestSidecar::cleanup()
{
    m_said.reset();
    m_keeper.reset();
    m_view.reset();
    m_editor.reset();
}

void TestSidecar::itsName()
{
    QCOMPARE(sidecarOf(u"/fleets/shop.yaml"_qs), u"/fleets/shop.layout.json"_qs);
    QCOMPARE(sidecarOf(u"/fleets/shop.prod.yml"_qs), u"/fleets/shop.prod.layout.json"_qs);
    QCOMPARE(sidecarOf(QString()), QString());
}

void TestSidecar::itIsReadAndUsed()
{
    write(good);
    open();
    QCOMPARE(cornerOf(u"orders"_qs), QPointF(800, 400));
    QVERIFY(m_said->isEmpty());
    QCOMPARE(m_editor->canUndo(), false);
}

void TestSidecar::whatIsNotThereIsKeptUnused()
{
    write(good);
    open();
    place(u"edge"_qs, {-400, 80});
    m_keeper->flush();
    QCOMPARE(written().placed, (Places{{u"edge"_qs, {-400, 80}}, {u"gone"_qs, {0, 8}}, {u"orders"_qs, {800, 400}}}));
}

void TestSidecar::whoOnlyLooksLeavesNoTraces()
{
    open();
    sample::observe(m_document, sample::swapping(m_blueprint));
    m_keeper->flush();
    m_keeper.reset();
    QCOMPARE(files(), QStringList());
}

void TestSidecar::whatIsPlacedIsWritten()
{
    open();
    place(u"orders"_qs, {1000, 8});
    QTRY_COMPARE(written().placed, (Places{{u"orders"_qs, {1000, 8}}}));
    QVERIFY(written().seats.contains(u"web"_qs));
    m_editor->undo();
    QTRY_VERIFY(written().placed.isEmpty());
    m_editor->redo();
    QTRY_COMPARE(written().placed, (Places{{u"orders"_qs, {1000, 8}}}));
    // And it is what the next one finds.
    const Diagram shown = m_view->scene().diagram();
    open();
    QCOMPARE(m_view->scene().diagram().boxes, shown.boxes);
}

void TestSidecar::onceThereItKeepsWhatLayoutDecides()
{
    write(good);
    open();
    m_keeper->flush();
    QVERIFY(written().seats.contains(u"web"_qs));
    m_blueprint.groups << Group{u"api"_qs, sample::image(u"1"_qs), 2, 80, {}, {}};
    m_document.setBlueprint(m_blueprint, true);
    m_keeper->flush();
    QVERIFY(written().seats.contains(u"api"_qs));
}

void TestSidecar::whatIsClosedIsKept()
{
    open();
    Arrangement closed = m_view->arrangement();
    closed.collapsed.insert(u"web"_qs);
    m_view->setArrangement(closed);
    QTRY_COMPARE(written().collapsed, QSet<QString>{u"web"_qs});
    closed = m_view->arrangement();
    closed.collapsed.clear();
    m_view->setArrangement(closed);
    QTRY_VERIFY(written().collapsed.isEmpty());
}

void TestSidecar::damage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << good.left(60);
    QTest::newRow("other schema") << QByteArray(good).replace("layout/1", "layout/9");
    QTest::newRow("no text") << QByteArray("\x00\xff\xfe\x12", 4);
    QTest::newRow("conflict of git") << QByteArray("<<<<<<< HEAD\n" + good + "\n=======\n" + good +
                                                   "\n>>>>>>> theirs\n");
    QTest::newRow("words for numbers") << QByteArray(good).replace("800", "\"far\"");
    QTest::newRow("nowhere") << QByteArray(good).replace("800", "8e9");
    QTest::newRow("empty") << QByteArray();
}

void TestSidecar::damage()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    open();
    QTRY_COMPARE(m_said->size(), 1);
    const QString said = m_said->first().first().toString();
    QVERIFY2(said.contains(u"shop.layout.json.broken-1"_qs), qPrintable(said));
    QCOMPARE(files(), QStringList{u"shop.layout.json.broken-1"_qs});
    QCOMPARE(onDisk(path() + u".broken-1"), bytes);
    QCOMPARE(m_view->scene().diagram().boxes, layoutFleet(m_blueprint, sample::up(m_blueprint)).boxes);
    place(u"orders"_qs, {1000, 8});
    m_keeper->flush();
    QCOMPARE(written().placed.size(), 1);
    QCOMPARE(onDisk(path() + u".broken-1"), bytes);
}

void TestSidecar::damageAgainGetsTheNextNumber()
{
    for (int time = 1; time <= 2; ++time) {
        write("nonsense " + QByteArray::number(time));
        open();
    }
    QCOMPARE(onDisk(path() + u".broken-1"), QByteArray("nonsense 1"));
    QCOMPARE(onDisk(path() + u".broken-2"), QByteArray("nonsense 2"));
}

void TestSidecar::aFolderThatIsGoneIsSaidOnce()
{
    open();
    QVERIFY(QDir(m_folder->path()).removeRecursively());
    place(u"orders"_qs, {1000, 8});
    m_keeper->flush();
    QTRY_COMPARE(m_said->size(), 1);
    QVERIFY(m_said->first().first().toString().contains(u"shop.layout.json"_qs));
    place(u"orders"_qs, {1000, 16});
    m_keeper->flush();
    QCoreApplication::processEvents();
    QCOMPARE(m_said->size(), 1);
    QCOMPARE(cornerOf(u"orders"_qs), QPointF(1000, 16)); // nothing is lost in the window
    // It can be written again: so it is.
    QVERIFY(QDir().mkpath(m_folder->path()));
    place(u"edge"_qs, {-400, 16});
    m_keeper->flush();
    QCOMPARE(written().placed.size(), 2);
}

void TestSidecar::anotherWindowIsNotOverwritten()
{
    write(good);
    open();
    Arrangement theirs = written();
    theirs.placed.insert(u"edge"_qs, {-800, 0});
    theirs.placed.remove(u"gone"_qs);
    write(arrangementToJson(theirs));
    place(u"orders"_qs, {1000, 8});
    m_keeper->flush();
    QCOMPARE(written().placed, (Places{{u"edge"_qs, {-800, 0}}, {u"orders"_qs, {1000, 8}}}));
    QCOMPARE(cornerOf(u"edge"_qs), QPointF(-800, 0));
    QCOMPARE(cornerOf(u"orders"_qs), QPointF(1000, 8));
    QTRY_COMPARE(m_said->size(), 1);
}

void TestSidecar::theirDamageIsPutAside()
{
    write(good);
    open();
    write("half of a fi");
    place(u"orders"_qs, {1000, 8});
    m_keeper->flush();
    QCOMPARE(onDisk(path() + u".broken-1"), QByteArray("half of a fi"));
    QCOMPARE(written().placed[u"orders"_qs], QPointF(1000, 8));
    QTRY_COMPARE(m_said->size(), 1);
}

void TestSidecar::aFileTakenAwayIsWrittenAnew()
{
    write(good);
    open();
    QVERIFY(QFile::remove(path()));
    place(u"orders"_qs, {1000, 8});
    m_keeper->flush();
    QCOMPARE(written().placed[u"orders"_qs], QPointF(1000, 8));
    QVERIFY(m_said->isEmpty());
}

/// Before the fleet is seen the diagram shows the nodes that the blueprint counts; which are there is another matter.
void TestSidecar::nodesKeepTheirCellsFromDayToDay()
{
    FleetState lived = sample::up(m_blueprint);
    lived.groups[0].nodes[1].name = u"web-7"_qs; // 2 died, 7 came
    lived.observedAt = QDateTime::currentDateTimeUtc();
    open();
    sample::observe(m_document, lived);
    place(u"orders"_qs, {1000, 8});
    m_keeper->flush();
    const Diagram yesterday = m_view->scene().diagram();
    const QByteArray text = onDisk(path());
    m_keeper->open(m_blueprint.path);
    m_document.open(m_blueprint);
    QVERIFY(m_view->scene().firstOf(u"web-2"_qs) >= 0);
    m_keeper->flush();
    QCOMPARE(written().fields, arrangementFromJson(text).value.fields);
    m_document.apply(Event{u"watch"_qs, lived.observedAt, Started{u"watch"_qs, m_blueprint.name, {}}});
    sample::observe(m_document, lived);
    for (const DiagramBox& box : yesterday.boxes)
        QCOMPARE(cornerOf(box.part), box.rect.topLeft());
    m_keeper->flush();
    QCOMPARE(onDisk(path()), text);
}

void TestSidecar::aNewNameKeepsThePlace()
{
    const QByteArray text = "snowmelt: 1\nname: shop\nplatform: {kind: simulation}\nimages:\n"
                            "  shop: {versions: {1: recipes/shop.yaml}}\n"
                            "groups:\n  web: {image: shop@1, size: 3, port: 8080}\n  api: {image: shop@1, size: 2, "
                            "port: 8081}\n";
    m_blueprint = parseBlueprint(text, blueprintPath()).value;
    connect(m_editor.get(), &BlueprintEditor::changed, this,
            [this] { m_document.setBlueprint(m_editor->blueprint(), m_editor->isModified()); });
    m_keeper->open(m_blueprint.path);
    m_document.open(m_blueprint);
    m_editor->open(text, m_blueprint);
    place(u"web"_qs, {160, 480});
    const QPointF api = cornerOf(u"api"_qs);
    QVERIFY(!m_editor->edit(Rename{u"web"_qs, u"front"_qs}));
    QCOMPARE(cornerOf(u"front"_qs), QPointF(160, 480));
    QVERIFY(!m_editor->edit(Rename{u"api"_qs, u"back"_qs}));
    QCOMPARE(cornerOf(u"back"_qs), api);
    m_editor->undo();
    m_editor->undo();
    QCOMPARE(cornerOf(u"web"_qs), QPointF(160, 480));
    QCOMPARE(cornerOf(u"api"_qs), api);
    m_editor->undo();
    QVERIFY(m_view->arrangement().placed.isEmpty());
    // The edit is gone with the part; so is its place, until it is undone.
    m_editor->redo();
    QVERIFY(!m_editor->edit(Delete{u"web"_qs}));
    m_editor->undo();
    QCOMPARE(cornerOf(u"web"_qs), QPointF(160, 480));
    m_editor->disconnect(this);
}

void TestSidecar::leavingWritesAtOnce()
{
    open();
    place(u"orders"_qs, {1000, 8});
    const QString first = path();
    m_keeper->open(m_folder->filePath(u"other.yaml"_qs));
    QVERIFY(QFile::exists(first));
    QVERIFY(m_keeper->arrangement().placed.isEmpty());
    open();
    place(u"edge"_qs, {-400, 16});
    m_keeper.reset();
    QCOMPARE(written().placed.size(), 2);
}

QTEST_MAIN(TestSidecar)
#include "tst_sidecar.moc"
