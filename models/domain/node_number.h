// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>

namespace snowmelt {

/// The number at the end of a node's name, 12 of "web-12"; 0: none.
inline int nodeNumber(const QString& name)
{
    return std::max(0, QStringView(name).mid(name.lastIndexOf(u'-') + 1).toInt());
}

} // namespace snowmelt
