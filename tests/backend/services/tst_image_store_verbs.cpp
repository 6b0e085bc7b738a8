// SPDX-License-Identifier: GPL-3.0-or-later
// The image store's care through the port, with a simulated fleet that needs some of what is in it.
#include "backend/image/durable_file.h"
#include "backend/image/store_index.h"
#include "backend/services/backend_operations.h"
#include "models/domain/code_names.h"
#include "tests/backend/image/sample_store.h"
#include "tests/support/lab.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString web = QStringLiteral("web");
const ImageRef next{QStringLiteral("shop"), QStringLiteral("1.1.0")};

QString simulatedFile()
{
    return QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/simulated/simulated.yaml");
}

/// "shop@1.0.0 nodeRuns(web-1)" of what stays, "shop@1.0.0 gone" of what goes.
QStringList fatesOf(const Run& run)
{
    const Pruning pruning = run.all<ImagesPruned>().value(0).pruning;
    QStringList fates;
    for (const ImageRecord& image : pruning.gone)
        fates.append(image.ref.text() + u" gone");
    for (const KeptImage& kept : pruning.kept)
        fates.append(kept.image.ref.text() + u' ' + codeName(kept.reason) +
                     (kept.args.isEmpty() ? QString() : QString(u'(' + kept.args.join(u',') + u')')));
    return fates;
}

} // namespace

class TestImageStoreVerbs : public QObject
{
    Q_OBJECT

private:
    /// Each version of the shop twice; the first of each has the digest that simulated nodes of it say they run.
    void fill()
    {
        for (const ImageSource& source : m_lab->blueprint().images) {
            if (source.ref.name != u"shop")
                continue;
            const QByteArray recipe = SampleStore::read(m_lab->blueprint().folder() + u'/' + source.recipe);
            m_store->commit({m_store->tier(source.ref.text(), {{"a", "1 " + recipe}})});
            m_store->commit({m_store->tier(source.ref.text(), {{"a", "2 " + recipe}})});
            QList<StoredImage> now = readIndex(m_store->folder()).value();
            now[now.size() - 2].record.digest = Digest::ofBytes(recipe);
            QVERIFY(writeDurably(m_store->path(QStringLiteral("index.json")), renderIndex(now)).ok());
        }
    }

    static bool bakes(const Event& event)
    {
        const auto* progress = std::get_if<Progress>(&event.body);
        return progress && progress->phase == Phase::Baking;
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<SampleStore>();
        m_operations = std::make_unique<BackendOperations>(m_store->home());
        m_lab = std::make_unique<Lab>(m_operations.get(), simulatedFile());
        fill();
    }
    void cleanup()
    {
        m_lab->run(DownIntent{true}); // leases are of the host: none may stay behind
        m_lab.reset();
        m_operations.reset();
    }

    void wholeStoreIsDone()
    {
        SampleStore other;
        other.commit({other.tier(QStringLiteral("os@1"), {{"a", "a"}})});
        BackendOperations operations(other.home());
        Lab lab(&operations, simulatedFile());
        const Run run = lab.run(VerifyImagesIntent{});
        QCOMPARE(run.ending(), QStringLiteral("done"));
        QCOMPARE(run.all<StoreVerified>().first().check.images, 1);
        QVERIFY(!run.all<Progress>().isEmpty());
        other.write(other.path(u"blobs/sha256/" + Digest::ofBytes("left").hex()), "left");
        QCOMPARE(lab.run(VerifyImagesIntent{}).ending(), QStringLiteral("done")); // said, and harmless
        const QString blob = other.files().first();
        other.write(other.path(blob), "damage");
        const Run damaged = lab.run(VerifyImagesIntent{});
        QCOMPARE(damaged.ending(), QStringLiteral("differences"));
        QCOMPARE(damaged.all<StoreVerified>().first().check.damage.first().images, QStringList{QStringLiteral("os@1")});
    }

    void nothingNeedsThem()
    {
        const QStringList before = m_store->files();
        const Run looked = m_lab->run(PruneImagesIntent{false, 1});
        QCOMPARE(looked.ending(), QStringLiteral("done"));
        QCOMPARE(fatesOf(looked),
                 (QStringList{"shop@1.0.0 gone", "shop@1.1.0 gone", "shop@1.0.0 newest", "shop@1.1.0 newest"}));
        QCOMPARE(m_store->files(), before);
        QCOMPARE(fatesOf(m_lab->run(PruneImagesIntent{false, 2})).filter(QStringLiteral("gone")), QStringList());
        QCOMPARE(m_lab->run(PruneImagesIntent{true, 1}).ending(), QStringLiteral("done"));
        QVERIFY(m_store->files().size() < before.size());
        const auto history = m_lab->run(HistoryIntent{}).all<HistoryListed>().first().entries;
        QCOMPARE(history.first().verb, verbOf(PruneImagesIntent{}));
        QCOMPARE(history.size(), 1); // looking is no act
    }

    void whatNodesRunStays()
    {
        QCOMPARE(m_lab->run(UpIntent{}).ending(), QStringLiteral("done"));
        const QString kept =
            fatesOf(m_lab->run(PruneImagesIntent{true, 1})).filter(QStringLiteral("nodeRuns")).join(u' ');
        QVERIFY2(kept.startsWith(u"shop@1.0.0 nodeRuns(web-"), qPrintable(kept));
        m_lab->run(DownIntent{true});
        QVERIFY(fatesOf(m_lab->run(PruneImagesIntent{false, 1})).contains(QStringLiteral("shop@1.0.0 gone")));
    }

    void theWayBackStays()
    {
        m_lab->run(UpIntent{});
        QCOMPARE(m_lab->run(SwapIntent{web, next, 0}).ending(), QStringLiteral("done"));
        const QStringList fates = fatesOf(m_lab->run(PruneImagesIntent{false, 1}));
        QVERIFY2(fates.contains(QStringLiteral("shop@1.0.0 wayBack(web)")), qPrintable(fates.join(u'\n')));
        QVERIFY2(!fates.filter(QStringLiteral("shop@1.1.0 nodeRuns(web-")).isEmpty(), qPrintable(fates.join(u'\n')));
    }

    /// Nodes come and go while somebody acts: what the fleet needs cannot be said.
    void aBusyFleetKeepsAll()
    {
        m_lab->run(UpIntent{});
        const OperationId swap = m_lab->begin(SwapIntent{web, next, 600});
        QVERIFY(m_lab->waitFor(swap, bakes));
        for (const char* content : {"1", "2"})
            m_store->commit({m_store->tier(QStringLiteral("other@1"), {{"a", content}})});
        const Run pruned = m_lab->run(PruneImagesIntent{true, 1});
        QCOMPARE(pruned.finished->outcome, OutcomeKind::Incomplete);
        QCOMPARE(fatesOf(pruned).filter(QStringLiteral("gone")), QStringList());
        QVERIFY(fatesOf(pruned).contains(QStringLiteral("other@1 notAsked(simulation)")));
        QCOMPARE(m_lab->run(ControlIntent{web}).ending(), QStringLiteral("done"));
        (void)m_lab->end(swap);
    }

    /// What it needs would look like nobody's.
    void aLeaseThatCannotBeReadStopsIt()
    {
        QVERIFY(QDir().mkpath(m_store->home() + u"/fleets/broken"));
        SampleStore::write(m_store->home() + u"/fleets/broken/lease.json", "{");
        const QStringList before = m_store->files();
        QCOMPARE(m_lab->run(PruneImagesIntent{true, 1}).finished->error->code, ErrorCode::FileUnreadable);
        QCOMPARE(m_store->files(), before);
    }

    void imagesGoOutAndComeIn()
    {
        const QString file = m_store->home() + u"/shop.tar";
        const Run exported = m_lab->run(ExportImageIntent{next, ImageFormat::OciArchive, file});
        QCOMPARE(exported.ending(), QStringLiteral("done"));
        QCOMPARE(exported.all<ImageExported>().first().files, QStringList{file});
        QCOMPARE(exported.all<ImageExported>().first().bytes, QFile(file).size());
        const ImageRef never{QStringLiteral("never"), QStringLiteral("1")};
        QCOMPARE(m_lab->run(ExportImageIntent{never, ImageFormat::Lxd, file}).ending(),
                 QStringLiteral("failed imageNotBuilt never@1"));
        SampleStore other;
        BackendOperations operations(other.home());
        Lab lab(&operations, simulatedFile());
        const Run imported = lab.run(ImportImageIntent{file});
        QCOMPARE(imported.ending(), QStringLiteral("done"));
        QCOMPARE(imported.all<ImageImported>().first().image, exported.all<ImageExported>().first().image);
        QCOMPARE(lab.run(VerifyImagesIntent{}).ending(), QStringLiteral("done"));
        SampleStore::write(file, "no image");
        QCOMPARE(lab.run(ImportImageIntent{file}).finished->error->code, ErrorCode::ImageFileInvalid);
    }

private:
    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

QTEST_GUILESS_MAIN(TestImageStoreVerbs)
#include "tst_image_store_verbs.moc"
