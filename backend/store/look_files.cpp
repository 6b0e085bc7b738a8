// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/look_files.h"

#include "models/domain/drift/probe.h"
#include "models/domain/drift/table_archive.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

namespace snowmelt {

namespace {

constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;
constexpr qsizetype saltSize = 32;

QByteArray digestOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// `said` where the system said nothing. QSaveFile has only "Unknown error" for a disk that is full.
Error unwritable(const QString& path, const QString& said)
{
    const int why = errno;
    return {why == ENOSPC || why == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            {path},
            why == 0 ? said : qt_error_string(why)};
}

Result<Done> makeFolder(const QString& folder)
{
    errno = 0;
    const bool made = QDir().mkpath(folder);
    if (!made || !QFile::setPermissions(folder, onlyOwner | QFile::ExeOwner))
        return unwritable(folder, {});
    return Done{};
}

Result<Done> write(const QString& path, const QByteArray& bytes)
{
    errno = 0;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return unwritable(path, file.errorString());
    return Done{};
}

Result<QByteArray> readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StoreUnusable, {path}, file.errorString()};
    return file.readAll();
}

/// Empty: there is none, or not a whole one.
QByteArray saltAt(const QString& path)
{
    const Result<QByteArray> read = readAll(path);
    return read && read->size() == saltSize ? *read : QByteArray();
}

} // namespace

LookFiles::LookFiles(const QString& home) : m_folder(home + QStringLiteral("/looks")) {}

QString LookFiles::pathOf(const QByteArray& digest) const
{
    return m_folder + u'/' + QString::fromLatin1(digest.left(2)) + u'/' + QString::fromLatin1(digest);
}

Result<LookPart> LookFiles::keepTable(const FactTable& table) const
{
    const QByteArray bytes = packedTable(table);
    const LookPart part{digestOf(bytes), bytes.size()};
    const QString path = pathOf(part.digest);
    if (QFile known(path); known.size() == part.size) {
        // It may have been about to be swept: it is young again.
        if (known.open(QIODevice::ReadWrite) && digestOf(known.readAll()) == part.digest &&
            known.setFileTime(QDateTime::currentDateTime(), QFile::FileModificationTime))
            return part;
    }
    for (const QString& folder : {m_folder, QFileInfo(path).path()}) {
        const Result<Done> made = makeFolder(folder);
        if (!made)
            return made.as<LookPart>();
    }
    const Result<Done> written = write(path, bytes);
    if (!written)
        return written.as<LookPart>();
    return part;
}

Result<LookRecord> LookFiles::keep(const FactSheet& sheet) const
{
    LookRecord look{sheet.node, sheet.seenAt, {}, sheet.unseen, false, {}};
    for (auto table = sheet.tables.cbegin(); table != sheet.tables.cend(); ++table) {
        const Result<LookPart> part = keepTable(*table);
        if (!part)
            return part.as<LookRecord>();
        look.parts.insert(table.key(), *part);
    }
    return look;
}

Result<FactTable> LookFiles::readTable(const LookPart& part) const
{
    const QString path = pathOf(part.digest);
    const Result<QByteArray> bytes = readAll(path);
    if (!bytes)
        return bytes.as<FactTable>();
    const std::optional<FactTable> table =
        digestOf(*bytes) == part.digest ? unpackedTable(*bytes) : std::optional<FactTable>();
    if (!table)
        return Error{ErrorCode::StoreUnusable, {path}, {}};
    return *table;
}

FactSheet LookFiles::read(const LookRecord& look) const
{
    FactSheet sheet{look.node, look.at, {}, look.unseen};
    for (auto part = look.parts.cbegin(); part != look.parts.cend(); ++part) {
        if (const Result<FactTable> table = readTable(*part))
            sheet.tables.insert(part.key(), *table);
    }
    return sheet;
}

bool LookFiles::isWhole(const LookRecord& look) const
{
    return std::ranges::all_of(look.parts, [this](const LookPart& part) { return QFile::exists(pathOf(part.digest)); });
}

void LookFiles::sweep(const QSet<QByteArray>& kept, const QSet<QByteArray>& forgotten) const
{
    const QDateTime lately = QDateTime::currentDateTime().addSecs(-3600); // parts of a round that is not noted yet
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const QByteArray name = file.fileName().toLatin1();
        const bool isPart = file.path() != m_folder;
        if (isPart && !kept.contains(name) && (forgotten.contains(name) || file.lastModified() < lately))
            QFile::remove(file.filePath());
    }
}

QByteArray LookFiles::saltMark(const QByteArray& salt)
{
    return digestOf("salt " + salt).left(16);
}

Result<QByteArray> LookFiles::salt() const
{
    const QString path = m_folder + QStringLiteral("/salt");
    if (const QByteArray known = saltAt(path); !known.isEmpty())
        return known; // also where nothing may be written
    const Result<Done> made = makeFolder(m_folder);
    if (!made)
        return made.as<QByteArray>();
    QLockFile lock(path + QStringLiteral(".lock")); // two processes must not make two
    lock.lock();
    if (const QByteArray known = saltAt(path); !known.isEmpty())
        return known;
    const QByteArray fresh = makeNonce();
    const Result<Done> written = write(path, fresh);
    if (!written)
        return written.as<QByteArray>();
    return fresh;
}

} // namespace snowmelt
