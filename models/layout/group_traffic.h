// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

#include <QSet>

#include <optional>

namespace snowmelt::layout {

/// How the traffic of the balancers spreads over whole groups, as their nodes count it. That a group takes all of its
/// own traffic says nothing; how much of its balancer's goes there does.
class GroupTraffic
{
public:
    GroupTraffic(const Chart& chart, const Parts& parts);

    /// The balancer serves others besides, or the group has another one as well, and the group has no sides.
    bool isSpread(const Link& link) const;
    /// 0…1, to the percent and never 0: a quiet group is no idle one. nullopt: nothing is counted, or it is not known
    /// through which balancer it came.
    std::optional<double> shareOf(const Link& link) const;

private:
    struct Group
    {
        double requestRate = 0;
        int sections = 0;
        QSet<int> balancers;
    };
    struct Passing
    {
        int groups = 0;
        bool known = true;
        double requestRate = 0; ///< to all of them
    };

    Group groupOf(const Link& link) const { return m_groups.value(m_chart.blocks[link.to].name); }

    const Chart& m_chart;
    QHash<QString, Group> m_groups;
    QHash<int, Passing> m_passing; ///< by a balancer's block
};

} // namespace snowmelt::layout
