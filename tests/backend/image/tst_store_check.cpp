// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_papers.h"
#include "backend/image/store_check.h"
#include "models/domain/code_names.h"
#include "tests/backend/image/sample_store.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;

namespace {

StopFlag running()
{
    return std::make_shared<std::atomic_bool>(false);
}

StoreCheck checkOf(const QString& folder)
{
    const StoreFiles files = filesOfStore(folder).value();
    QList<BlobLook> looks;
    for (const QString& hex : files.blobs)
        looks.append(lookAtBlob(folder, hex, running()).value());
    return judgeStore(folder, looks, running()).value();
}

/// "blobs/sha256/ab…" as damage names it.
QString toldName(const QString& file)
{
    return file.startsWith(u"blobs/sha256/") ? QString(u"sha256:" + file.section(u'/', -1)) : file;
}

/// "damaged sha256:…: os@1,shop@1" of each.
QStringList told(const StoreCheck& check)
{
    QStringList lines;
    for (const StoreDamage& one : check.damage)
        lines.append(codeName(one.fault) + u' ' + one.blob + u": " + one.images.join(u','));
    return lines;
}

bool names(const StoreCheck& check, const QString& file)
{
    return std::ranges::any_of(check.damage, [&file](const StoreDamage& one) {
        return one.blob == toldName(file) && one.fault != StoreFault::Unnamed;
    });
}

} // namespace

class TestStoreCheck : public QObject
{
    Q_OBJECT

private:
    /// An OS tier, two images on it, one of them built twice, and a paper beside one.
    void fill()
    {
        m_store = std::make_unique<SampleStore>();
        m_os = m_store->tier(QStringLiteral("os@1"), {{"etc/os", "the system"}});
        m_shop = m_store->tier(QStringLiteral("shop@1"), {{"srv/shop", "old"}}, &m_os);
        const BuiltTier again = m_store->tier(QStringLiteral("shop@1"), {{"srv/shop", "new"}}, &m_os);
        const BuiltTier other = m_store->tier(QStringLiteral("edge@1"), {{"srv/edge", "edge"}}, &m_os);
        m_store->commit({m_os, m_shop});
        m_store->commit({again, other});
        QVERIFY(addPaper(m_store->folder(), other.record.digest, oci::signaturePaper + u"ab", "a signature").ok());
        // What the paper's new manifest replaced is what a removal would take: nothing names it.
        QFile::remove(oci::blobPath(m_store->folder(), Digest::ofBytes(oci::render(other.manifest))));
    }

    StoreCheck check() const { return checkOf(m_store->folder()); }
    QString blob(const Digest& digest) const { return m_store->path(u"blobs/sha256/" + digest.hex()); }

private Q_SLOTS:
    void init() { fill(); }

    void untouchedStoreIsWhole()
    {
        const StoreCheck found = check();
        QCOMPARE(told(found), QStringList());
        QCOMPARE(found.images, 4);
        QCOMPARE(found.blobs, static_cast<int>(m_store->files().size()) - 2);
        QVERIFY(found.bytes > 0);
    }

    void nothingIsAStoreToo()
    {
        QCOMPARE(checkOf(m_store->home() + u"/nothing"), StoreCheck());
        QVERIFY(!QFile::exists(m_store->home() + u"/nothing"));
    }

    void nothingIsChanged()
    {
        const QStringList before = m_store->files();
        m_store->write(m_store->path(before.first()), "damage");
        const QByteArray index = m_store->read(m_store->path(QStringLiteral("index.json")));
        (void)check();
        QCOMPARE(m_store->files(), before);
        QCOMPARE(m_store->read(m_store->path(QStringLiteral("index.json"))), index);
    }

    void damageNamesWhoNeedsIt()
    {
        QVERIFY(QFile::remove(blob(m_os.manifest.layers[0].digest)));
        QCOMPARE(told(check()),
                 QStringList{u"missing "_qs + m_os.manifest.layers[0].digest.text() + u": os@1,shop@1,edge@1"});
        m_store->write(blob(m_os.manifest.layers[0].digest), "other bytes");
        QCOMPARE(check().damage.first().fault, StoreFault::Damaged);
    }

    void leftoversAreHarmlessAndSaid()
    {
        m_store->write(blob(Digest::ofBytes("left")), "left");
        m_store->write(m_store->path(QStringLiteral("blobs/sha256/.new-1")), "half");
        QCOMPARE(told(check()), (QStringList{u"unnamed "_qs + Digest::ofBytes("left").text() + u": ",
                                             QStringLiteral("unnamed blobs/sha256/.new-1: ")}));
    }

    /// What a damaged manifest names is needed all the same.
    void blobsOfADamagedManifestAreNotCalledHarmless()
    {
        QVERIFY(QFile::remove(blob(Digest::ofBytes(oci::render(m_shop.manifest)))));
        const StoreCheck found = check();
        QCOMPARE(found.damage.size(), 1);
        QCOMPARE(found.damage.first().fault, StoreFault::Missing);
    }

    void linksAreNotFollowed()
    {
        const QString file = blob(m_shop.record.digest);
        QVERIFY(QFile::rename(file, m_store->home() + u"/aside"));
        QVERIFY(QFile::link(m_store->home() + u"/aside", file));
        QCOMPARE(told(check()), QStringList{u"unreadable "_qs + m_shop.record.digest.text() + u": shop@1"});
    }

    /// Whole by its hash, and no configuration of these layers.
    void whatMakesNoSenseIsUnreadable()
    {
        BuiltTier odd = m_store->tier(QStringLiteral("odd@1"), {{"a", "a"}});
        odd.config = "{}";
        odd.manifest.config = {oci::configType, Digest::ofBytes(odd.config), 2, {}};
        odd.inventory.digest = odd.manifest.config.digest;
        odd.record.digest = odd.manifest.config.digest;
        m_store->commit({odd});
        const QStringList lines = told(check());
        QVERIFY2(lines.contains(u"unreadable "_qs + odd.record.digest.text() + u": odd@1"),
                 qPrintable(lines.join(u'\n')));
    }

    void whatCameMeanwhileIsLookedAt()
    {
        const StoreFiles files = filesOfStore(m_store->folder()).value();
        QList<BlobLook> looks;
        for (const QString& hex : files.blobs)
            looks.append(lookAtBlob(m_store->folder(), hex, running()).value());
        m_store->commit({m_store->tier(QStringLiteral("late@1"), {{"late", "late"}})});
        QCOMPARE(told(judgeStore(m_store->folder(), looks, running()).value()), QStringList());
    }

    void stops()
    {
        const StopFlag stopped = std::make_shared<std::atomic_bool>(true);
        QVERIFY(lookAtBlob(m_store->folder(), m_os.record.digest.hex(), stopped).cancelled());
        QVERIFY(judgeStore(m_store->folder(), {}, stopped).cancelled());
    }

    void indexOfBeforeThereWereSumsIsWhole()
    {
        const QString index = m_store->path(QStringLiteral("index.json"));
        QJsonObject json = QJsonDocument::fromJson(m_store->read(index)).object();
        json.remove(QStringLiteral("annotations"));
        m_store->write(index, QJsonDocument(json).toJson());
        QCOMPARE(told(check()), QStringList());
    }

    /// Who builds on a damaged index would lose what it does not list any more.
    void damagedIndexIsNotWrittenOver()
    {
        const QString index = m_store->path(QStringLiteral("index.json"));
        QByteArray text = m_store->read(index);
        m_store->write(index, text.replace("shop@1", "shop@2"));
        const auto built = commitTiers(m_store->folder(), {m_store->tier(QStringLiteral("new@1"), {{"a", "b"}})});
        QCOMPARE(built.error().code, ErrorCode::StoreUnusable);
        QCOMPARE(told(check()).first(), QStringLiteral("damaged index.json: "));
    }

    /// Whatever happens to whichever file: it is named, and when it is mended all is whole again.
    void anyDamageOfAnyFileIsNamed()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        const QStringList files = m_store->files();
        for (const QString& name : files) {
            const QString file = m_store->path(name);
            const QByteArray bytes = m_store->read(file);
            for (int i = 0; i < 12; ++i) {
                QByteArray flipped = bytes;
                const qsizetype at = dice.bounded(static_cast<int>(bytes.size()));
                flipped[at] = static_cast<char>(flipped[at] ^ (1 << dice.bounded(8)));
                m_store->write(file, flipped);
                QVERIFY2(names(check(), name), qPrintable(QStringLiteral("flip %1 of %2").arg(at).arg(name)));
            }
            m_store->write(file, bytes.left(dice.bounded(static_cast<int>(bytes.size()))));
            QVERIFY2(names(check(), name), qPrintable(u"truncated "_qs + name));
            QVERIFY(QFile::remove(file));
            QVERIFY2(names(check(), name), qPrintable(u"deleted "_qs + name));
            const QString other = files.at(dice.bounded(static_cast<int>(files.size())));
            m_store->write(file, bytes);
            if (other == name)
                continue;
            const QByteArray others = m_store->read(m_store->path(other));
            m_store->write(file, others);
            m_store->write(m_store->path(other), bytes);
            const StoreCheck swapped = check();
            QVERIFY2(names(swapped, name) && names(swapped, other),
                     qPrintable(QStringLiteral("swapped %1 and %2").arg(name, other)));
            m_store->write(file, bytes);
            m_store->write(m_store->path(other), others);
        }
        QCOMPARE(told(check()), QStringList());
    }

private:
    std::unique_ptr<SampleStore> m_store;
    BuiltTier m_os;
    BuiltTier m_shop;
};

QTEST_GUILESS_MAIN(TestStoreCheck)
#include "tst_store_check.moc"
