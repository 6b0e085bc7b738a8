// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

#include <optional>

namespace snowmelt {

/// Which slots of one group take new traffic, and where they lead: "b1" → "10.213.4.14:8080".
using ServingSlots = QMap<QString, QString>;

/// What the sources of a balancer's truth say of one group. A restart makes the runtime what the config says, or, where
/// the config names one, what the state file says: they must agree before anything is moved.
struct BalancerTruth
{
    bool known = false; ///< false: one of them could not be read
    QString unread{};   ///< and why, verbatim
    ServingSlots config{};
    ServingSlots runtime{};
    std::optional<ServingSlots> saved{}; ///< of the state file; nothing when the config names none
    int listen = 0;                      ///< the config's
    QString healthPath{};                ///< the config's
    QStringList lacking{};               ///< commands a swap needs that its socket does not take
    bool operator==(const BalancerTruth&) const = default;
};

} // namespace snowmelt
