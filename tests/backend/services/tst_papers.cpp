// SPDX-License-Identifier: GPL-3.0-or-later
// Papers, signatures and what they keep from being used, through the port.
#include "backend/image/image_papers.h"
#include "backend/image/store_writer.h"
#include "backend/services/backend_operations.h"
#include "models/domain/image/papers/image_signature.h"
#include "tests/support/lab.h"
#include "tests/support/tar_of.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const ImageRef shop{QStringLiteral("shop"), QStringLiteral("1")};
const ImageRef edge{QStringLiteral("edge"), QStringLiteral("1")};

const QByteArray blueprint = "snowmelt: 1\n"
                             "name: papers\n"
                             "platform: {kind: podman}\n"
                             "images:\n"
                             "  shop: {versions: {1: shop.yaml}}\n"
                             "  edge: {versions: {1: edge.yaml}}\n"
                             "balancers:\n"
                             "  edge: {driver: haproxy, image: edge@1, listen: 8080, serves: [web]}\n"
                             "groups:\n"
                             "  web: {image: shop@1, size: 1, port: 8080}\n";

} // namespace

class TestPapers : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString layout() const { return path(u"home/images"_qs); }

    void write(const QString& name, const QByteArray& text)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }
    QByteArray contentOf(const QString& name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString key(const QString& name)
    {
        const int status = QProcess::execute(u"ssh-keygen"_qs, {u"-q"_qs, u"-t"_qs, u"ed25519"_qs, u"-N"_qs, QString(),
                                                                u"-C"_qs, name, u"-f"_qs, path(name)});
        if (status != 0)
            qFatal("no key");
        return path(name);
    }
    ImageRecord store(const ImageRef& ref, const QMap<QString, QByteArray>& papers = {})
    {
        const QByteArray tar = tarOf({{"etc/name", ref.text().toUtf8()}});
        ImageRecord record;
        record.ref = ref;
        Inventory inventory;
        inventory.packages = {{u"curl"_qs, u"7"_qs, u"amd64"_qs}};
        BuiltTier tier = describeTier(record, {}, {oci::layerType, Digest::ofBytes(tar), tar.size(), {}}, inventory);
        tier.layerFile = path(u"layer"_qs);
        tier.papers = papers;
        write(u"layer"_qs, tar);
        if (!commitTiers(layout(), {tier}).ok())
            qFatal("cannot commit");
        return tier.record;
    }
    QByteArray paper(PaperKind kind) { return m_lab->run(PaperIntent{shop, kind}).all<PaperMade>().value(0).text; }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"papers.yaml"_qs, blueprint);
        m_operations = std::make_unique<BackendOperations>(path(u"home"_qs));
        m_lab = std::make_unique<Lab>(m_operations.get(), path(u"papers.yaml"_qs));
    }
    void cleanup()
    {
        m_lab.reset();
        m_operations.reset();
    }

    void everyPaperIsMade()
    {
        const ImageRecord image = store(shop, {{oci::provenancePaper, "{}"}});
        for (const PaperKind kind : {PaperKind::Inventory, PaperKind::Spdx, PaperKind::CycloneDx})
            QVERIFY(paper(kind).contains("curl"));
        QCOMPARE(QJsonDocument::fromJson(paper(PaperKind::Spdx))[u"name"].toString(), shop.text());
        QCOMPARE(QJsonDocument::fromJson(paper(PaperKind::CycloneDx))[u"specVersion"].toString(), u"1.5"_qs);
        QCOMPARE(paper(PaperKind::Provenance), "{}");
        QCOMPARE(m_lab->run(SignImageIntent{shop, key(u"mina"_qs)}).ending(), u"done"_qs);
        QVERIFY(signerOf(paper(PaperKind::Signature)));
        QCOMPARE(m_lab->run(PaperIntent{shop, PaperKind::Spdx}).finished->safety, Safety::Unchanged);
    }

    void paperThatIsNotThereIsSaid()
    {
        QCOMPARE(m_lab->run(PaperIntent{shop, PaperKind::Spdx}).ending(), u"failed imageNotBuilt shop@1"_qs);
        store(shop); // of a Snowmelt that wrote none down
        QCOMPARE(m_lab->run(PaperIntent{shop, PaperKind::Provenance}).ending(),
                 u"failed unsupported provenance|shop@1"_qs);
        QCOMPARE(m_lab->run(PaperIntent{shop, PaperKind::Signature}).ending(), u"failed signatureInvalid shop@1|"_qs);
    }

    void signaturesAreKeptOnePerSigner()
    {
        const ImageRecord image = store(shop);
        const Run first = m_lab->run(SignImageIntent{shop, key(u"mina"_qs)});
        QCOMPARE(first.ending(), u"done"_qs);
        QCOMPARE(first.all<ImageSigned>().value(0).signer, u"mina"_qs);
        QVERIFY(first.all<ImageSigned>().value(0).fingerprint.startsWith(u"SHA256:"));
        QCOMPARE(m_lab->run(SignImageIntent{shop, path(u"mina"_qs)}).ending(), u"done"_qs); // once more is the same
        QCOMPARE(m_lab->run(SignImageIntent{shop, key(u"omar"_qs)}).ending(), u"done"_qs);
        QCOMPARE(papersOf(layout(), image.digest, oci::signaturePaper).value().size(), 2);
    }

    void whatCannotBeSignedIsSaid()
    {
        QCOMPARE(m_lab->run(SignImageIntent{shop, path(u"none"_qs)}).ending(), u"failed imageNotBuilt shop@1"_qs);
        store(shop);
        const Run run = m_lab->run(SignImageIntent{shop, path(u"none"_qs)});
        QCOMPARE(run.finished->error->code, ErrorCode::FileUnreadable);
        QCOMPARE(run.finished->safety, Safety::StoreAsBefore);
    }

    void anUntrustedImageIsNotUsed()
    {
        store(shop);
        store(edge);
        m_lab->run(SignImageIntent{edge, key(u"eve"_qs)});
        m_lab->run(SignImageIntent{shop, key(u"mina"_qs)});
        write(u"allowed_signers"_qs, "mina@example.org " + contentOf(u"mina.pub"_qs));
        const Run refused = m_lab->run(UpIntent{}); // shop holds, edge is signed by somebody else
        QCOMPARE(refused.finished->error->code, ErrorCode::SignatureInvalid);
        QCOMPARE(refused.finished->error->args.value(0), edge.text());
        QCOMPARE(refused.finished->safety, Safety::NothingTouched);
        QVERIFY(!m_lab->look().isUp());
        write(u"allowed_signers"_qs, "eve@example.org " + contentOf(u"eve.pub"_qs));
        QCOMPARE(m_lab->run(UpIntent{}).finished->error->args.value(0), shop.text());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BackendOperations> m_operations;
    std::unique_ptr<Lab> m_lab;
};

QTEST_GUILESS_MAIN(TestPapers)
#include "tst_papers.moc"
