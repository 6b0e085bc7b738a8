// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/hash_place.h"

#include "backend/fleet/private_file.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDirIterator>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 longestFile = 256 * 1024 * 1024;

// A node's name may be longer than a file's.
QString fileName(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QFileInfoList filesBelow(const QString& folder)
{
    QFileInfoList files;
    QDirIterator at(folder, QDir::Files, QDirIterator::Subdirectories);
    while (at.hasNext())
        files.append(at.nextFileInfo());
    std::ranges::sort(files, {}, [](const QFileInfo& file) { return file.lastModified(); });
    return files;
}

void keepBelow(const QString& folder, const QString& file, qint64 most)
{
    const QFileInfoList files = filesBelow(folder);
    qint64 size = 0;
    for (const QFileInfo& one : files)
        size += one.size();
    for (const QFileInfo& one : files) {
        if (size > most && one.absoluteFilePath() != file && QFile::remove(one.absoluteFilePath()))
            size -= one.size();
    }
}

} // namespace

HashPlace hashPlace(const FleetAccess& fleet, const NodeFacts& node, bool full)
{
    QByteArray of;
    QDataStream out(&of, QIODevice::WriteOnly);
    out << fleet.lease.fleetId << node.name << node.birth.bornAt << node.digest.text() << node.sshHostKey
        << node.ssh.host << node.ssh.port;
    return {fleet.home + u"/hashes/" + fileName(fleet.blueprint.name) + u'/' + fileName(node.name), of, full};
}

HashMemoryPtr readHashes(const HashPlace& place)
{
    if (place.file.isEmpty() || place.full || QFileInfo(place.file).size() > longestFile)
        return nullptr;
    const Result<QByteArray> bytes = readWholeFile(place.file);
    auto memory = bytes.ok() ? readHashMemory(*bytes) : std::nullopt;
    return memory ? std::make_shared<const HashMemory>(std::move(*memory)) : nullptr;
}

void keepHashes(const HashPlace& place, const HashMemory& memory, qint64 most)
{
    const QFileInfo file(place.file);
    const QString all = QFileInfo(file.absolutePath()).absolutePath();
    const bool kept = makePrivateFolder(all).ok() && makePrivateFolder(file.absolutePath()).ok() &&
                      writePrivateFile(place.file, hashMemoryBytes(memory)).ok();
    if (kept)
        keepBelow(all, file.absoluteFilePath(), most);
}

} // namespace snowmelt
