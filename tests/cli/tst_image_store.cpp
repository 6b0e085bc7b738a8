// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include <QDir>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

ImageRecord record(const ImageRef& ref, const QByteArray& content)
{
    ImageRecord image;
    image.ref = ref;
    image.digest = Digest::ofBytes(content);
    image.size = 191'000'000;
    image.ownSize = 12'000'000;
    return image;
}

Finished end(OutcomeKind outcome)
{
    return {outcome, Safety::Unchanged, std::nullopt, 0};
}

} // namespace

/// What `images` does besides listing.
class TestCliImageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifyOfAWholeStore()
    {
        CliFixture cli;
        cli.script = {Progress{Phase::Looking, {}, 1, 9}, StoreVerified{{4, 9, 191'000'000, {}}},
                      end(OutcomeKind::Done)};
        cli.run({u"images"_qs, u"--verify"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 0);
        QVERIFY(cli.intent<VerifyImagesIntent>());
        QVERIFY2(cli.out.contains(u"The image store is whole. 4 image"_qs) && cli.out.contains(u", 191 MB read."_qs),
                 qPrintable(cli.out));
    }

    void verifyNamesDamage()
    {
        CliFixture cli;
        const StoreDamage gone{StoreFault::Missing, u"sha256:ab"_qs, {u"shop@1.0.0"_qs, u"shop@1.1.0"_qs}};
        const StoreDamage left{StoreFault::Unnamed, u"sha256:cd"_qs, {}};
        cli.script = {StoreVerified{{4, 9, 191'000'000, {gone, left}}}, end(OutcomeKind::Differences)};
        cli.run({u"images"_qs, u"--verify"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 2);
        QVERIFY2(cli.out.contains(u"sha256:ab  missing           shop@1.0.0, shop@1.1.0"_qs), qPrintable(cli.out));
        QVERIFY(cli.out.contains(u"sha256:cd  named by nothing"_qs) &&
                cli.out.contains(u"The image store is damaged."_qs));
        cli.run({u"images"_qs, u"--verify"_qs, u"--json"_qs, cli.blueprint()});
        const QJsonObject json = document(cli.out);
        QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.store-check/1"_qs);
        const QJsonArray damage = json.value(u"check"_qs).toObject().value(u"damage"_qs).toArray();
        QCOMPARE(damage.size(), 2);
        QCOMPARE(damage[0].toObject().value(u"fault"_qs).toString(), u"missing"_qs);
    }

    void pruneSaysWhatGoesAndWhyTheRestStays()
    {
        CliFixture cli;
        Pruning pruning;
        pruning.gone = {record(shop10, "old")};
        pruning.kept = {{record(shop11, "new"), KeepReason::NodeRuns, {u"web-1"_qs}}};
        pruning.blobs = 3;
        pruning.bytes = 12'000'000;
        cli.script = {ImagesPruned{pruning}, end(OutcomeKind::Done)};
        cli.run({u"images"_qs, u"--prune"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 0);
        QVERIFY(cli.intent<PruneImagesIntent>());
        QCOMPARE(cli.intent<PruneImagesIntent>()->remove, false);
        QCOMPARE(cli.intent<PruneImagesIntent>()->keep, 2);
        QVERIFY2(cli.out.contains(u"12 MB  goes"_qs), qPrintable(cli.out));
        QVERIFY2(cli.out.contains(u"12 MB  stays: web-1 runs it"_qs), qPrintable(cli.out));
        QVERIFY2(cli.out.contains(u"1 build(s) would go, and 12 MB become free. Nothing was removed: say --remove."_qs),
                 qPrintable(cli.out));
        pruning.removed = true;
        cli.script = {ImagesPruned{pruning}, end(OutcomeKind::Done)};
        cli.run({u"images"_qs, u"--prune"_qs, u"--remove"_qs, u"--keep=1"_qs, cli.blueprint()});
        QCOMPARE(cli.intent<PruneImagesIntent>()->remove, true);
        QCOMPARE(cli.intent<PruneImagesIntent>()->keep, 1);
        QVERIFY2(cli.out.contains(u"1 build(s) were removed; 12 MB became free."_qs), qPrintable(cli.out));
        cli.run({u"images"_qs, u"--prune"_qs, u"--json"_qs, cli.blueprint()});
        const QJsonObject json = document(cli.out).value(u"pruning"_qs).toObject();
        QCOMPARE(json.value(u"kept"_qs).toArray()[0].toObject().value(u"reason"_qs).toString(), u"nodeRuns"_qs);
    }

    void exportNeedsAFileAndKnowsTheLastVersion()
    {
        CliFixture cli;
        cli.script = {ImageExported{record(shop11, "new"), {u"/x/shop.tar"_qs}, 191'000'000}, end(OutcomeKind::Done)};
        cli.run({u"images"_qs, u"--export"_qs, u"shop"_qs, u"-o"_qs, u"shop.tar"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 0);
        QCOMPARE(cli.intent<ExportImageIntent>()->image, shop11);
        QCOMPARE(cli.intent<ExportImageIntent>()->format, ImageFormat::OciArchive);
        QCOMPARE(cli.intent<ExportImageIntent>()->file, QDir::current().absoluteFilePath(u"shop.tar"_qs));
        QVERIFY2(cli.out.contains(u"/x/shop.tar\nshop 1.1.0 was written: 191 MB."_qs), qPrintable(cli.out));
        cli.run({u"images"_qs, u"--export=shop@1.0.0"_qs, u"-o"_qs, u"x"_qs, u"--format=lxd"_qs, u"--json"_qs,
                 cli.blueprint()});
        QCOMPARE(cli.intent<ExportImageIntent>()->image, shop10);
        QCOMPARE(cli.intent<ExportImageIntent>()->format, ImageFormat::Lxd);
        QCOMPARE(document(cli.out).value(u"files"_qs).toArray().size(), 1);
    }

    void importSaysWhatCameIn()
    {
        CliFixture cli;
        cli.script = {ImageImported{record(shop11, "new")}, end(OutcomeKind::Done)};
        cli.run({u"images"_qs, u"--import"_qs, u"shop.tar"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 0);
        QCOMPARE(cli.intent<ImportImageIntent>()->file, QDir::current().absoluteFilePath(u"shop.tar"_qs));
        QVERIFY2(cli.out.contains(u"shop 1.1.0 is in the store now: 191 MB, "_qs), qPrintable(cli.out));
        cli.script = {Finished{OutcomeKind::Failed, Safety::StoreAsBefore,
                               Error{ErrorCode::ImageFileInvalid, {u"shop.tar"_qs}, u"../x: unknown name"_qs}, 0}};
        cli.run({u"images"_qs, u"--import"_qs, u"shop.tar"_qs, cli.blueprint()});
        QCOMPARE(cli.status, 1);
        QVERIFY2(cli.err.contains(u"../x: unknown name"_qs), qPrintable(cli.err));
        cli.run({u"images"_qs, u"--import"_qs, u"shop.tar"_qs, u"--json"_qs, cli.blueprint()});
        QVERIFY(document(cli.out).value(u"image"_qs).isNull());
    }

    void whatMakesNoSenseTogetherIsRefused()
    {
        CliFixture cli;
        const QList<QStringList> wrong{{u"--verify"_qs, u"--prune"_qs},
                                       {u"--tree"_qs, u"--verify"_qs},
                                       {u"--keep=2"_qs},
                                       {u"--remove"_qs, u"--verify"_qs},
                                       {u"--export=shop"_qs},
                                       {u"--format=lxd"_qs, u"--prune"_qs},
                                       {u"--prune"_qs, u"--keep=0"_qs},
                                       {u"--export=shop"_qs, u"-o"_qs, u"x"_qs, u"--format=zip"_qs},
                                       {u"--export=../x@1"_qs, u"-o"_qs, u"x"_qs}};
        for (const QStringList& words : wrong) {
            cli.run(QStringList{u"images"_qs} + words + QStringList{cli.blueprint()});
            QVERIFY2(cli.status == 64, qPrintable(words.join(u' ')));
            QVERIFY(cli.log.requests.isEmpty());
        }
    }
};

QTEST_MAIN(TestCliImageStore)
#include "tst_image_store.moc"
