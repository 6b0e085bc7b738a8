// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/store_writer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

namespace snowmelt {

/// One member of a sample layer; a link when it has a target.
struct SampleMember
{
    QByteArray name;
    QByteArray content{};
    unsigned type = AE_IFREG;
    QByteArray target{}; ///< of a symbolic link, or of a hard link when the type is AE_IFREG
    int mode = 0644;
    int uid = 0;
    QByteArray capability{};
};

inline QByteArray sampleTar(const QList<SampleMember>& members)
{
    QByteArray bytes(1 << 18, '\0');
    size_t used = 0;
    archive* out = archive_write_new();
    archive_write_set_format_pax_restricted(out);
    archive_write_set_bytes_in_last_block(out, 512);
    archive_write_open_memory(out, bytes.data(), static_cast<size_t>(bytes.size()), &used);
    for (const SampleMember& member : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.constData());
        archive_entry_set_filetype(entry, member.type);
        archive_entry_set_perm(entry, static_cast<mode_t>(member.mode));
        archive_entry_set_uid(entry, member.uid);
        archive_entry_set_mtime(entry, 1000, 0);
        const bool isHardLink = member.type == AE_IFREG && !member.target.isEmpty();
        if (isHardLink)
            archive_entry_set_hardlink(entry, member.target.constData());
        else if (member.type == AE_IFLNK)
            archive_entry_set_symlink(entry, member.target.constData());
        else if (member.type == AE_IFREG)
            archive_entry_set_size(entry, member.content.size());
        else if (member.type == AE_IFCHR)
            archive_entry_set_rdevmajor(entry, 1), archive_entry_set_rdevminor(entry, 3);
        if (!member.capability.isEmpty())
            archive_entry_xattr_add_entry(entry, "security.capability", member.capability.constData(),
                                          static_cast<size_t>(member.capability.size()));
        archive_write_header(out, entry);
        if (!isHardLink && member.type == AE_IFREG)
            archive_write_data(out, member.content.constData(), static_cast<size_t>(member.content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    return bytes.left(static_cast<qsizetype>(used));
}

/// A data folder with an image store of small images.
class SampleStore
{
public:
    QString home() const { return m_home.path(); }
    QString folder() const { return m_home.filePath(QStringLiteral("images")); }
    QString path(const QString& relative) const { return folder() + u'/' + relative; }

    BuiltTier tier(const QString& ref, const QList<SampleMember>& members, const BuiltTier* parent = nullptr)
    {
        const QByteArray tar = sampleTar(members);
        const QString file = m_home.filePath(QStringLiteral("layer-%1").arg(++m_layers));
        write(file, tar);
        ImageRecord record;
        record.ref = *ImageRef::parse(ref);
        record.tier = parent ? Tier::Immutable : Tier::Os;
        record.parent = parent ? parent->record.ref : ImageRef{};
        record.builtAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC).addSecs(m_layers);
        record.buildMs = 12;
        record.serveMs = 94;
        Inventory inventory;
        for (const SampleMember& member : members) {
            FileFact fact{'/' + member.name, FileType::File, member.mode, 0, 0, member.content.size(), {}, {}};
            fact.sha256 = Digest::ofBytes(member.content).hex().toLatin1();
            inventory.files.insert(fact.path, fact);
        }
        BuiltTier built = describeTier(record, parent ? parent->manifest.layers : QList<OciDescriptor>{},
                                       {oci::layerType, Digest::ofBytes(tar), tar.size(), {}}, inventory);
        built.key = QStringLiteral("key %1").arg(m_layers);
        built.layerFile = file;
        return built;
    }

    void commit(const QList<BuiltTier>& tiers)
    {
        if (!commitTiers(folder(), tiers).ok())
            qFatal("the sample store cannot be written");
    }

    /// Names of all files, without the lock.
    QStringList files() const
    {
        QStringList names;
        QDirIterator it(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext())
            names.append(QDir(folder()).relativeFilePath(it.next()));
        names.removeAll(QStringLiteral("lock"));
        names.sort();
        return names;
    }

    static QByteArray read(const QString& file)
    {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file));
        return in.readAll();
    }

    static void write(const QString& file, const QByteArray& bytes)
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(file));
    }

private:
    QTemporaryDir m_home;
    int m_layers = 0;
};

} // namespace snowmelt
