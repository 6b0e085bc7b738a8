// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/group_traffic.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr double quietShare = 0.001; ///< printed as 0 %

} // namespace

GroupTraffic::GroupTraffic(const Chart& chart, const Parts& parts) : m_chart(chart)
{
    for (const Section& section : parts.sections) {
        Group& group = m_groups[section.group];
        ++group.sections;
        for (const Member& member : section.members)
            group.requestRate += member.facts.state.requestRate;
    }
    QList<std::pair<int, QString>> served; ///< each once, though a group with sides has a link for each of them
    for (const Link& link : chart.links) {
        const QString& name = chart.blocks[link.to].name;
        if (link.kind == EdgeKind::Chain)
            m_passing[link.from].known = false;
        if (link.kind != EdgeKind::Traffic || m_groups[name].balancers.contains(link.from))
            continue;
        m_groups[name].balancers << link.from;
        served << std::pair(link.from, name);
    }
    for (const auto& [balancer, name] : std::as_const(served)) {
        Passing& passing = m_passing[balancer];
        ++passing.groups;
        passing.known &= m_groups[name].balancers.size() == 1;
        passing.requestRate += m_groups[name].requestRate;
    }
}

bool GroupTraffic::isSpread(const Link& link) const
{
    const Group group = groupOf(link);
    return group.sections == 1 && (group.balancers.size() > 1 || m_passing.value(link.from).groups > 1);
}

std::optional<double> GroupTraffic::shareOf(const Link& link) const
{
    const Passing passing = m_passing.value(link.from);
    if (!passing.known || passing.requestRate <= 0)
        return {};
    const double share = groupOf(link).requestRate / passing.requestRate;
    return std::clamp(std::round(share * 100) / 100, quietShare, 1.0);
}

} // namespace snowmelt::layout
