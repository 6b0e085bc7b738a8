// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace snowmelt::comparison {

/// Of a part of a blueprint, or of the machine that a state is of.
template <typename Part>
const QString& nameOf(const Part& part)
{
    if constexpr (requires { part.node; })
        return part.node.name;
    else
        return part.name;
}

/// Into the list, which must not change meanwhile.
template <typename Part>
QHash<QString, const Part*> byName(const QList<Part>& parts)
{
    QHash<QString, const Part*> hash;
    for (const Part& part : parts)
        hash.insert(nameOf(part), &part);
    return hash;
}

} // namespace snowmelt::comparison
