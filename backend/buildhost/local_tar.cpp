// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/local_tar.h"

#include "backend/image/durable_file.h"
#include "backend/image/folder_walk.h"
#include "backend/image/layer_format.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <archive_entry.h>

#include <cerrno>

namespace snowmelt {

namespace {

class Tar
{
public:
    Tar(const QString& file, const StopFlag& stop) : m_file(file), m_stop(stop), m_out(archive_write_new()) {}

    Result<Done> begin()
    {
        archive_write_set_format_pax_restricted(m_out.get());
        if (archive_write_open_filename(m_out.get(), QFile::encodeName(m_file).constData()) != ARCHIVE_OK)
            return failure();
        return Done{};
    }

    Result<Done> add(const QByteArray& path, const QByteArray& name, const struct stat& status)
    {
        if (*m_stop)
            return Cancelled{};
        const OwnedEntry entry(archive_entry_new());
        archive_entry_copy_stat(entry.get(), &status);
        archive_entry_set_pathname(entry.get(), name.constData());
        if (S_ISLNK(status.st_mode)) {
            const auto target = linkTarget(path);
            if (!target)
                return target.as<Done>();
            archive_entry_set_symlink(entry.get(), target->constData());
        }
        if (archive_write_header(m_out.get(), entry.get()) < ARCHIVE_WARN)
            return failure();
        return S_ISREG(status.st_mode) ? addData(path, status.st_size) : Result<Done>(Done{});
    }

    Result<Done> addText(const QByteArray& name, const QByteArray& text)
    {
        const OwnedEntry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), text.size());
        if (archive_write_header(m_out.get(), entry.get()) < ARCHIVE_WARN ||
            archive_write_data(m_out.get(), text.constData(), static_cast<size_t>(text.size())) != text.size())
            return failure();
        return Done{};
    }

    Result<Done> end() { return archive_write_close(m_out.get()) == ARCHIVE_OK ? Result<Done>(Done{}) : failure(); }

private:
    Result<Done> addData(const QByteArray& path, qint64 size)
    {
        QFile file(QFile::decodeName(path));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return unreadable(path);
        qint64 left = size;
        while (left > 0) {
            if (*m_stop)
                return Cancelled{};
            const qint64 got = file.read(m_chunk.data(), std::min<qint64>(m_chunk.size(), left));
            // libarchive would fill up with zeros what is missing.
            if (got <= 0)
                return unreadable(path);
            if (archive_write_data(m_out.get(), m_chunk.constData(), static_cast<size_t>(got)) != got)
                return failure();
            left -= got;
        }
        return Done{};
    }

    static Error unreadable(const QByteArray& path)
    {
        return {ErrorCode::FileUnreadable, {QFile::decodeName(path)}, {}};
    }

    Error failure() const { return archiveWriteError(m_file, m_out.get()); }

    QString m_file;
    StopFlag m_stop;
    ArchiveWriter m_out;
    QByteArray m_chunk = QByteArray(1 << 18, Qt::Uninitialized);
};

Result<Done> addDebs(Tar& tar, const QString& work, const QByteArrayList& wanted)
{
    const QList<IndexedDeb> debs = debsOf(work);
    QSet<QByteArray> left(wanted.begin(), wanted.end());
    for (const IndexedDeb& deb : debs) {
        if (!left.remove(deb.sha256))
            continue;
        const QByteArray path = QFile::encodeName(work) + "/debs/" + deb.name;
        struct stat status;
        if (::lstat(path.constData(), &status) != 0)
            return Error{ErrorCode::FileUnreadable, {QFile::decodeName(path)}, {}};
        if (auto added = tar.add(path, deb.sha256, status); !added)
            return added;
    }
    return Done{};
}

Result<Done> writeFact(archive* in, const QString& path)
{
    QByteArray text;
    QByteArray chunk(1 << 16, Qt::Uninitialized);
    la_ssize_t size = 0;
    while ((size = archive_read_data(in, chunk.data(), static_cast<size_t>(chunk.size()))) > 0)
        text.append(chunk.constData(), size);
    if (size < 0)
        return Error{ErrorCode::FileUnreadable, {path}, QString::fromLocal8Bit(archive_error_string(in))};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(text) != text.size())
        return writeError(path, errno);
    return Done{};
}

} // namespace

QList<IndexedDeb> debsOf(const QString& work)
{
    QFile index(work + QStringLiteral("/debs/Packages"));
    return index.open(QIODevice::ReadOnly) ? debsIn(index.readAll()) : QList<IndexedDeb>();
}

Result<Done> tarOfWork(const QString& work, const QString& archive, const StopFlag& stop)
{
    Tar tar(archive, stop);
    if (auto begun = tar.begin(); !begun)
        return begun;
    const auto add = [&tar](const WalkedPath& path) -> Result<Done> {
        if (path.inside.startsWith("/debs/") && path.inside.endsWith(".deb"))
            return Done{};
        return tar.add(path.real, path.inside.mid(1), path.status);
    };
    if (auto walked = walkFolder(QFile::encodeName(work), add); !walked)
        return walked;
    QByteArray list;
    for (const IndexedDeb& deb : debsOf(work))
        list += deb.sha256 + ' ' + deb.name + '\n';
    if (auto added = tar.addText("debs.list", list); !added)
        return added;
    return tar.end();
}

Result<Done> tarOfDebs(const QString& work, const QByteArrayList& wanted, const QString& archive, const StopFlag& stop)
{
    Tar tar(archive, stop);
    if (auto begun = tar.begin(); !begun)
        return begun;
    if (auto added = addDebs(tar, work, wanted); !added)
        return added;
    return tar.end();
}

Result<Done> untarFacts(const QByteArray& bytes, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return writeError(folder, errno);
    const ArchiveReader in(archive_read_new());
    archive_read_support_format_tar(in.get());
    archive_read_support_format_empty(in.get());
    int status = archive_read_open_memory(in.get(), bytes.constData(), static_cast<size_t>(bytes.size()));
    archive_entry* entry = nullptr;
    while (status == ARCHIVE_OK && (status = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
        const QString name = QFileInfo(QFile::decodeName(archive_entry_pathname(entry))).fileName();
        if (archive_entry_filetype(entry) != AE_IFREG || name.isEmpty())
            continue;
        if (auto written = writeFact(in.get(), folder + u'/' + name); !written)
            return written;
    }
    if (status != ARCHIVE_EOF)
        return Error{ErrorCode::FileUnreadable, {folder}, QString::fromLocal8Bit(archive_error_string(in.get()))};
    return Done{};
}

} // namespace snowmelt
