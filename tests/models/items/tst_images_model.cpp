// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/images_model.h"

#include "models/document/fleet_document.h"

#include <QTest>

using namespace snowmelt;

class TestImagesModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersEndAtOneEdge();
};

void TestImagesModel::numbersEndAtOneEdge()
{
    FleetDocument document;
    Blueprint blueprint;
    ImageSource source;
    source.ref = *ImageRef::parse(QStringLiteral("shop@1.0.0"));
    blueprint.images = {source};
    document.open(blueprint);
    const ImagesModel model(&document);
    QCOMPARE(model.rowCount(), 1);
    const QVariant right = int(Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {2, 3}) {
        QCOMPARE(model.index(0, column).data(Qt::TextAlignmentRole).toInt(), right.toInt());
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), right.toInt());
    }
    QVERIFY(!model.index(0, 0).data(Qt::TextAlignmentRole).isValid());
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Image"));
}

QTEST_MAIN(TestImagesModel)
#include "tst_images_model.moc"
