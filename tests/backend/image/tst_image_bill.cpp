// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_bill.h"
#include "backend/image/image_papers.h"
#include "backend/image/store_writer.h"
#include "backend/image/tier_papers.h"
#include "tests/support/tar_of.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const QByteArray osRelease = "ID=debian\nVERSION_CODENAME=bookworm\n";
const QByteArray osRecipe =
    "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\nfiles:\n  - {path: /etc/motd, content: hi}\n";
const QByteArray shopRecipe = "snowmelt-recipe: 1\ntier: immutable\nparent: os@1\nfiles:\n"
                              "  - {path: /etc/shop, content: shop}\n  - {path: /etc/gone, content: x}\n";

ImageRef ref(const QString& text)
{
    return *ImageRef::parse(text);
}

QByteArray sha1(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex();
}

QByteArray sha256(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestImageBill : public QObject
{
    Q_OBJECT

private:
    ImageStore store() const { return ImageStore(m_folder->filePath(u"images"_qs)); }

    BuiltTier tier(const QString& name, const QList<TarMember>& members, const QByteArray& recipe,
                   const BuiltTier* parent = nullptr)
    {
        const QByteArray tar = tarOf(members);
        BuiltTier built;
        Inventory inventory = parent ? parent->inventory : Inventory{};
        inventory.packages = {{u"curl"_qs, u"7"_qs, u"amd64"_qs}};
        for (const TarMember& member : members)
            inventory.files.insert(
                '/' + member.name,
                {'/' + member.name, FileType::File, 0644, 0, 0, member.content.size(), sha256(member.content), {}});
        ImageRecord record;
        record.ref = ref(name);
        record.tier = parent ? Tier::Immutable : Tier::Os;
        record.parent = parent ? parent->record.ref : ImageRef{};
        built = describeTier(record, parent ? parent->manifest.layers : QList<OciDescriptor>{},
                             {oci::layerType, Digest::ofBytes(tar), tar.size(), {}}, inventory);
        built.layerFile = m_folder->filePath(u"layer-%1"_qs.arg(++m_layers));
        if (!recipe.isEmpty())
            built.papers = {{oci::recipePaper, recipe}};
        QFile file(built.layerFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(tar) != tar.size())
            qFatal("cannot write");
        return built;
    }
    BuiltTier os(const QByteArray& recipe = osRecipe)
    {
        return tier(u"os@1"_qs, {{"usr/lib/os-release", osRelease}, {"etc/motd", "hi"}}, recipe);
    }
    /// Commits a shop on an os.
    BuiltTier shop(const BuiltTier& os, const QByteArray& recipe = shopRecipe)
    {
        const BuiltTier built = tier(u"shop@1"_qs, {{"etc/shop", "shop"}, {"etc/made", "by a command"}}, recipe, &os);
        if (!commitTiers(store().layoutFolder(), {os, built}).ok())
            qFatal("cannot commit");
        return built;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void hasPackagesFilesAndParent()
    {
        const BuiltTier below = os();
        const BuiltTier built = shop(below);
        const Bill bill = billOf(store(), built.record).value();
        QCOMPARE(bill.image, built.record);
        QCOMPARE(bill.parent, below.record.digest);
        QCOMPARE(bill.packages, built.inventory.packages);
        QCOMPARE(bill.distribution, (Distribution{u"debian"_qs, u"bookworm"_qs}));
        QVERIFY(bill.filesKnown);
        // What the recipe put there and is there no more is none of its files; what a command made is not the recipe's.
        QCOMPARE(bill.files, (QList<BillFile>{{"/etc/motd", sha1("hi"), sha256("hi")},
                                              {"/etc/shop", sha1("shop"), sha256("shop")}}));
    }

    void tellsWhatItDoesNotKnow()
    {
        const BuiltTier built = shop(os({})); // from before recipes were kept
        const Bill bill = billOf(store(), built.record).value();
        QVERIFY(!bill.filesKnown);
        QVERIFY(bill.files.isEmpty());
        QVERIFY(!bill.parent.isNull());
    }

    void parentThatIsGoneIsNotGuessed()
    {
        const BuiltTier below = os();
        const BuiltTier built = tier(u"shop@1"_qs, {{"etc/shop", "shop"}}, shopRecipe, &below);
        const BuiltTier other = tier(u"os@1"_qs, {{"etc/other", "x"}}, osRecipe); // another build of that version
        QVERIFY(commitTiers(store().layoutFolder(), {other, built}).ok());
        QFile layer(below.layerFile);
        QVERIFY(layer.copy(oci::blobPath(store().layoutFolder(), below.manifest.layers.first().digest)));
        const Bill bill = billOf(store(), built.record).value();
        QVERIFY(bill.parent.isNull());
        QVERIFY(!bill.filesKnown);
        QCOMPARE(bill.distribution.codename, u"bookworm"_qs);
    }

    void damageIsSaid()
    {
        const BuiltTier below = os();
        const BuiltTier built = shop(below);
        QFile layer(oci::blobPath(store().layoutFolder(), below.manifest.layers.first().digest));
        QVERIFY(layer.open(QIODevice::ReadWrite));
        QByteArray bytes = layer.readAll();
        bytes.replace("ID=debian", "ID=others");
        layer.seek(0);
        layer.write(bytes);
        layer.close();
        QCOMPARE(billOf(store(), built.record).error().code, ErrorCode::ImageCorrupt);
        ImageRecord unknown = built.record;
        unknown.digest = Digest::ofBytes("none");
        QCOMPARE(billOf(store(), unknown).error().code, ErrorCode::ImageNotBuilt);
    }

    void papersOfATier()
    {
        LoadedRecipe recipe{ref(u"shop@1"_qs), parseRecipe(shopRecipe).value, shopRecipe, {"shop", "x"}, {}};
        ImageRecord record;
        record.ref = recipe.ref;
        record.parent = recipe.recipe.parent;
        record.digest = Digest::ofBytes("shop");
        record.builtAt = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 8), Qt::UTC);
        const BuildWitness witness{u"mina@laptop"_qs, record.builtAt.addSecs(-8), Digest::ofBytes("os"), {}};
        const auto papers = papersOfTier(recipe, record, witness);
        QCOMPARE(papers.keys(), (QStringList{oci::provenancePaper, oci::recipePaper}));
        QCOMPARE(papers[oci::recipePaper], shopRecipe);
        const QByteArray statement = papers[oci::provenancePaper];
        QVERIFY(QJsonDocument::fromJson(statement).isObject());
        for (const QByteArray& part : {sha256(shopRecipe), sha256("shop"), QByteArray("file:/etc/shop"),
                                       QByteArray("mina@laptop"), Digest::ofBytes("os").hex().toLatin1(),
                                       QByteArray("2026-03-04T05:06:00Z"), QByteArray("unknown: git did not answer")})
            QVERIFY2(statement.contains(part), part.constData());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_layers = 0;
};

QTEST_GUILESS_MAIN(TestImageBill)
#include "tst_image_bill.moc"
