// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace snowmelt {

/// What a diagram asks those who keep the blueprint while a connection is drawn in it.
class ConnectGuide
{
public:
    virtual ~ConnectGuide() = default;
    /// Parts that a connection from `from` may end at.
    virtual QSet<QString> targetsOf(const QString& from) const = 0;
    /// What a connection of the two would be, or why there can be none; said beside the mouse.
    virtual QString meaning(const QString& from, const QString& to) const = 0;
};

} // namespace snowmelt
