// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipes/recipe_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

std::optional<Problem> keyProblem(const NamedFile& named, const QString& path)
{
    if (named.key != u"key")
        return std::nullopt;
    const auto key = readPlainFile(path, fileLimit);
    if (key && !keyringSuffix(*key).isEmpty())
        return std::nullopt;
    return Problem{ProblemCode::BadValue,
                   named.line,
                   named.column,
                   {named.key, named.path, QStringLiteral("an OpenPGP public key")}};
}

} // namespace

FileLook lookAt(const QString& path, const QString& recipeFile, const QString& folder)
{
    // Canonical, so that a link cannot lead out of the folder either.
    const QFileInfo file(QFileInfo(QFileInfo(recipeFile).dir(), path).canonicalFilePath());
    const QString home = QFileInfo(folder).canonicalFilePath();
    FileLook look;
    look.path = file.filePath();
    look.seen.there = !look.path.isEmpty() && file.exists();
    look.seen.inside = look.path.startsWith(home.endsWith(u'/') ? home : QString(home + u'/'));
    look.seen.plain = file.isFile();
    look.seen.readable = file.isReadable();
    look.seen.bytes = file.size();
    return look;
}

QList<Problem> fileProblems(const QByteArray& recipe, const QString& recipeFile, const QString& folder)
{
    QList<Problem> problems;
    for (const NamedFile& named : filesNamedBy(recipe)) {
        const FileLook look = lookAt(named.path, recipeFile, folder);
        auto problem = judged(named, look.seen);
        if (!problem)
            problem = keyProblem(named, look.path);
        if (problem)
            problems.append(*problem);
    }
    return problems;
}

std::optional<QByteArray> readPlainFile(const QString& path, qint64 limit)
{
    QFile file(path);
    // A pipe would never open, and a folder opens but does not read.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.read(limit + 1);
    return file.error() == QFileDevice::NoError && text.size() <= limit ? std::optional(text) : std::nullopt;
}

} // namespace snowmelt
