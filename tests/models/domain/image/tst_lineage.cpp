// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/lineage.h"

#include <QTest>

using namespace snowmelt;

class TestLineage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void childrenFollowTheirParent_data();
    void childrenFollowTheirParent();
};

namespace {

/// "os@1 web@1<os@1"
QList<ImageRecord> imagesOf(const QString& text)
{
    QList<ImageRecord> images;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        ImageRecord image;
        image.ref = *ImageRef::parse(word.section(u'<', 0, 0));
        image.parent = ImageRef::parse(word.section(u'<', 1)).value_or(ImageRef());
        images.append(image);
    }
    return images;
}

QString treeOf(const QString& text)
{
    QStringList rows;
    for (const LineageRow& row : lineageOf(imagesOf(text)))
        rows.append(QString(row.depth, u'.') + row.image.ref.text());
    return rows.join(u' ');
}

} // namespace

void TestLineage::childrenFollowTheirParent_data()
{
    QTest::addColumn<QString>("images");
    QTest::addColumn<QString>("tree");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("tiers") << u"shop@1<web@1 os@1 shop@2<web@1 web@1<os@1 db@1<os@1"_qs
                           << u"os@1 .web@1 ..shop@1 ..shop@2 .db@1"_qs;
    QTest::newRow("several roots") << u"a@1 b@1 c@1<b@1"_qs << u"a@1 b@1 .c@1"_qs;
    QTest::newRow("parent is not there") << u"shop@1<web@9 os@1"_qs << u"shop@1 os@1"_qs;
    QTest::newRow("own parent") << u"os@1 a@1<a@1"_qs << u"os@1 a@1"_qs;
    QTest::newRow("circle") << u"os@1 a@1<b@1 b@1<a@1"_qs << u"os@1 a@1 b@1"_qs;
}

void TestLineage::childrenFollowTheirParent()
{
    QFETCH(QString, images);
    QTEST(treeOf(images), "tree");
}

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
