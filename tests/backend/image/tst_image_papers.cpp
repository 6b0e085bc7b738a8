// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_papers.h"
#include "backend/image/store_writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

using Papers = QMap<QString, QByteArray>;

const QString signature = oci::signaturePaper + u"aa";

} // namespace

class TestImagePapers : public QObject
{
    Q_OBJECT

private:
    QString layout() const { return m_folder->filePath(u"images"_qs); }

    /// A tier of one layer; `content` decides its digest.
    BuiltTier tier(const QByteArray& content, const Papers& papers = {})
    {
        ImageRecord record;
        record.ref = *ImageRef::parse(u"os@1"_qs);
        BuiltTier built =
            describeTier(record, {}, {oci::layerType, Digest::ofBytes(content), content.size(), {}}, Inventory{});
        built.layerFile = m_folder->filePath(u"layer"_qs);
        built.papers = papers;
        QFile file(built.layerFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return built;
    }

    OciManifest manifestOf(const Digest& image) const
    {
        const QList<StoredImage> index = readIndex(layout()).value();
        for (const StoredImage& stored : index)
            if (stored.record.digest == image)
                return readManifest(layout(), stored).value();
        return {};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void liesBesideItsImage()
    {
        const BuiltTier os = tier("a", {{oci::recipePaper, "text"}});
        QVERIFY(commitTiers(layout(), {os}).ok());
        QCOMPARE(papersOf(layout(), os.record.digest, {}).value(), (Papers{{oci::recipePaper, "text"}}));
        QCOMPARE(papersOf(layout(), os.record.digest, oci::signaturePaper).value(), Papers{});
        QCOMPARE(oci::blobsOf(manifestOf(os.record.digest)),
                 (QList{os.record.digest, Digest::ofBytes("a"), os.manifest.inventory, Digest::ofBytes("text")}));
    }

    void addedLaterLeavesTheImage()
    {
        const BuiltTier os = tier("a");
        QVERIFY(commitTiers(layout(), {os}).ok());
        QVERIFY(addPaper(layout(), os.record.digest, signature, "one").ok());
        QVERIFY(addPaper(layout(), os.record.digest, signature, "two").ok());
        QVERIFY(addPaper(layout(), os.record.digest, oci::signaturePaper + u"bb", "three").ok());
        QCOMPARE(papersOf(layout(), os.record.digest, oci::signaturePaper).value(),
                 (Papers{{signature, "two"}, {oci::signaturePaper + u"bb", "three"}}));
        QCOMPARE(readIndex(layout()).value().size(), 1);
        QCOMPARE(readIndex(layout()).value().first().record, os.record);
        QCOMPARE(manifestOf(os.record.digest).config, os.manifest.config);
    }

    void rebuildOfTheSameKeepsSignatures()
    {
        const BuiltTier first = tier("a", {{oci::provenancePaper, "first"}});
        QVERIFY(commitTiers(layout(), {first}).ok());
        QVERIFY(addPaper(layout(), first.record.digest, signature, "one").ok());
        QVERIFY(commitTiers(layout(), {tier("a", {{oci::provenancePaper, "second"}})}).ok());
        QCOMPARE(papersOf(layout(), first.record.digest, {}).value(),
                 (Papers{{oci::provenancePaper, "second"}, {signature, "one"}}));
        const BuiltTier other = tier("b");
        QVERIFY(commitTiers(layout(), {other}).ok());
        QCOMPARE(papersOf(layout(), other.record.digest, {}).value(), Papers{});
    }

    void damagedPaperIsSaid()
    {
        const BuiltTier os = tier("a", {{oci::provenancePaper, "text"}});
        QVERIFY(commitTiers(layout(), {os}).ok());
        QFile blob(oci::blobPath(layout(), Digest::ofBytes("text")));
        QVERIFY(blob.open(QIODevice::WriteOnly) && blob.write("lies") == 4);
        blob.close();
        QCOMPARE(papersOf(layout(), os.record.digest, {}).error().code, ErrorCode::ImageCorrupt);
    }

    void unknownImageIsNotBuilt()
    {
        QVERIFY(commitTiers(layout(), {tier("a")}).ok());
        const Digest none = Digest::ofBytes("none");
        QCOMPARE(papersOf(layout(), none, {}).error().code, ErrorCode::ImageNotBuilt);
        QCOMPARE(addPaper(layout(), none, signature, "x").error().code, ErrorCode::ImageNotBuilt);
    }

    void readsAnnotationsOfOthers()
    {
        OciManifest manifest;
        manifest.config.digest = Digest::ofBytes("c");
        manifest.inventory = Digest::ofBytes("i");
        manifest.papers = {{u"snowmelt.later"_qs, Digest::ofBytes("l")}};
        QCOMPARE(oci::parseManifest(oci::render(manifest)), std::optional(manifest));
        QByteArray foreign = oci::render(manifest);
        foreign.replace("snowmelt.later", "org.example.later");
        QCOMPARE(oci::parseManifest(foreign)->papers, (QMap<QString, Digest>{}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestImagePapers)
#include "tst_image_papers.moc"
