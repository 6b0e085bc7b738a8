// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/durable_file.h"
#include "backend/image/image_store.h"
#include "backend/image/oci_archive.h"
#include "backend/image/store_writer.h"
#include "tests/support/tar_of.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <thread>

using namespace snowmelt;

namespace {

ImageRef ref(const char* text)
{
    return *ImageRef::parse(QString::fromLatin1(text));
}

QMap<QByteArray, QByteArray> membersOf(const QByteArray& tar)
{
    QMap<QByteArray, QByteArray> members;
    archive* in = archive_read_new();
    archive_read_support_format_tar(in);
    archive_read_open_memory(in, tar.constData(), static_cast<size_t>(tar.size()));
    archive_entry* entry = nullptr;
    while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
        QByteArray content(archive_entry_size(entry), '\0');
        archive_read_data(in, content.data(), static_cast<size_t>(content.size()));
        members.insert(archive_entry_pathname(entry), content);
    }
    archive_read_free(in);
    return members;
}

} // namespace

class TestImageStore : public QObject
{
    Q_OBJECT

private:
    QString layout() const { return m_folder->filePath(QStringLiteral("images")); }
    ImageStore store() const { return ImageStore(layout()); }

    /// A tier whose own layer holds `members`.
    BuiltTier tier(const ImageRef& name, const QList<TarMember>& members, const BuiltTier* parent = nullptr)
    {
        const QByteArray tar = tarOf(members);
        const QString file = m_folder->filePath(QStringLiteral("layer-%1").arg(++m_layers));
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(tar) != tar.size())
            qFatal("cannot write");
        Inventory inventory = parent ? parent->inventory : Inventory{};
        for (const TarMember& member : members)
            inventory.files.insert('/' + member.name, {'/' + member.name,
                                                       FileType::File,
                                                       0644,
                                                       0,
                                                       0,
                                                       member.content.size(),
                                                       Digest::ofBytes(member.content).hex().toLatin1(),
                                                       {}});
        ImageRecord record;
        record.ref = name;
        record.tier = parent ? Tier::Immutable : Tier::Os;
        record.parent = parent ? parent->record.ref : ImageRef{};
        record.builtAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        record.buildMs = 12;
        record.serveMs = 94;
        BuiltTier built = describeTier(record, parent ? parent->manifest.layers : QList<OciDescriptor>{},
                                       {oci::layerType, Digest::ofBytes(tar), tar.size(), {}}, inventory);
        built.key = QStringLiteral("key");
        built.layerFile = file;
        return built;
    }

    void damage(const Digest& digest)
    {
        QFile file(oci::blobPath(layout(), digest));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        char c = 0;
        QVERIFY(file.peek(&c, 1) == 1 && file.putChar(static_cast<char>(c ^ 1)));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void labelsAreInTheConfiguration()
    {
        const ImageRef ref = *ImageRef::parse(QStringLiteral("shop@1"));
        const QMap<QString, QString> labels{{QStringLiteral("team"), QStringLiteral("web")}};
        const auto labelsIn = [](const QByteArray& config) {
            return QJsonDocument::fromJson(config)[QStringLiteral("config")][QStringLiteral("Labels")].toObject();
        };
        const QJsonObject with = labelsIn(oci::renderConfig(ref, Tier::Os, {}, labels));
        const QJsonObject without = labelsIn(oci::renderConfig(ref, Tier::Os, {}));
        QCOMPARE(with[QStringLiteral("team")].toString(), QStringLiteral("web"));
        QCOMPARE(with[QStringLiteral("snowmelt.image")].toString(), QStringLiteral("shop"));
        QCOMPARE(with.size(), without.size() + 1);
    }

    void emptyStoreHasNothing()
    {
        QCOMPARE(store().list().value(), QList<ImageRecord>{});
        QCOMPARE(store().find(ref("shop@1")).error().code, ErrorCode::ImageNotBuilt);
    }

    void keepsWhatWasBuilt()
    {
        const BuiltTier os = tier(ref("os@1"), {{"etc/a", "a"}});
        const BuiltTier shop = tier(ref("shop@1"), {{"etc/b", "b"}}, &os);
        QVERIFY(commitTiers(layout(), {os, shop}).ok());
        QCOMPARE(store().list().value(), (QList<ImageRecord>{os.record, shop.record}));
        QCOMPARE(store().find(ref("shop@1")).value(), shop.record);
        QCOMPARE(store().find(shop.record.digest).value(), shop.record);
        QCOMPARE(store().inventory(shop.record.digest).value(), shop.inventory);
        QCOMPARE(shop.record.size, os.record.size + shop.record.ownSize);
    }

    void identityIsTheConfigurationsHash()
    {
        const BuiltTier one = tier(ref("os@1"), {{"etc/a", "a"}});
        QCOMPARE(tier(ref("os@1"), {{"etc/a", "a"}}).record.digest, one.record.digest);
        QVERIFY(tier(ref("os@1"), {{"etc/a", "b"}}).record.digest != one.record.digest);
        QCOMPARE(Digest::ofBytes(one.config), one.record.digest);
    }

    void rebuiltVersionIsTheNewOneAndTheOldStaysReachable()
    {
        const BuiltTier first = tier(ref("os@1"), {{"etc/a", "old"}});
        const BuiltTier second = tier(ref("os@1"), {{"etc/a", "new"}});
        QVERIFY(commitTiers(layout(), {first}).ok());
        QVERIFY(commitTiers(layout(), {second}).ok());
        QCOMPARE(store().list().value(), QList<ImageRecord>{second.record});
        QCOMPARE(store().find(ref("os@1"))->digest, second.record.digest);
        QCOMPARE(store().inventory(first.record.digest).value(), first.inventory);
        QCOMPARE(store().readFile(first.record.digest, "/etc/a", 10).value(), QByteArray("old"));
    }

    void whatNoLayerHasIsDamageWhenTheInventoryHasIt()
    {
        BuiltTier lost = tier(ref("os@1"), {{"etc/lost", "x"}});
        lost.manifest.layers.clear();
        const BuiltTier shop = tier(ref("shop@1"), {{"etc/a", "a"}}, &lost);
        QVERIFY(commitTiers(layout(), {shop}).ok());
        QCOMPARE(store().readFile(shop.record.digest, "/etc/lost", 100).error().code, ErrorCode::ImageCorrupt);
        QCOMPARE(store().readFiles(shop.record.digest, {"/etc/a", "/etc/lost"}, 100).error().code,
                 ErrorCode::ImageCorrupt);
        QCOMPARE(store().readFiles(shop.record.digest, {"/etc/a", "/etc/never"}, 100)->size(), 1);
    }

    void aReadThatFailsIsNotTheEndOfAFile()
    {
        QCOMPARE(readWhole(QStringLiteral("/proc/self/mem")).error().code, ErrorCode::FileUnreadable);
    }

    void readsThroughLayers()
    {
        const BuiltTier os = tier(ref("os@1"), {{"etc/a", "below"}, {"etc/gone", "x"}, {"etc/kept", "kept"}});
        BuiltTier shop = tier(ref("shop@1"), {{"etc/.wh.gone", ""}, {"etc/a", "above"}}, &os);
        QVERIFY(commitTiers(layout(), {os, shop}).ok());
        const Digest digest = shop.record.digest;
        QCOMPARE(store().readFile(digest, "/etc/a", 100).value(), QByteArray("above"));
        QCOMPARE(store().readFile(digest, "/etc/a", 3).value(), QByteArray("abo"));
        QCOMPARE(store().readFile(digest, "/etc/kept", 100).value(), QByteArray("kept"));
        QCOMPARE(store().readFile(digest, "/etc/gone", 100).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(store().readFile(digest, "/etc/never", 100).error().code, ErrorCode::FileUnreadable);
    }

    void readsManyFilesThroughLayers()
    {
        using Texts = QMap<QByteArray, QByteArray>;
        const BuiltTier os =
            tier(ref("os@1"), {{"etc/a", "below"}, {"etc/gone", "x"}, {"etc/d/x", "x"}, {"etc/k", "k"}});
        const BuiltTier shop =
            tier(ref("shop@1"),
                 {{"etc/.wh.gone", ""}, {"etc/d/.wh..wh..opq", ""}, {"etc/a", "above"}, {"etc/big", "12345678"}}, &os);
        QVERIFY(commitTiers(layout(), {os, shop}).ok());
        const QList<QByteArray> paths{"/etc/a", "/etc/gone", "/etc/d/x", "/etc/k", "/etc/never", "/etc/big"};
        const Digest digest = shop.record.digest;
        QCOMPARE(store().readFiles(digest, paths, 8).value(),
                 (Texts{{"/etc/a", "above"}, {"/etc/k", "k"}, {"/etc/big", "12345678"}}));
        QCOMPARE(store().readFiles(digest, paths, 7).value(), (Texts{{"/etc/a", "above"}, {"/etc/k", "k"}}));
        QCOMPARE(store().readFiles(os.record.digest, paths, 8)->value("/etc/a"), QByteArray("below"));
    }

    void templatesOfAnImageAndItsParents()
    {
        const QByteArray folder = "etc/snowmelt/templates/";
        BuiltTier os = tier(ref("os@1"),
                            {{folder + "etc/a", "below"}, {folder + "etc/b", "b"}, {"etc/snowmelt/templates-x", "x"}});
        const QString layerFile = os.layerFile;
        FileFact& own = os.inventory.files["/etc/snowmelt/templates/etc/b"];
        own.mode = 0640;
        own.uid = 7;
        own.gid = 8;
        os = describeTier(os.record, {}, {oci::layerType, os.manifest.layers[0].digest, os.manifest.layers[0].size, {}},
                          os.inventory);
        os.key = QStringLiteral("key");
        os.layerFile = layerFile;
        const BuiltTier shop = tier(ref("shop@1"), {{folder + "etc/a", "above ${PORT}"}}, &os);
        const BuiltTier bare = tier(ref("bare@1"), {{"etc/a", "a"}});
        QVERIFY(commitTiers(layout(), {os, shop, bare}).ok());
        const QList<BirthTemplate> expected{{"/etc/a", "above ${PORT}", 0644, 0, 0}, {"/etc/b", "b", 0640, 7, 8}};
        QCOMPARE(store().birthTemplates(shop.record.digest).value(), expected);
        QCOMPARE(store().birthTemplates(bare.record.digest).value(), QList<BirthTemplate>());
        QCOMPARE(store().birthTemplates(Digest::ofBytes("none")).error().code, ErrorCode::ImageNotBuilt);
    }

    void aTemplateThatTheLayersLackIsNoImage()
    {
        BuiltTier os = tier(ref("os@1"), {{"etc/a", "a"}});
        const QString layerFile = os.layerFile;
        FileFact missing = os.inventory.files["/etc/a"];
        missing.path = "/etc/snowmelt/templates/etc/a";
        os.inventory.files.insert(missing.path, missing);
        os = describeTier(os.record, {}, {oci::layerType, os.manifest.layers[0].digest, os.manifest.layers[0].size, {}},
                          os.inventory);
        os.key = QStringLiteral("key");
        os.layerFile = layerFile;
        QVERIFY(commitTiers(layout(), {os}).ok());
        QCOMPARE(store().birthTemplates(os.record.digest).error().code, ErrorCode::ImageCorrupt);
    }

    void whatAnImageSaysOfSchemas()
    {
        const QMap<QString, QString> said{{oci::schemaLabel, renderSchemaWindow({3, 5})}};
        const BuiltTier plain = tier(ref("plain@1"), {{"etc/a", "a"}});
        const OciDescriptor layer{oci::layerType, plain.manifest.layers[0].digest, plain.manifest.layers[0].size, {}};
        BuiltTier labelled = describeTier(plain.record, {}, layer, plain.inventory, said);
        labelled.key = plain.key;
        labelled.layerFile = plain.layerFile;
        labelled.record.ref = ref("shop@1");
        QVERIFY(labelled.record.digest != plain.record.digest);
        QVERIFY(commitTiers(layout(), {labelled}).ok());
        QCOMPARE(store().schemaWindow(labelled.record.digest).value(), (SchemaWindow{3, 5}));
        QVERIFY(commitTiers(layout(), {tier(ref("plain@1"), {{"etc/a", "a"}})}).ok());
        QCOMPARE(store().schemaWindow(plain.record.digest).value(), SchemaWindow());
        QCOMPARE(store().schemaWindow(Digest::ofBytes("no")).error().code, ErrorCode::ImageNotBuilt);
        for (const char* none : {"", "-", "5-3", "0-2", "a-b", "3"})
            QCOMPARE(parseSchemaWindow(QLatin1String(none)), SchemaWindow());
    }

    void everyBuildTheNewestLast()
    {
        const BuiltTier first = tier(ref("os@1"), {{"etc/a", "old"}});
        const BuiltTier other = tier(ref("os@2"), {{"etc/a", "other"}});
        const BuiltTier second = tier(ref("os@1"), {{"etc/a", "new"}});
        for (const BuiltTier& one : {first, other, second})
            QVERIFY(commitTiers(layout(), {one}).ok());
        QCOMPARE(store().builds().value(), (QList<ImageRecord>{first.record, other.record, second.record}));
        QVERIFY(commitTiers(layout(), {tier(ref("os@1"), {{"etc/a", "old"}})}).ok()); // the first once more
        QCOMPARE(store().builds().value(), (QList<ImageRecord>{second.record, other.record, first.record}));
    }

    void damageIsNamed()
    {
        const BuiltTier os = tier(ref("os@1"), {{"etc/a", "a text to damage"}});
        QVERIFY(commitTiers(layout(), {os}).ok());
        const QFile layer(oci::blobPath(layout(), os.manifest.layers[0].digest));
        QFile bytes(layer.fileName());
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        const qint64 at = bytes.readAll().indexOf("text to damage");
        QVERIFY(bytes.seek(at) && bytes.putChar('T'));
        bytes.close();
        const auto text = store().readFile(os.record.digest, "/etc/a", 100);
        QCOMPARE(text.error().code, ErrorCode::ImageCorrupt);
        QCOMPARE(text.error().args, QStringList{QStringLiteral("os@1")});
        QCOMPARE(store().readFiles(os.record.digest, {"/etc/a"}, 100).error(), text.error());
        damage(os.manifest.inventory);
        QCOMPARE(store().inventory(os.record.digest).error().code, ErrorCode::ImageCorrupt);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto written =
            writeOciArchive(layout(), os.record.digest, out, std::make_shared<std::atomic_bool>(false));
        QCOMPARE(written.error().code, ErrorCode::ImageCorrupt);
    }

    void brokenIndexIsAnErrorNotAnEmptyStore()
    {
        QVERIFY(commitTiers(layout(), {tier(ref("os@1"), {})}).ok());
        QVERIFY(writeDurably(layout() + QStringLiteral("/index.json"), "{\"manif").ok());
        QCOMPARE(store().list().error().code, ErrorCode::StoreUnusable);
        QCOMPARE(commitTiers(layout(), {tier(ref("os@2"), {})}).error().code, ErrorCode::StoreUnusable);
    }

    /// Nothing of a commit shows before its last act: a layer that cannot be moved is a crash just before it.
    void commitThatBreaksOffLeavesTheStoreAsItWas()
    {
        const BuiltTier os = tier(ref("os@1"), {{"etc/a", "a"}});
        QVERIFY(commitTiers(layout(), {os}).ok());
        const BuiltTier good = tier(ref("os@2"), {{"etc/a", "b"}});
        BuiltTier lost = tier(ref("os@3"), {{"etc/a", "c"}});
        lost.layerFile += QStringLiteral("-gone");
        QVERIFY(commitTiers(layout(), {good, lost}).failed());
        QCOMPARE(store().list().value(), QList<ImageRecord>{os.record});
        QCOMPARE(store().readFile(os.record.digest, "/etc/a", 10).value(), QByteArray("a"));
    }

    void writersWaitForEachOther()
    {
        QList<BuiltTier> tiers;
        for (int i = 0; i < 8; ++i)
            tiers.append(tier(ref(qPrintable(QStringLiteral("os@%1").arg(i))), {{"etc/a", QByteArray::number(i)}}));
        std::vector<std::thread> writers;
        std::atomic_int failures = 0;
        for (const BuiltTier& one : tiers)
            writers.emplace_back([this, one, &failures] { failures += commitTiers(layout(), {one}).ok() ? 0 : 1; });
        for (std::thread& writer : writers)
            writer.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(store().list()->size(), 8);
    }

    void archiveIsALayoutOfOneImage()
    {
        const BuiltTier os = tier(ref("os@1"), {{"etc/a", "a"}});
        const BuiltTier shop = tier(ref("shop@1"), {{"etc/b", "b"}}, &os);
        QVERIFY(commitTiers(layout(), {os, shop}).ok());
        const QList<OciDescriptor> layers = shop.manifest.layers;
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto running = std::make_shared<std::atomic_bool>(false);
        QVERIFY(writeOciArchive(layout(), shop.record.digest, out, running).ok());
        const auto members = membersOf(out.data());
        const auto blob = [](const Digest& digest) -> QByteArray { return "blobs/sha256/" + digest.hex().toLatin1(); };
        const QJsonArray manifests =
            QJsonDocument::fromJson(members["index.json"]).object()[QStringLiteral("manifests")].toArray();
        QCOMPARE(manifests.size(), 1);
        const auto descriptor = oci::descriptorFrom(manifests[0].toObject());
        QCOMPARE(descriptor->annotations[oci::refName].toString(), QStringLiteral("localhost/shop:1"));
        QCOMPARE(storedFrom(*descriptor)->record, shop.record);
        QCOMPARE(members[blob(descriptor->digest)], oci::render(shop.manifest));
        QCOMPARE(oci::parseManifest(members[blob(descriptor->digest)]), std::optional(shop.manifest));
        QCOMPARE(members[blob(shop.record.digest)], shop.config);
        QVERIFY(members.contains(blob(layers[0].digest)) && members.contains(blob(layers[1].digest)));
        QVERIFY(members.contains(blob(shop.manifest.inventory)));
        QCOMPARE(members.size(), 7);
        QBuffer again;
        again.open(QIODevice::WriteOnly);
        QVERIFY(writeOciArchive(layout(), shop.record.digest, again, running).ok());
        QCOMPARE(again.data(), out.data());
        *running = true;
        QVERIFY(writeOciArchive(layout(), shop.record.digest, again, running).cancelled());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_layers = 0;
};

QTEST_GUILESS_MAIN(TestImageStore)
#include "tst_image_store.moc"
