// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"
#include "backend/image/image_papers.h"
#include "backend/image/image_store.h"
#include "backend/image/import_archive.h"
#include "backend/image/store_index.h"
#include "tests/backend/image/sample_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;

namespace {

StopFlag goOn()
{
    return std::make_shared<std::atomic_bool>(false);
}

/// The members of an image archive, to be changed and put together again.
QList<SampleMember> partsOf(const QString& file)
{
    QList<SampleMember> parts;
    archive* in = archive_read_new();
    archive_read_support_format_tar(in);
    archive_read_open_filename(in, QFile::encodeName(file).constData(), 1 << 16);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
        SampleMember part{archive_entry_pathname(entry)};
        part.content.resize(archive_entry_size(entry));
        archive_read_data(in, part.content.data(), static_cast<size_t>(part.content.size()));
        parts.append(part);
    }
    archive_read_free(in);
    return parts;
}

QByteArray blobMember(const QByteArray& content)
{
    return "blobs/sha256/" + Digest::ofBytes(content).hex().toLatin1();
}

} // namespace

/// An image goes out of one store and into another.
class TestImageExchange : public QObject
{
    Q_OBJECT

private:
    QString archiveFile() const { return m_from->home() + u"/shop.tar"; }
    Result<ImageRecord> import(const QString& file) { return importArchive(m_to->home(), file, goOn()); }

    Result<ExportedImage> exported(const BuiltTier& image)
    {
        return exportImage(m_from->folder(), image.record.digest, ImageFormat::OciArchive, archiveFile(), goOn());
    }

    StoredImage entryIn(const SampleStore& store, const Digest& digest) const
    {
        const QList<StoredImage> index = readIndex(store.folder()).value();
        for (const StoredImage& image : index)
            if (image.record.digest == digest)
                return image;
        qFatal("not in the store");
    }

    /// What comes of an archive of these members: the detail of ImageFileInvalid, and that nothing entered the store.
    QString refusalOf(const QList<SampleMember>& parts) { return refusalOf(sampleTar(parts)); }

    QString refusalOf(const QByteArray& archive)
    {
        const QString file = m_from->home() + u"/bad.tar";
        SampleStore::write(file, archive);
        const QStringList before = m_to->files();
        const auto imported = import(file);
        if (!imported.failed() || imported.error().code != ErrorCode::ImageFileInvalid)
            return QStringLiteral("not refused");
        if (m_to->files() != before || !QDir(m_to->home() + u"/build").isEmpty())
            return QStringLiteral("something is left");
        return imported.error().detail;
    }

    /// The archive with one blob exchanged and everything that names it made right again, up to the index.
    QList<SampleMember> forged(const std::function<void(QJsonObject& config, QJsonObject& manifest, QJsonObject& entry,
                                                        QList<SampleMember>& blobs)>& forge)
    {
        const QList<SampleMember> parts = partsOf(archiveFile());
        QJsonObject index = QJsonDocument::fromJson(parts[1].content).object();
        QJsonObject entry = index[u"manifests"_qs].toArray()[0].toObject();
        const QByteArray manifestText = parts[2].content;
        QJsonObject manifest = QJsonDocument::fromJson(manifestText).object();
        QJsonObject config = QJsonDocument::fromJson(parts[3].content).object();
        QList<SampleMember> blobs = parts.mid(4);
        forge(config, manifest, entry, blobs);
        const auto describe = [](QJsonObject descriptor, const QByteArray& text) {
            descriptor[u"digest"_qs] = Digest::ofBytes(text).text();
            descriptor[u"size"_qs] = text.size();
            return descriptor;
        };
        const QByteArray configText = QJsonDocument(config).toJson(QJsonDocument::Compact);
        manifest[u"config"_qs] = describe(manifest[u"config"_qs].toObject(), configText);
        const QByteArray text = QJsonDocument(manifest).toJson(QJsonDocument::Compact);
        entry = describe(entry, text);
        QJsonObject annotations = entry[u"annotations"_qs].toObject();
        annotations[u"snowmelt.config"_qs] = Digest::ofBytes(configText).text();
        entry[u"annotations"_qs] = annotations;
        index[u"manifests"_qs] = QJsonArray{entry};
        return QList<SampleMember>{parts[0],
                                   {"index.json", QJsonDocument(index).toJson()},
                                   {blobMember(text), text},
                                   {blobMember(configText), configText}} +
               blobs;
    }

    /// A whole archive of one image whose only layer is this tar.
    QString refusalOfLayer(const QList<SampleMember>& members)
    {
        const BuiltTier odd = m_from->tier(QStringLiteral("odd@1"), members);
        m_from->commit({odd});
        if (!exported(odd))
            return QStringLiteral("not exported");
        const QString detail = refusalOf(SampleStore::read(archiveFile()));
        const QString layer = odd.manifest.layers[0].digest.text() + u": ";
        return detail.startsWith(layer) ? detail.mid(layer.size()) : u"not the layer: "_qs + detail;
    }

private Q_SLOTS:
    void init()
    {
        m_from = std::make_unique<SampleStore>();
        m_to = std::make_unique<SampleStore>();
        m_os = m_from->tier(QStringLiteral("os@1"), {{"etc/os", "the system"}});
        m_shop = m_from->tier(QStringLiteral("shop@1"), {{"srv/shop", "the shop"}, {"etc/.wh.os"}}, &m_os);
        m_from->commit({m_os, m_shop});
        QVERIFY(addPaper(m_from->folder(), m_shop.record.digest, oci::signaturePaper + u"ab", "a signature").ok());
        QVERIFY(exported(m_shop).ok());
        m_to->commit({m_to->tier(QStringLiteral("other@1"), {{"a", "a"}})});
    }

    void whatGoesOutComesInTheSame()
    {
        const auto imported = import(archiveFile());
        QVERIFY2(imported.ok(), qPrintable(imported.failed() ? imported.error().detail : QString()));
        QCOMPARE(imported.value(), m_shop.record);
        QCOMPARE(entryIn(*m_to, m_shop.record.digest).record, m_shop.record);
        StoredImage expected = entryIn(*m_from, m_shop.record.digest);
        QCOMPARE(oci::toJson(entryOf(entryIn(*m_to, m_shop.record.digest))), oci::toJson(entryOf(expected)));
        QCOMPARE(papersOf(m_to->folder(), m_shop.record.digest, oci::signaturePaper).value().size(), 1);
        QCOMPARE(ImageStore(m_to->folder()).readFile(m_shop.record.digest, "/srv/shop", 100).value(),
                 QByteArray("the shop"));
        QCOMPARE(ImageStore(m_to->folder()).list()->size(), 2);
        QVERIFY(QDir(m_to->home() + u"/build").isEmpty());
    }

    void importingAgainChangesNothing()
    {
        QVERIFY(import(archiveFile()).ok());
        const QStringList files = m_to->files();
        const QByteArray index = SampleStore::read(m_to->path(QStringLiteral("index.json")));
        QVERIFY(import(archiveFile()).ok());
        QCOMPARE(m_to->files(), files);
        QCOMPARE(SampleStore::read(m_to->path(QStringLiteral("index.json"))), index);
    }

    void signaturesOfTheStoreStay()
    {
        QVERIFY(import(archiveFile()).ok());
        QVERIFY(addPaper(m_to->folder(), m_shop.record.digest, oci::signaturePaper + u"cd", "another").ok());
        QVERIFY(import(archiveFile()).ok());
        QCOMPARE(papersOf(m_to->folder(), m_shop.record.digest, oci::signaturePaper).value().size(), 2);
    }

    void laterBuildKeepsTheName()
    {
        for (int i = 0; i < 5; ++i)
            (void)m_to->tier(QStringLiteral("x@1"), {});
        const BuiltTier later = m_to->tier(QStringLiteral("shop@1"), {{"srv/shop", "a later one"}});
        m_to->commit({later});
        QVERIFY(import(archiveFile()).ok());
        QCOMPARE(ImageStore(m_to->folder()).find(m_shop.record.ref)->digest, later.record.digest);
        QVERIFY(ImageStore(m_to->folder()).find(m_shop.record.digest).ok());
    }

    void exportReplacesOnlyWhenAllIsWritten()
    {
        const QByteArray before = SampleStore::read(archiveFile());
        const QString layer = oci::blobPath(m_from->folder(), m_shop.manifest.layers[1].digest);
        SampleStore::write(layer, "damage");
        QCOMPARE(exported(m_shop).error().code, ErrorCode::ImageCorrupt);
        QCOMPARE(SampleStore::read(archiveFile()), before);
        QCOMPARE(exportImage(m_from->folder(), m_shop.record.digest, ImageFormat::OciArchive,
                             m_from->home() + u"/none/x.tar", goOn())
                     .error()
                     .code,
                 ErrorCode::FileUnwritable);
    }

    void stopsWithoutATrace()
    {
        const auto stopped = std::make_shared<std::atomic_bool>(true);
        const QStringList before = m_to->files();
        QVERIFY(importArchive(m_to->home(), archiveFile(), stopped).cancelled());
        QCOMPARE(m_to->files(), before);
        QVERIFY(QDir(m_to->home() + u"/build").isEmpty());
    }

    void whatIsNotThereOrNoFileIsSaid()
    {
        QCOMPARE(import(m_to->home() + u"/nothing").error().code, ErrorCode::FileUnreadable);
        QCOMPARE(import(m_to->home()).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(import(QStringLiteral("/dev/zero")).error().code, ErrorCode::FileUnreadable);
        QVERIFY(refusalOf(QByteArray("no tar at all")) != u"not refused");
        QVERIFY(refusalOf(QByteArray()) != u"not refused");
    }

    void membersThatBelongToNoImage_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<unsigned>("type");
        QTest::addColumn<QByteArray>("target");
        const QByteArray blob = blobMember("x");
        QTest::newRow("escape") << QByteArray("../../etc/cron.d/x") << unsigned(AE_IFREG) << QByteArray();
        QTest::newRow("inside") << QByteArray("blobs/sha256/../../x") << unsigned(AE_IFREG) << QByteArray();
        QTest::newRow("absolute") << QByteArray("/etc/cron.d/x") << unsigned(AE_IFREG) << QByteArray();
        QTest::newRow("other name") << QByteArray("notes.txt") << unsigned(AE_IFREG) << QByteArray();
        QTest::newRow("other case") << QByteArray("blobs/sha256/" + QByteArray(64, 'A')) << unsigned(AE_IFREG)
                                    << QByteArray();
        QTest::newRow("symbolic link") << blob << unsigned(AE_IFLNK) << QByteArray("/etc/passwd");
        QTest::newRow("hard link") << blob << unsigned(AE_IFREG) << QByteArray("index.json");
        QTest::newRow("device") << blob << unsigned(AE_IFCHR) << QByteArray();
        QTest::newRow("pipe") << blob << unsigned(AE_IFIFO) << QByteArray();
        QTest::newRow("folder") << QByteArray("other/") << unsigned(AE_IFDIR) << QByteArray();
    }

    void membersThatBelongToNoImage()
    {
        QFETCH(QByteArray, name);
        QFETCH(unsigned, type);
        QFETCH(QByteArray, target);
        const QList<SampleMember> parts = partsOf(archiveFile());
        const SampleMember bad{name, type == AE_IFREG && target.isEmpty() ? "x" : "", type, target};
        const QString detail = refusalOf(parts + QList{bad});
        QVERIFY2(detail.startsWith(QString::fromLatin1(name.left(20))), qPrintable(detail));
    }

    void wrongBytesAndDoublesAreNamed()
    {
        QList<SampleMember> parts = partsOf(archiveFile());
        const QString last = QString::fromLatin1(parts.last().name);
        QCOMPARE(refusalOf(parts + QList{parts.last()}), last + u": twice");
        QCOMPARE(refusalOf(parts + QList{parts[1]}), QStringLiteral("index.json: twice"));
        QCOMPARE(refusalOf(parts + QList{SampleMember{blobMember("y"), "y"}}), QString::fromLatin1(blobMember("y")));
        QCOMPARE(refusalOf(parts.mid(0, parts.size() - 1)), u"sha256:"_qs + last.section(u'/', -1));
        parts.last().content += '!';
        QCOMPARE(refusalOf(parts), last + u": sha256 differs");
    }

    void hugeClaimsAreNotBelieved()
    {
        QByteArray tar = sampleTar(partsOf(archiveFile()));
        const QList<SampleMember> parts = partsOf(archiveFile());
        const qsizetype at = tar.indexOf(parts.last().name);
        QVERIFY(at > 0);
        tar.replace(at + 124, 12, "77777777777 "); // 8 GiB
        tar.replace(at + 148, 8, "        ");
        int sum = 0;
        for (qsizetype i = at; i < at + 512; ++i)
            sum += static_cast<unsigned char>(tar[i]);
        const QByteArray field = QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2);
        tar.replace(at + 148, 8, field);
        const QString detail = refusalOf(tar);
        QVERIFY2(detail.contains(u"8589934591"), qPrintable(detail));
    }

    /// Cut or changed wherever: refused, or, where only what no one reads was hit, the same image.
    void brokenArchivesNeverEnter()
    {
        const QByteArray whole = SampleStore::read(archiveFile());
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        for (int i = 0; i < 60; ++i) {
            QByteArray broken = whole;
            if (i % 2 == 0)
                broken.truncate(dice.bounded(static_cast<int>(whole.size()) - 1100));
            else {
                const int at = dice.bounded(static_cast<int>(broken.size()));
                broken[at] = static_cast<char>(broken[at] ^ (1 << dice.bounded(8)));
            }
            const QString detail = refusalOf(broken);
            if (detail != u"not refused")
                continue;
            QVERIFY2(i % 2 == 1, "a truncated one was taken");
            const auto image = entryIn(*m_to, m_shop.record.digest);
            QCOMPARE(image.record.digest, m_shop.record.digest);
        }
    }

    /// All hashes hold, and it lies all the same.
    void forgeriesAreFound()
    {
        using Json = QJsonObject;
        QCOMPARE(forged([](Json&, Json&, Json&, QList<SampleMember>&) {}).size(), partsOf(archiveFile()).size());
        const auto relabel = [](Json& config, Json&, Json&, QList<SampleMember>&) {
            Json run = config[u"config"_qs].toObject();
            Json labels = run[u"Labels"_qs].toObject();
            labels[u"snowmelt.image"_qs] = u"bank"_qs;
            run[u"Labels"_qs] = labels;
            config[u"config"_qs] = run;
        };
        QVERIFY(refusalOf(forged(relabel)).startsWith(u"sha256:"));
        const auto rename = [](Json&, Json&, Json& entry, QList<SampleMember>&) {
            Json annotations = entry[u"annotations"_qs].toObject();
            annotations[u"snowmelt.image"_qs] = u"bank"_qs;
            entry[u"annotations"_qs] = annotations;
        };
        QVERIFY(refusalOf(forged(rename)).startsWith(u"sha256:"));
        const auto resize = [](Json&, Json&, Json& entry, QList<SampleMember>&) {
            Json annotations = entry[u"annotations"_qs].toObject();
            annotations[u"snowmelt.size"_qs] = u"1"_qs;
            entry[u"annotations"_qs] = annotations;
        };
        QCOMPARE(refusalOf(forged(resize)), QStringLiteral("index.json: annotations"));
        const auto fewer = [](Json&, Json& manifest, Json&, QList<SampleMember>& blobs) {
            QJsonArray layers = manifest[u"layers"_qs].toArray();
            layers.removeFirst();
            manifest[u"layers"_qs] = layers;
            blobs.removeFirst();
        };
        QVERIFY(refusalOf(forged(fewer)).startsWith(u"sha256:"));
        const auto twoImages = [this] {
            QList<SampleMember> parts = partsOf(archiveFile());
            Json index = QJsonDocument::fromJson(parts[1].content).object();
            QJsonArray manifests = index[u"manifests"_qs].toArray();
            manifests.append(manifests[0]);
            index[u"manifests"_qs] = manifests;
            parts[1].content = QJsonDocument(index).toJson();
            return parts;
        };
        QCOMPARE(refusalOf(twoImages()), QStringLiteral("index.json: manifests: 2"));
    }

    /// A layer of an image that was built here never looks so; unpacking one would write outside its folder.
    void layersThatLeadOutAreFound()
    {
        QCOMPARE(refusalOfLayer({{"../out", "x"}}), QStringLiteral("../out"));
        QCOMPARE(refusalOfLayer({{"/etc/passwd", "x"}}), QStringLiteral("/etc/passwd"));
        QCOMPARE(refusalOfLayer({{"etc", "", AE_IFLNK, "/etc"}, {"etc/passwd", "x"}}), QStringLiteral("etc/passwd"));
        QCOMPARE(refusalOfLayer({{"etc/passwd", "x"}, {"etc", "", AE_IFLNK, "/etc"}}), QStringLiteral("etc/passwd"));
        QCOMPARE(refusalOfLayer({{"a", "x"}, {"a", "y"}}), QStringLiteral("a"));
        // The folder itself: a link in its place would take all that follows out of it.
        QCOMPARE(refusalOfLayer({{"/", "", AE_IFLNK, "/etc"}, {"passwd", "x"}}), QStringLiteral("/"));
        QCOMPARE(refusalOfLayer({{"b", "", AE_IFREG, "/etc/shadow"}}), QStringLiteral("b => /etc/shadow"));
        QCOMPARE(refusalOfLayer({{"l", "", AE_IFLNK, "/etc/shadow"}, {"b", "", AE_IFREG, "l"}}),
                 QStringLiteral("b => l"));
    }

private:
    std::unique_ptr<SampleStore> m_from;
    std::unique_ptr<SampleStore> m_to;
    BuiltTier m_os;
    BuiltTier m_shop;
};

QTEST_GUILESS_MAIN(TestImageExchange)
#include "tst_image_exchange.moc"
