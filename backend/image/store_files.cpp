// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_files.h"

#include "backend/image/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

const QString blobFolder = QStringLiteral("blobs/sha256");
constexpr qsizetype digestDigits = 64;

bool isBlobName(const QString& name)
{
    const auto digest = Digest::parse(name);
    return name.size() == digestDigits && digest && digest->hex() == name;
}

Result<QStringList> namesIn(const QString& folder)
{
    if (!QFileInfo::exists(folder))
        return QStringList();
    if (!QFileInfo(folder).isDir() || ::access(QFile::encodeName(folder).constData(), R_OK | X_OK) != 0)
        return Error{ErrorCode::StoreUnusable, {folder}, {}};
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

/// Names in a folder of the store that are not `known`.
Result<QStringList> othersIn(const QString& layoutFolder, const QString& inside, const QStringList& known)
{
    const auto names = namesIn(inside.isEmpty() ? layoutFolder : QString(layoutFolder + u'/' + inside));
    if (!names)
        return names;
    QStringList others;
    for (const QString& name : *names)
        if (!known.contains(name))
            others.append(inside.isEmpty() ? name : QString(inside + u'/' + name));
    return others;
}

/// Regular files alone, without following links; -1 and errno otherwise.
int openBlob(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status = {};
    if (descriptor >= 0 && (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))) {
        ::close(descriptor);
        errno = EINVAL;
        return -1;
    }
    return descriptor;
}

} // namespace

bool isUnfinishedWrite(const QString& relativePath)
{
    return relativePath.section(u'/', -1).startsWith(u".new-");
}

Result<StoreFiles> filesOfStore(const QString& layoutFolder)
{
    StoreFiles files;
    const auto blobs = namesIn(layoutFolder + u'/' + blobFolder);
    if (!blobs)
        return blobs.as<StoreFiles>();
    for (const QString& name : *blobs) {
        if (isBlobName(name))
            files.blobs.append(name);
        else
            files.strangers.append(blobFolder + u'/' + name);
    }
    static const QStringList layout{QStringLiteral("oci-layout"), QStringLiteral("index.json"), QStringLiteral("blobs"),
                                    QStringLiteral("lock")};
    const auto around = othersIn(layoutFolder, {}, layout);
    const auto beside = othersIn(layoutFolder, QStringLiteral("blobs"), {QStringLiteral("sha256")});
    if (!around || !beside)
        return (around ? beside : around).as<StoreFiles>();
    files.strangers += *around + *beside;
    return files;
}

Result<BlobLook> lookAtBlob(const QString& layoutFolder, const QString& hex, const StopFlag& stop)
{
    BlobLook look{hex, 0, std::nullopt};
    const int descriptor = openBlob(layoutFolder + u'/' + blobFolder + u'/' + hex);
    if (descriptor < 0) {
        look.fault = errno == ENOENT ? StoreFault::Missing : StoreFault::Unreadable;
        return look;
    }
    Sha256 sum;
    QByteArray chunk(1 << 20, Qt::Uninitialized);
    ssize_t size = 0;
    while (!*stop && (size = ::read(descriptor, chunk.data(), static_cast<size_t>(chunk.size()))) > 0) {
        sum.add(chunk.constData(), static_cast<size_t>(size));
        look.bytes += size;
    }
    ::close(descriptor);
    if (*stop)
        return Cancelled{};
    if (size < 0)
        look.fault = StoreFault::Unreadable;
    else if (QString::fromLatin1(sum.hex()) != hex)
        look.fault = StoreFault::Damaged;
    return look;
}

} // namespace snowmelt
