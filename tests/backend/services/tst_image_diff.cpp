// SPDX-License-Identifier: GPL-3.0-or-later
// Two images of a real store through the port, with the git of this machine beside them.
#include "backend/image/store_writer.h"
#include "backend/services/backend_operations.h"
#include "tests/support/git_folder.h"
#include "tests/support/lab.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

using Files = QMap<QByteArray, QByteArray>;

QByteArray tarOf(const Files& files)
{
    QByteArray bytes(1 << 18, '\0');
    size_t used = 0;
    archive* out = archive_write_new();
    archive_write_set_format_pax_restricted(out);
    archive_write_open_memory(out, bytes.data(), static_cast<size_t>(bytes.size()), &used);
    for (const auto& [name, content] : files.asKeyValueRange()) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, content.size());
        archive_write_header(out, entry);
        archive_write_data(out, content.constData(), static_cast<size_t>(content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    return bytes.left(static_cast<qsizetype>(used));
}

const char* blueprintText = "snowmelt: 1\n"
                            "name: diffed\n"
                            "platform: {kind: simulation}\n"
                            "images:\n"
                            "  shop: {versions: {1.0.0: shop.yaml, 1.1.0: shop.yaml}}\n"
                            "balancers:\n"
                            "  edge: {driver: haproxy, image: shop@1.0.0, listen: 8080, serves: [web]}\n"
                            "groups:\n"
                            "  web: {image: shop@1.0.0, size: 1, port: 8080}\n";

} // namespace

class TestImageDiff : public QObject
{
    Q_OBJECT

private:
    void write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void git(const QStringList& arguments) { test::git(m_folder->path(), u"Kim"_qs, arguments); }
    void commitRecipe(const QByteArray& text, const QString& subject)
    {
        write(u"shop.yaml"_qs, text);
        git({u"add"_qs, u"shop.yaml"_qs});
        git({u"commit"_qs, u"-q"_qs, u"-m"_qs, subject});
    }
    /// Puts a build into the store; a null recipe: as an older Snowmelt did.
    Digest built(const QString& version, const Files& files, const QString& ssl, const QByteArray& recipe)
    {
        const QByteArray tar = tarOf(files);
        const QString layer = m_home->filePath(u"layer"_qs);
        QFile out(layer);
        if (!out.open(QIODevice::WriteOnly) || out.write(tar) != tar.size())
            qFatal("the test cannot write its layer");
        out.close();
        Inventory inventory;
        inventory.packages = {{u"libssl3"_qs, ssl, u"amd64"_qs}};
        for (const auto& [name, content] : files.asKeyValueRange()) {
            FileFact fact;
            fact.path = '/' + name;
            fact.type = FileType::File;
            fact.mode = 0644;
            fact.size = content.size();
            fact.sha256 = Digest::ofBytes(content).hex().toLatin1();
            inventory.files.insert(fact.path, fact);
        }
        ImageRecord record;
        record.ref = {u"shop"_qs, version};
        record.builtAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
        BuiltTier tier = describeTier(record, {}, {oci::layerType, Digest::ofBytes(tar), tar.size(), {}}, inventory);
        tier.key = u"key"_qs;
        tier.layerFile = layer;
        if (!recipe.isNull())
            tier.papers.insert(oci::recipePaper, recipe);
        if (!commitTiers(m_home->filePath(u"images"_qs), {tier}).ok())
            qFatal("the store takes it");
        return tier.record.digest;
    }
    Files files(const QByteArray& library, const QByteArray& command)
    {
        return {{"etc/snowmelt/services/70-shop", "#!/bin/sh\nexec " + command + '\n'},
                {"usr/lib/libssl.so", library},
                {"var/lib/dpkg/info/libssl3.list", "/.\n/usr/lib/libssl.so\n"}};
    }

private Q_SLOTS:
    void init()
    {
        qputenv("GIT_CEILING_DIRECTORIES", QFile::encodeName(QDir::tempPath()));
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"diffed.yaml"_qs, blueprintText);
        write(u"shop.yaml"_qs, "one\n");
        m_operations = std::make_unique<BackendOperations>(m_home->path());
        m_lab = std::make_unique<Lab>(m_operations.get(), m_folder->filePath(u"diffed.yaml"_qs));
    }
    void cleanup()
    {
        m_lab.reset();
        m_operations.reset();
    }

    void twoVersions()
    {
        git({u"init"_qs, u"-q"_qs});
        commitRecipe("one\n", u"born"_qs);
        commitRecipe("two\n", u"a change"_qs);
        const Digest from = built(u"1.0.0"_qs, files("old", "/opt/a"), u"3.0.9"_qs, "one\n");
        built(u"1.1.0"_qs, files("new", "/opt/b"), u"3.0.11"_qs, "two\n");
        const Run run = m_lab->run(ImageDiffIntent{from.text().left(20), u"shop@1.1.0"_qs});
        QCOMPARE(run.ending(), u"differences"_qs);
        const ImageDiff diff = run.all<ImagesCompared>().first().diff;
        QStringList told;
        for (const ImageDifference& one : diff.differences)
            told << QString::fromUtf8(one.key) + u' ' + one.was + u' ' + one.is + u' ' + one.package;
        QCOMPARE(told,
                 (QStringList{u"libssl3 3.0.9 3.0.11 "_qs, u"/usr/lib/libssl.so 0644 0 0 3 B 0644 0 0 3 B libssl3"_qs,
                              u"shop /opt/a /opt/b "_qs, u"1 one  "_qs, u"1  two "_qs}));
        QVERIFY(diff.recipeKnownFrom && diff.recipeKnownTo);
        QCOMPARE(diff.trail.kind, RecipeTrailKind::Between);
        QCOMPARE(diff.trail.commits.size(), 1);
        QCOMPARE(diff.trail.commits.first().subject, u"a change"_qs);
        QVERIFY(m_lab->run(HistoryIntent{}).all<HistoryListed>().first().entries.isEmpty()); // it only read
    }

    void oneImageIsTheSame()
    {
        built(u"1.0.0"_qs, files("old", "/opt/a"), u"1"_qs, {});
        const Run run = m_lab->run(ImageDiffIntent{u"shop@1.0.0"_qs, u"shop@1.0.0"_qs});
        QCOMPARE(run.ending(), u"done"_qs);
        QCOMPARE(run.all<ImagesCompared>().first().diff.trail.kind, RecipeTrailKind::NotAsked);
    }

    void anUnknownRecipeIsNotTheSame()
    {
        built(u"1.0.0"_qs, files("old", "/opt/a"), u"1"_qs, {});
        built(u"1.1.0"_qs, files("old", "/opt/a"), u"1"_qs, "two\n");
        const Run run = m_lab->run(ImageDiffIntent{u"shop@1.0.0"_qs, u"shop@1.1.0"_qs});
        QCOMPARE(run.ending(), u"incomplete"_qs);
        QCOMPARE(run.all<ImagesCompared>().first().diff.trail.kind, RecipeTrailKind::NoRepository);
    }

    void whatIsNotThereIsNamed()
    {
        built(u"1.0.0"_qs, files("old", "/opt/a"), u"1"_qs, {});
        QCOMPARE(m_lab->run(ImageDiffIntent{u"shop@1.0.0"_qs, u"shop@9"_qs}).ending(),
                 u"failed imageNotBuilt shop@9"_qs);
        QCOMPARE(m_lab->run(ImageDiffIntent{u"0123456789"_qs, u"shop@1.0.0"_qs}).ending(),
                 u"failed imageNotBuilt 0123456789"_qs);
    }

    void aDamagedLayerIsSaid()
    {
        built(u"1.0.0"_qs, files("old", "/opt/a"), u"1"_qs, {});
        built(u"1.1.0"_qs, files("new", "/opt/b"), u"2"_qs, {});
        QDir blobs(m_home->filePath(u"images/blobs/sha256"_qs));
        for (const QFileInfo& blob : blobs.entryInfoList(QDir::Files)) {
            QFile file(blob.filePath());
            QVERIFY(file.open(QIODevice::ReadWrite));
            const qsizetype at = file.readAll().indexOf("exec /opt/b");
            if (at >= 0)
                QVERIFY(file.seek(at) && file.putChar('E'));
        }
        const QString ending = m_lab->run(ImageDiffIntent{u"shop@1.0.0"_qs, u"shop@1.1.0"_qs}).ending();
        QVERIFY2(ending.startsWith(u"failed imageCorrupt shop@1.1.0"_qs), qPrintable(ending));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

QTEST_GUILESS_MAIN(TestImageDiff)
#include "tst_image_diff.moc"
