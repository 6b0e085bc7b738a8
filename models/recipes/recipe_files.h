// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/named_files.h"

namespace snowmelt {

/// A look at a file, and its canonical path.
struct FileLook
{
    SeenFile seen;
    QString path; ///< empty when it is not there
};

/// `folder`: the blueprint's. Opens nothing.
FileLook lookAt(const QString& path, const QString& recipeFile, const QString& folder);

/// What is wrong with the files the recipe names, each where it is named. Reads
/// keys and templates, and of other files nothing.
QList<Problem> fileProblems(const QByteArray& recipe, const QString& recipeFile, const QString& folder);

/// The text of a plain file of at most `limit` bytes; nothing: it is not there, no plain file, larger or unreadable.
std::optional<QByteArray> readPlainFile(const QString& path, qint64 limit);

} // namespace snowmelt
