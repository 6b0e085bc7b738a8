// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/candidate_layout.h"
#include "backend/image/store_index.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

/// A tier that is in no store yet, above one that is and one that is not.
class TestCandidateLayout : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    static QByteArray bytesOf(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    BuiltTier tier(const char* ref, const QByteArray& layer, const QList<OciDescriptor>& below) const
    {
        ImageRecord record;
        record.ref = *ImageRef::parse(QString::fromLatin1(ref));
        BuiltTier built =
            describeTier(record, below, {oci::layerType, Digest::ofBytes(layer), layer.size(), {}}, Inventory());
        built.layerFile = path(QString::fromLatin1(layer) + QStringLiteral(".tar"));
        QFile out(built.layerFile);
        if (!out.open(QIODevice::WriteOnly) || out.write(layer) != layer.size())
            qFatal("cannot write a layer");
        return built;
    }

private Q_SLOTS:
    void everyLayerIsFoundWhereItIs()
    {
        const QString store = path(QStringLiteral("store"));
        const BuiltTier os = tier("os@1", "os layer", {});
        QVERIFY(commitTiers(store, {os}).ok());
        const BuiltTier web = tier("web@1", "web layer", os.manifest.layers);
        const BuiltTier shop = tier("shop@1", "shop layer", web.manifest.layers);
        const QString folder = path(QStringLiteral("candidate"));
        QVERIFY(layOutCandidate(folder, store, {web, shop}).ok());
        const auto images = readIntactIndex(folder);
        QVERIFY(images.ok());
        QCOMPARE(images->size(), 1);
        QCOMPARE(images->first().record.digest, shop.record.digest);
        const auto manifest = readManifest(folder, images->first());
        QVERIFY(manifest.ok());
        QCOMPARE(manifest->layers, shop.manifest.layers);
        QStringList layers;
        for (const OciDescriptor& layer : manifest->layers)
            layers.append(QString::fromUtf8(bytesOf(oci::blobPath(folder, layer.digest))));
        QCOMPARE(layers.join(u'|'), QStringLiteral("os layer|web layer|shop layer"));
        QCOMPARE(Digest::ofBytes(bytesOf(oci::blobPath(folder, manifest->config.digest))), shop.record.digest);
    }

    void whatCannotBeWrittenIsSaid()
    {
        const BuiltTier os = tier("os@1", "os layer", {});
        QFile file(path(QStringLiteral("in the way")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto laidOut = layOutCandidate(file.fileName(), path(QStringLiteral("store")), {os});
        QVERIFY(laidOut.failed());
        QCOMPARE(laidOut.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestCandidateLayout)
#include "tst_candidate_layout.moc"
