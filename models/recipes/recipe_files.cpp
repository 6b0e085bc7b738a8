// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipes/recipe_files.h"

#include "models/domain/blueprint/recipe_file_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

std::optional<Problem> keyProblem(const NamedFile& named, const QString& path)
{
    if (named.use != NamedFileUse::Key)
        return std::nullopt;
    const auto key = readPlainFile(path, fileLimit);
    if (key && !keyringSuffix(*key).isEmpty())
        return std::nullopt;
    return Problem{ProblemCode::BadValue,
                   named.line,
                   named.column,
                   {named.key, named.path, QStringLiteral("an OpenPGP public key")}};
}

/// Where in the file it is, for people: the problem itself stands where the recipe names the file.
QString placeIn(const NamedFile& named, const QByteArray& text, qsizetype offset)
{
    return QStringLiteral("%1:%2: ").arg(named.path).arg(text.left(offset).count('\n') + 1);
}

QList<Problem> templateProblems(const NamedFile& named, const QString& path)
{
    QList<Problem> problems;
    const QByteArray text = readPlainFile(path, fileLimit).value_or(QByteArray());
    for (const TemplateMention& mention : mentionsIn(text))
        if (!isKnown(mention))
            problems.append({ProblemCode::UnknownChoice, named.line, named.column,
                             mentionArgs(named.key, mention, placeIn(named, text, mention.offset))});
    return problems;
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
        else if (named.use == NamedFileUse::Template)
            problems += templateProblems(named, look.path);
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
