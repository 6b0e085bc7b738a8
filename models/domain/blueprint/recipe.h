// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"
#include "models/domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace snowmelt {

enum class Tier { Os, Foundation, Immutable };

struct RecipeFile
{
    QString path;   ///< absolute, in the image
    QString source; ///< relative to the recipe's folder; exclusive with content
    QByteArray content;
    int mode = 0644;
    QString owner = QStringLiteral("root");
    QString group = QStringLiteral("root");
    bool operator==(const RecipeFile&) const = default;
};

/// A user the recipe adds beyond those its packages add.
struct RecipeUser
{
    QString name;
    QString home;
    QString shell = QStringLiteral("/usr/sbin/nologin");
    bool operator==(const RecipeUser&) const = default;
};

/// A program the node's init starts and keeps running. Order in the list is start order; stop order is reversed.
struct RecipeService
{
    QString name;
    QString command; ///< run by /bin/sh -c "exec …", in the foreground
    bool operator==(const RecipeService&) const = default;
};

/// Where packages come from besides the suite's own archive.
struct RecipeSource
{
    QString uri; ///< "https://deb.example.org/debian"
    QString suite;
    QStringList components;
    QString key; ///< file with the public key that signs it, relative to the recipe's folder
    bool operator==(const RecipeSource&) const = default;
};

/// When a node of the image serves: all that is said holds.
struct RecipeHealth
{
    int port = 0;
    QString path{};   ///< answers GET with 2xx; empty: a TCP connection is enough
    int seconds = 60; ///< it may take so long after the start of the node
    bool operator==(const RecipeHealth&) const = default;
};

/// Run in a node of the image before it becomes a version, by /bin/sh -e; passed when it ends with 0.
struct RecipeTest
{
    QString name;
    QString command;
    bool operator==(const RecipeTest&) const = default;
};

/// The schema versions of a database that the image works with, both included.
struct SchemaWindow
{
    int from = 0; ///< 0: nothing is said
    int to = 0;
    bool operator==(const SchemaWindow&) const = default;
};

/// The tier's root is made by Packer and not by the builder.
struct RecipePacker
{
    QString source{}; ///< the template, JSON or HCL, relative to the recipe's folder
    QMap<QString, QString> variables{};
    QStringList secrets{}; ///< variables whose values a person or the keyring gives
    QString artifact{};    ///< tar of the root, relative to the folder Packer runs in
    bool operator==(const RecipePacker&) const = default;
};

struct Recipe
{
    Tier tier = Tier::Os;
    ImageRef parent; ///< null for Tier::Os
    QString suite;   ///< Tier::Os only: "bookworm"
    QStringList packages;
    QList<RecipeUser> users;
    QList<RecipeFile> files;
    QStringList commands;    ///< run in the root after packages, users and files, by /bin/sh -e
    QStringList preCommands; ///< run in the root before the packages are installed
    QList<RecipeService> services;
    QList<int> ports; ///< TCP ports the node is expected to listen on, those of its parents included by inheritance
    QString description;
    QList<RecipeSource> sources;
    QMap<QString, QString> labels; ///< into the image's configuration
    QList<RecipeFile> templates{}; ///< files a node gets at its birth: ${NAME} stands for a birth parameter
    QStringList start{}; ///< run once at a node's first start before its services: what an immutable tier has done
    std::optional<RecipeHealth> health{};
    QList<RecipeTest> tests{};
    SchemaWindow schema{};
    std::optional<RecipePacker> packer{};
    bool operator==(const Recipe&) const = default;
};

Parsed<Recipe> parseRecipe(const QByteArray& text);

} // namespace snowmelt
