// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"

#include <QList>

namespace snowmelt {

/// Where a recipe comes from, as git says it of the recipe's folder.
struct RecipeOrigin
{
    enum class Known {
        Yes,
        NotAsked,     ///< git is not installed, or did not answer
        NoRepository, ///< the folder is in none, or in one without a commit
        Refused,      ///< git does not trust the folder
    };
    Known known = Known::NotAsked;
    QString commit;     ///< hex
    QString repository; ///< of the remote "origin", as publicAddress() has it; empty: none
    QString folder;     ///< within the repository: "recipes/", empty at its top
    bool dirty = false; ///< something in the folder is not as in the commit
    bool operator==(const RecipeOrigin&) const = default;
};
/// A repository's URL without user, password, query and fragment: "https://git.example.org/shop.git"; the short form of
/// ssh as its long one; empty where it is no URL: a path says more of the machine than of the recipe.
QString publicAddress(const QString& remote);

/// Something that decides what an image is.
struct ProvenanceInput
{
    QString name;  ///< "recipe", "file:/etc/motd", "package:curl"
    Digest digest; ///< sha256 of its bytes
    QString uri{}; ///< empty: it has none
    bool operator==(const ProvenanceInput&) const = default;
};

/// How an image was built.
struct Provenance
{
    ImageRecord image;
    Digest parent; ///< null: it has none
    QDateTime startedAt;
    QDateTime finishedAt;
    QString person;   ///< "mina@laptop"; empty: not known
    QString host{};   ///< that built it over SSH, "[user@]host[:port]"; empty: the person's own machine did
    QString snowmelt; ///< version; empty: not known
    Digest builder;   ///< of the script that builds tiers
    RecipeOrigin origin;
    QList<ProvenanceInput> inputs; ///< besides parent and commit
    QString packer{};              ///< version of the Packer that made it; empty: none did
    QStringList artifacts{};       ///< all that Packer told of
};

/// in-toto Statement v1 with a predicate of SLSA Provenance v1: slsa.dev/spec/v1.0/provenance. docs/IMAGES.md says what
/// is where.
QByteArray renderProvenance(const Provenance& provenance);

} // namespace snowmelt
