// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineage_model.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "tests/models/document/sample_events.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace snowmelt;

class TestLineageModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void imagesStandBelowTheirParent();
    void statesAndFacts();
    void nodesAreNamed();
    void rowsStayWhenAnImageIsBuilt();
    void numbersEndAtOneEdge();

private:
    void list(FleetDocument& document, const QList<ImageRecord>& images)
    {
        document.apply({u"op"_qs, sample::at(0), Started{u"images"_qs, u"shop"_qs, {}}});
        document.apply({u"op"_qs, sample::at(0), ImagesListed{images}});
    }
};

namespace {

ImageRecord image(const QString& ref, const QString& parent, const QByteArray& content = {})
{
    ImageRecord record;
    record.ref = *ImageRef::parse(ref);
    record.parent = ImageRef::parse(parent).value_or(ImageRef());
    if (content.isNull())
        return record;
    record.digest = Digest::ofBytes(content);
    record.size = 190'000'000;
    record.ownSize = 4'000'000;
    record.packages = 213;
    record.builtAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    return record;
}

QList<ImageRecord> images()
{
    QList<ImageRecord> list{image(u"os@1"_qs, {}, "os"), image(u"web@1"_qs, u"os@1"_qs, "web"),
                            image(u"shop@1.0.0"_qs, u"web@1"_qs, "shop"), image(u"shop@1.1.0"_qs, u"web@1"_qs)};
    list[1].stale = true;
    list[2].serveMs = 94;
    return list;
}

QString treeOf(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth, u'.') + index.data(IdRole).toString() + u' ' + treeOf(model, index, depth + 1);
    }
    return text;
}

} // namespace

void TestLineageModel::imagesStandBelowTheirParent()
{
    FleetDocument document;
    document.open({});
    LineageModel model(&document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    list(document, images());
    QCOMPARE(treeOf(model), u"os@1 .web@1 ..shop@1.0.0 ..shop@1.1.0 "_qs);
    QCOMPARE(model.imageAt(model.indexOf({u"shop"_qs, u"1.0.0"_qs})), images()[2]);
    QVERIFY(model.imageAt({}).ref.isNull());
    document.open({});
    QCOMPARE(treeOf(model), QString());
}

void TestLineageModel::statesAndFacts()
{
    FleetDocument document;
    document.open({});
    LineageModel model(&document);
    list(document, images());
    const auto textsOf = [&model](const char* ref) {
        const QModelIndex row = model.indexOf(*ImageRef::parse(QString::fromLatin1(ref)));
        QStringList texts;
        for (int column = 0; column < LineageModel::ColumnCount; ++column)
            texts << row.siblingAtColumn(column).data().toString();
        return texts;
    };
    QCOMPARE(textsOf("shop@1.1.0").join(u'|'), u"shop 1.1.0|not built|||||||"_qs);
    QCOMPARE(textsOf("web@1").value(LineageModel::Build), u"stale"_qs);
    const QStringList shop = textsOf("shop@1.0.0");
    QCOMPARE(shop.value(LineageModel::Build), u"built"_qs);
    QCOMPARE(shop.value(LineageModel::Size), u"190 MB"_qs);
    QCOMPARE(shop.value(LineageModel::Own), u"4 MB"_qs);
    QCOMPARE(shop.value(LineageModel::Packages), u"213"_qs);
    QCOMPARE(shop.value(LineageModel::Serves), u"94 ms"_qs);
    QCOMPARE(textsOf("web@1").value(LineageModel::Serves), QString()); // it was never tried
    QCOMPARE(shop.value(LineageModel::DigestColumn), Digest::ofBytes("shop").shortHex());
    const QModelIndex row = model.indexOf({u"shop"_qs, u"1.0.0"_qs});
    QCOMPARE(row.siblingAtColumn(LineageModel::DigestColumn).data(Qt::ToolTipRole).toString(),
             Digest::ofBytes("shop").text());
}

void TestLineageModel::nodesAreNamed()
{
    FleetDocument document;
    document.open({});
    LineageModel model(&document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    list(document, images());
    FleetState fleet;
    GroupState group;
    group.name = u"web"_qs;
    for (const char* name : {"web-1", "web-2"}) {
        NodeState node;
        node.name = QString::fromLatin1(name);
        node.digest = Digest::ofBytes("shop");
        group.nodes.append(node);
    }
    fleet.groups = {group};
    document.apply({u"w"_qs, sample::at(0), Started{u"watch"_qs, u"shop"_qs, {}}});
    document.apply({u"w"_qs, sample::at(0), FleetObserved{fleet}});
    const QModelIndex row = model.indexOf({u"shop"_qs, u"1.0.0"_qs});
    QCOMPARE(row.siblingAtColumn(LineageModel::Nodes).data().toString(), u"web-1, web-2"_qs);
}

void TestLineageModel::rowsStayWhenAnImageIsBuilt()
{
    FleetDocument document;
    document.open({});
    LineageModel model(&document);
    list(document, images());
    const QPersistentModelIndex row = model.indexOf({u"shop"_qs, u"1.1.0"_qs});
    QList<ImageRecord> built = images();
    built[3] = image(u"shop@1.1.0"_qs, u"web@1"_qs, "new");
    list(document, built);
    QVERIFY(row.isValid());
    QCOMPARE(model.imageAt(row).digest, Digest::ofBytes("new"));
}

void TestLineageModel::numbersEndAtOneEdge()
{
    FleetDocument document;
    const LineageModel model(&document);
    for (const int column : {LineageModel::Size, LineageModel::Own, LineageModel::Packages, LineageModel::Built})
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
                 int(Qt::AlignRight | Qt::AlignVCenter));
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::TextAlignmentRole).isValid());
}

QTEST_MAIN(TestLineageModel)
#include "tst_lineage_model.moc"
