// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

#include <variant>

namespace snowmelt {

/// What a person changes about a blueprint. Parts are named; their names are unique over all kinds.

struct AddBalancer
{
    Balancer balancer;
    bool operator==(const AddBalancer&) const = default;
};
struct AddGroup
{
    Group group;
    bool operator==(const AddGroup&) const = default;
};
struct AddDatabase
{
    Database database;
    bool operator==(const AddDatabase&) const = default;
};
struct AddCache
{
    Cache cache;
    bool operator==(const AddCache&) const = default;
};

/// How two parts belong together.
enum class Tie {
    Serves,  ///< a balancer and a group, cache or balancer behind it
    Uses,    ///< a group and a database or cache
    Follows, ///< a database and the one that it is a replica of
    Pairs,   ///< two balancers that stand in for one another, in either order
};
struct Connect
{
    Tie tie = Tie::Serves;
    QString from;
    QString to;
    bool operator==(const Connect&) const = default;
};
struct Disconnect
{
    Tie tie = Tie::Serves;
    QString from;
    QString to;
    bool operator==(const Disconnect&) const = default;
};
struct Resize
{
    QString group;
    int size = 0;
    bool operator==(const Resize&) const = default;
};
/// Whatever mentions the part mentions it by its new name.
struct Rename
{
    QString part;
    QString to;
    bool operator==(const Rename&) const = default;
};
/// Whatever mentions the part no longer does.
struct Delete
{
    QString part;
    bool operator==(const Delete&) const = default;
};
struct SetImage
{
    QString part;
    ImageRef image;
    bool operator==(const SetImage&) const = default;
};

using Edit =
    std::variant<AddBalancer, AddGroup, AddDatabase, AddCache, Connect, Disconnect, Resize, Rename, Delete, SetImage>;

} // namespace snowmelt
