// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"
#include "tests/backend/image/sample_store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace snowmelt;

namespace {

/// "d etc 755", "f etc/a 644 'text'", "l sbin -> usr/sbin", "h etc/b => etc/a", "c dev/null 1:3", in the order of the
/// tar.
QStringList listing(const QString& file)
{
    QStringList lines;
    archive* in = archive_read_new();
    archive_read_support_format_tar(in);
    archive_read_open_filename(in, QFile::encodeName(file).constData(), 1 << 16);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
        const QString name = QString::fromLatin1(archive_entry_pathname(entry));
        const QString mode = QString::number(archive_entry_perm(entry), 8);
        const QString owner =
            archive_entry_uid(entry) == 0 ? QString() : QStringLiteral(" uid %1").arg(archive_entry_uid(entry));
        if (const char* first = archive_entry_hardlink(entry))
            lines.append(u"h "_qs + name + u" => " + QString::fromLatin1(first));
        else if (archive_entry_filetype(entry) == AE_IFDIR)
            lines.append(u"d "_qs + name + u' ' + mode + owner);
        else if (archive_entry_filetype(entry) == AE_IFLNK)
            lines.append(u"l "_qs + name + u" -> " + QString::fromLatin1(archive_entry_symlink(entry)));
        else if (archive_entry_filetype(entry) == AE_IFCHR)
            lines.append(QStringLiteral("c %1 %2:%3")
                             .arg(name)
                             .arg(archive_entry_rdevmajor(entry))
                             .arg(archive_entry_rdevminor(entry)));
        else {
            QByteArray text(archive_entry_size(entry), '\0');
            archive_read_data(in, text.data(), static_cast<size_t>(text.size()));
            const QString marks = archive_entry_xattr_count(entry) > 0 ? QStringLiteral(" xattr") : QString();
            lines.append(u"f "_qs + name + u' ' + mode + owner + marks + u" '" + QString::fromUtf8(text) + u'\'');
        }
    }
    archive_read_free(in);
    return lines;
}

bool isInit(const QString& line)
{
    return line.contains(u"sbin/init 755") && line.contains(u"/usr/bin/tini") && line.contains(u"PWR");
}

} // namespace

/// The root that LXD gets is what an overlay mount of the layers would show.
class TestLxdImage : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_store->home() + u"/out"; }

    BuiltTier layer(const QList<SampleMember>& members)
    {
        m_tiers.append(m_store->tier(QStringLiteral("t%1@1").arg(m_tiers.size()), members,
                                     m_tiers.isEmpty() ? nullptr : &m_tiers.last()));
        m_store->commit({m_tiers.last()});
        return m_tiers.last();
    }

    /// Without the init that is added.
    QStringList root()
    {
        const auto exported = exportImage(m_store->folder(), m_tiers.last().record.digest, ImageFormat::Lxd, file(),
                                          std::make_shared<std::atomic_bool>(false));
        if (!exported)
            return {exported.error().detail};
        QStringList lines = listing(file() + u".root.tar");
        const QString last = lines.isEmpty() ? QString() : lines.takeLast();
        return isInit(last) ? lines : QStringList{u"no init: "_qs + last};
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<SampleStore>();
        m_tiers.clear();
    }

    void keepsKindsOwnersAndMarks()
    {
        layer({{"etc/", "", AE_IFDIR, "", 0755},
               {"etc/a", "text", AE_IFREG, "", 04750, 33},
               {"etc/b", "", AE_IFREG, "etc/a"},
               {"etc/l", "", AE_IFLNK, "a"},
               {"etc/ping", "x", AE_IFREG, "", 0755, 0, "cap"},
               {"nul", "", AE_IFCHR}});
        QCOMPARE(root(), (QStringList{"d etc/ 755", "f etc/a 4750 uid 33 'text'", "h etc/b => etc/a", "l etc/l -> a",
                                      "f etc/ping 755 xattr 'x'", "c nul 1:3"}));
    }

    void upperLayersReplaceAndRemove()
    {
        layer({{"etc/", "", AE_IFDIR, "", 0755},
               {"etc/a", "below"},
               {"etc/gone", "x"},
               {"var/", "", AE_IFDIR, "", 0755},
               {"var/cache/", "", AE_IFDIR, "", 0755},
               {"var/cache/x", "x"}});
        layer({{"etc/", "", AE_IFDIR, "", 0700}, {"etc/.wh.gone"}, {"etc/a", "above"}, {"var/.wh.cache"}});
        QCOMPARE(root(), (QStringList{"d etc/ 700", "d var/ 755", "f etc/a 644 'above'"}));
    }

    void opaqueFoldersHideWhatIsBelowThem()
    {
        layer({{"d/", "", AE_IFDIR, "", 0755}, {"d/a", "a"}, {"d/e/", "", AE_IFDIR, "", 0755}, {"d/e/f", "f"}});
        layer({{"d/", "", AE_IFDIR, "", 0755}, {"d/.wh..wh..opq"}, {"d/b", "b"}});
        QCOMPARE(root(), (QStringList{"d d/ 755", "f d/b 644 'b'"}));
    }

    void aFileOverAFolderHidesAllOfIt()
    {
        layer({{"d/", "", AE_IFDIR, "", 0755}, {"d/a", "a"}});
        layer({{"d", "now a file"}});
        QCOMPARE(root(), QStringList{"f d 644 'now a file'"});
    }

    void whatWasRemovedMayComeBack()
    {
        layer({{"a", "first"}});
        layer({{".wh.a"}});
        layer({{"a", "again"}});
        QCOMPARE(root(), QStringList{"f a 644 'again'"});
    }

    /// The data of hard links lies with their first name; that may be what a layer above replaced.
    void linksWhoseFirstNameIsGoneKeepTheirData()
    {
        layer({{"a", "data"}, {"b", "", AE_IFREG, "a"}, {"c", "", AE_IFREG, "a"}});
        layer({{"a", "other"}});
        QCOMPARE(root(), (QStringList{"f b 644 'data'", "h c => b", "f a 644 'other'"}));
    }

    void initGoesWhereSbinIs()
    {
        layer({{"sbin", "", AE_IFLNK, "usr/sbin"},
               {"usr/", "", AE_IFDIR, "", 0755},
               {"usr/sbin/", "", AE_IFDIR, "", 0755},
               {"usr/sbin/init", "", AE_IFLNK, "/lib/systemd/systemd"}});
        QCOMPARE(root(), (QStringList{"d usr/ 755", "d usr/sbin/ 755", "l sbin -> usr/sbin"}));
        QVERIFY(listing(file() + u".root.tar").last().startsWith(u"f usr/sbin/init "));
    }

    void metadataIsWhatLxdWants()
    {
        const BuiltTier image = layer({{"a", "a"}});
        (void)root();
        const QStringList members = listing(file() + u".tar");
        QCOMPARE(members.size(), 1);
        QVERIFY(members[0].startsWith(u"f metadata.yaml 644 '"));
        const QByteArray json = members[0].section(u'\'', 1, 1).toUtf8();
        const QJsonObject metadata = QJsonDocument::fromJson(json).object();
        QVERIFY(metadata[u"creation_date"_qs].toInteger() > 0);
        QVERIFY(!metadata[u"architecture"_qs].toString().isEmpty());
        QCOMPARE(metadata[u"properties"_qs].toObject()[u"snowmelt.digest"_qs].toString(), image.record.digest.text());
    }

    void sameImageSameBytes()
    {
        layer({{"etc/", "", AE_IFDIR, "", 0755}, {"etc/a", "a"}});
        layer({{"etc/b", "b"}});
        (void)root();
        const QByteArray one = SampleStore::read(file() + u".root.tar");
        const QByteArray metadata = SampleStore::read(file() + u".tar");
        (void)root();
        QCOMPARE(SampleStore::read(file() + u".root.tar"), one);
        QCOMPARE(SampleStore::read(file() + u".tar"), metadata);
    }

    void damageIsNotExported()
    {
        const BuiltTier image = layer({{"a", "a"}});
        SampleStore::write(oci::blobPath(m_store->folder(), image.manifest.layers[0].digest), "damage");
        const auto exported = exportImage(m_store->folder(), image.record.digest, ImageFormat::Lxd, file(),
                                          std::make_shared<std::atomic_bool>(false));
        QCOMPARE(exported.error().code, ErrorCode::ImageCorrupt);
        QVERIFY(!QFile::exists(file() + u".tar") && !QFile::exists(file() + u".root.tar"));
    }

private:
    std::unique_ptr<SampleStore> m_store;
    QList<BuiltTier> m_tiers;
};

QTEST_GUILESS_MAIN(TestLxdImage)
#include "tst_lxd_image.moc"
