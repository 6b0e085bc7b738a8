// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Keys of a blueprint's text (docs/BLUEPRINT.md).
namespace snowmelt::editing::key {

inline QString balancers()
{
    return QStringLiteral("balancers");
}
inline QString groups()
{
    return QStringLiteral("groups");
}
inline QString databases()
{
    return QStringLiteral("databases");
}
inline QString caches()
{
    return QStringLiteral("caches");
}

inline QString driver()
{
    return QStringLiteral("driver");
}
inline QString engine()
{
    return QStringLiteral("engine");
}
inline QString health()
{
    return QStringLiteral("health");
}
inline QString image()
{
    return QStringLiteral("image");
}
inline QString listen()
{
    return QStringLiteral("listen");
}
inline QString pair()
{
    return QStringLiteral("pair");
}
inline QString path()
{
    return QStringLiteral("path");
}
inline QString port()
{
    return QStringLiteral("port");
}
inline QString drift()
{
    return QStringLiteral("drift");
}
inline QString ignore()
{
    return QStringLiteral("ignore");
}
inline QString replicaOf()
{
    return QStringLiteral("replica-of");
}
inline QString schema()
{
    return QStringLiteral("schema");
}
inline QString serves()
{
    return QStringLiteral("serves");
}
inline QString size()
{
    return QStringLiteral("size");
}
inline QString uses()
{
    return QStringLiteral("uses");
}
inline QString volume()
{
    return QStringLiteral("volume");
}
inline QString zones()
{
    return QStringLiteral("zones");
}

/// Sections with parts in them, in the order they are written.
inline QStringList partSections()
{
    return {balancers(), groups(), caches(), databases()};
}

/// All sections and what stands before them, in the order they are written.
inline QStringList topLevel()
{
    return QStringList{QStringLiteral("snowmelt"), QStringLiteral("name"), QStringLiteral("platform"),
                       QStringLiteral("images")} +
           partSections() + QStringList{QStringLiteral("prices"), drift()};
}

} // namespace snowmelt::editing::key
