// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/lock_file.h"

#include "backend/image/durable_file.h"

#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

struct KeptFile
{
    QString file;
    std::optional<QByteArray> content; ///< nullopt: it was not there
};

Result<std::optional<QByteArray>> readIfThere(const QString& path)
{
    if (!QFile::exists(path))
        return std::optional<QByteArray>{};
    const auto bytes = readWhole(path);
    return bytes ? std::optional<QByteArray>(*bytes) : bytes.as<std::optional<QByteArray>>();
}

Error invalidLock(const QString& file, const Problem& problem)
{
    return {ErrorCode::LockInvalid,
            {file, QString::number(problem.line), QString::number(problem.column)},
            codeName(problem.code) + QStringLiteral(": ") + problem.args.join(QStringLiteral(", "))};
}

/// What can be done is done: an error on the way back is not worth hiding the one that sent us there.
void putBack(const QList<KeptFile>& written)
{
    for (const KeptFile& kept : written) {
        if (!kept.content)
            QFile::remove(kept.file);
        else if (const auto put = writeDurably(kept.file, *kept.content); !put)
            continue;
    }
}

} // namespace

QString lockFileOf(const QString& recipeFile)
{
    const QFileInfo info(recipeFile);
    return info.path() + u'/' + info.completeBaseName() + QStringLiteral(".lock");
}

Result<std::optional<Lock>> readLock(const QString& recipeFile)
{
    const QString path = lockFileOf(recipeFile);
    const auto text = readIfThere(path);
    if (!text)
        return text.as<std::optional<Lock>>();
    if (!text->has_value())
        return std::optional<Lock>{};
    const Parsed<Lock> parsed = parseLock(text->value());
    if (!parsed.ok())
        return invalidLock(path, parsed.problems.first());
    return std::optional<Lock>(parsed.value);
}

Result<Done> writeLocks(const QList<LockToWrite>& locks)
{
    QList<KeptFile> written;
    for (const LockToWrite& each : locks) {
        const auto before = readIfThere(each.file);
        const auto put = before ? writeDurably(each.file, renderLock(each.lock)) : before.as<Done>();
        if (!put) {
            putBack(written);
            return put;
        }
        written.append({each.file, *before});
    }
    return Done{};
}

} // namespace snowmelt
