// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace snowmelt {

/// What of an image differs.
enum class ImagePart { Package, File, User, Group, Port, Service, Recipe };
/// How: versions of packages are Newer or Older, everything else that is on both sides is Changed.
enum class ImageChange { Added, Removed, Newer, Older, Changed };

struct ImageDifference
{
    ImagePart part = ImagePart::Package;
    ImageChange change = ImageChange::Changed;
    QByteArray key;       ///< "libssl3:amd64", "/etc/motd", "shop", "8080", the line of a recipe
    QString was;          ///< for people: "3.0.11-1", "0644 root root 12 B"; empty when added
    QString is;           ///< empty when removed
    QStringList fields{}; ///< of what is on both sides, what of it differs: "mode", "content", "home", "command"
    QString package{};    ///< of a file: the differing package that brought it; empty: none
    bool operator==(const ImageDifference&) const = default;
};

/// A commit that touched a recipe; its texts as git has them.
struct RecipeCommit
{
    QString hash; ///< all hex digits
    QDateTime at; ///< when its author wrote it
    QString author;
    QString subject;
    bool operator==(const RecipeCommit&) const = default;
};

/// What git says of who changed a recipe.
enum class RecipeTrailKind {
    NotAsked,     ///< the recipe did not change, or no blueprint names its file
    NoGit,        ///< the program is not there
    NoRepository, ///< the recipe's file is not in a work tree
    Unreadable,   ///< git did not say, or not in time
    Between,      ///< the commits that made one text out of the other
    Latest,       ///< the two texts are not both in its history: its last commits
};

struct RecipeTrail
{
    RecipeTrailKind kind = RecipeTrailKind::NotAsked;
    QList<RecipeCommit> commits; ///< newest first
    QString detail;              ///< what git says, verbatim
    bool operator==(const RecipeTrail&) const = default;
};

/// From one image to another; never a difference without a part that differs.
struct ImageDiff
{
    ImageRecord from;
    ImageRecord to;
    QList<ImageDifference> differences; ///< by part, then by key; of a recipe in the order of its lines
    bool recipeKnownFrom = false;       ///< its text is kept with the image
    bool recipeKnownTo = false;
    RecipeTrail trail{};
    bool operator==(const ImageDiff&) const = default;
};

} // namespace snowmelt
