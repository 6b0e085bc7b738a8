// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"

#include <optional>

namespace snowmelt {

enum class NamedFileUse {
    Content,  ///< of a file of the image
    Key,      ///< of a package source
    Template, ///< of a file that nodes get at their birth
    Packer    ///< Packer's template
};

/// A file that a recipe takes from beside it, and where the recipe says so.
struct NamedFile
{
    QString key; ///< "source", "key" or "template"
    QString path;
    int line = 1;
    int column = 1;
    NamedFileUse use = NamedFileUse::Content;
    bool operator==(const NamedFile&) const = default;
};

/// In the order of the text; none when it is no YAML.
QList<NamedFile> filesNamedBy(const QByteArray& recipe);

/// A problem of the recipe's parent, where it is named.
Problem parentProblem(const QByteArray& recipe, ProblemCode code, const QStringList& args);

/// A file of a recipe, as a look at it found it.
struct SeenFile
{
    bool there = false;
    bool inside = false; ///< of the blueprint's folder, links followed
    bool plain = false;
    bool readable = false;
    qint64 bytes = 0;
};

/// A file of so many bytes or more is refused before it is read.
constexpr qint64 fileLimit = 64 * 1024 * 1024;

/// Why it cannot be taken.
std::optional<Problem> judged(const NamedFile& named, const SeenFile& seen);

/// ".asc" of an armoured OpenPGP public key, ".gpg" of a binary one, as apt tells them apart; empty: it is neither. A
/// private key is neither.
QString keyringSuffix(const QByteArray& key);

} // namespace snowmelt
