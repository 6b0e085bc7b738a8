// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace snowmelt {

/// Which slots of one group take new traffic, and where they lead: "b1" → "10.213.4.14:8080".
using ServingSlots = QMap<QString, QString>;

/// A line of the balancer's configuration that Snowmelt did not write.
struct ConfigEdit
{
    int line = 0; ///< from 1; 0: one of Snowmelt's own that is not there any more
    QString text;
    bool operator==(const ConfigEdit&) const = default;
};

/// What the sources of a balancer's truth say of one group. A restart makes the runtime what the config says, or, where
/// the config names one, what the state file says: they must agree before anything is moved.
struct BalancerTruth
{
    bool known = false; ///< false: one of them could not be read
    QString unread{};   ///< and why, verbatim
    ServingSlots config{};
    ServingSlots runtime{};
    QString stateFile{};                 ///< that the config names: the next start loads it over the config
    std::optional<ServingSlots> saved{}; ///< what it holds; nothing when none is named or none is there
    int listen = 0;                      ///< the config's
    QString healthPath{};                ///< the config's
    QList<ConfigEdit> edits{};           ///< the config's, by hand
    QStringList lacking{};               ///< commands a swap needs that its socket does not take
    bool operator==(const BalancerTruth&) const = default;
};

} // namespace snowmelt
