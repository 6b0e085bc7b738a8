// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/wording/wording.h"

#include <QRegularExpression>

using namespace snowmelt;

class TestImagesTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void eachBelowItsParent();
    void nodesThatRunThem();
    void countsWhereNobodyNamesThem();
};

namespace {

ImageRecord image(const QString& ref, const QString& parent, bool built = true)
{
    ImageRecord record;
    record.ref = *ImageRef::parse(ref);
    record.parent = ImageRef::parse(parent).value_or(ImageRef());
    if (!built)
        return record;
    record.digest = Digest::ofBytes(ref.toUtf8());
    record.size = 191'000'000;
    record.ownSize = 4'000'000;
    record.builtAt = QDateTime::currentDateTimeUtc();
    return record;
}

QList<ImageRecord> images()
{
    return {image(u"os@1"_qs, {}),
            image(u"web@1"_qs, u"os@1"_qs),
            image(u"shop@1"_qs, u"web@1"_qs),
            image(u"shop@2"_qs, u"web@1"_qs, false),
            image(u"db@1"_qs, u"os@1"_qs),
            image(u"lone@1"_qs, u"gone@1"_qs)};
}

/// Branches, which have blanks, and the name behind them.
QStringList firstColumns(const QString& out)
{
    static const QRegularExpression first(u"^[│├└─ ]*[^ ]+"_qs);
    QStringList columns;
    for (const QString& line : out.split(u'\n', Qt::SkipEmptyParts))
        columns.append(first.match(line).captured());
    return columns;
}

} // namespace

void TestImagesTree::eachBelowItsParent()
{
    CliFixture cli;
    cli.script = {ImagesListed{images()}, Finished{}};
    cli.run({u"images"_qs, u"--tree"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(firstColumns(cli.out), (QStringList{u"IMAGE"_qs, u"os@1"_qs, u"├─ web@1"_qs, u"│  ├─ shop@1"_qs,
                                                 u"│  └─ shop@2"_qs, u"└─ db@1"_qs, u"lone@1"_qs}));
    QVERIFY2(cli.out.contains(u"not built"_qs), qPrintable(cli.out));
    QCOMPARE(cli.log.requests.size(), 1); // no node runs one: nobody is asked for their names
}

void TestImagesTree::nodesThatRunThem()
{
    QList<ImageRecord> list = images();
    list[2].nodes = 2;
    FleetState fleet;
    GroupState group;
    for (const char* name : {"web-1", "web-2\x1b"}) {
        NodeState node;
        node.name = QString::fromLatin1(name);
        node.digest = list[2].digest;
        group.nodes.append(node);
    }
    fleet.groups = {group};
    CliFixture cli;
    cli.script = {ImagesListed{list}, FleetObserved{fleet}, Finished{}};
    cli.run({u"images"_qs, u"--tree"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"  web-1, web-2\\x1b\n"_qs), qPrintable(cli.out));
}

void TestImagesTree::countsWhereNobodyNamesThem()
{
    QList<ImageRecord> list = images();
    list[2].nodes = 2;
    CliFixture cli;
    cli.script = {ImagesListed{list}, Finished{}};
    cli.run({u"images"_qs, u"--tree"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"  2 nodes\n"_qs), qPrintable(cli.out));
    cli.run({u"images"_qs, cli.blueprint()});
    QVERIFY(!cli.out.contains(u"├"_qs));
}

QTEST_MAIN(TestImagesTree)
#include "tst_images_tree.moc"
