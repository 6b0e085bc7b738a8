// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_tables.h"
#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/judge/rule_fits.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Rules for what is compared. A pattern is matched once for all nodes of a row.
class GroupJudge
{
public:
    GroupJudge(const QList<IgnoreRule>& rules, const QStringList& groups, const QDate& today);
    /// What is left of the row; what a rule hides goes to `hidden`.
    GroupDifference shownOf(const GroupDifference& row, QList<HiddenGroupDifference>& hidden) const;
    /// The rules that are over, with the rows they would hide something of.
    QList<ExpiredRule> expired(const QList<GroupDifference>& shown) const;

private:
    bool isForNode(const IgnoreRule& rule, int node) const { return isFor(rule, m_groups.value(node)); }
    QList<IgnoreRule> hidingThing(const GroupDifference& row) const;
    bool wouldHide(const IgnoreRule& rule, const GroupDifference& row) const;

    QStringList m_groups;
    QList<IgnoreRule> m_hiding;
    QList<IgnoreRule> m_over;
};

GroupJudge::GroupJudge(const QList<IgnoreRule>& rules, const QStringList& groups, const QDate& today) : m_groups(groups)
{
    for (const IgnoreRule& rule : rules) {
        if (std::ranges::any_of(groups, [&rule](const QString& group) { return isFor(rule, group); }))
            (isOver(rule, today) ? m_over : m_hiding).append(rule);
    }
}

QList<IgnoreRule> GroupJudge::hidingThing(const GroupDifference& row) const
{
    QList<IgnoreRule> rules;
    std::ranges::copy_if(m_hiding, std::back_inserter(rules),
                         [&row](const IgnoreRule& rule) { return isAbout(rule, row.section, row.key); });
    return rules;
}

GroupDifference GroupJudge::shownOf(const GroupDifference& row, QList<HiddenGroupDifference>& hidden) const
{
    const QList<IgnoreRule> rules = hidingThing(row);
    if (rules.isEmpty())
        return row;
    QMap<qsizetype, GroupDifference> parts; // by rule; its number without one
    GroupDifference rest = row;
    rest.differs.clear();
    for (const NodeDifference& one : row.differs) {
        const auto rule = std::ranges::find_if(rules, [&](const IgnoreRule& each) {
            return isForNode(each, one.node) && coversFields(each, one.difference);
        });
        const qsizetype part = rule - rules.begin();
        if (!parts.contains(part))
            parts.insert(part, rest);
        parts[part].differs.append(one);
    }
    const GroupDifference shown = parts.contains(rules.size()) ? parts.take(rules.size()) : rest;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        hidden.append({*part, rules.at(part.key())});
    return shown;
}

bool GroupJudge::wouldHide(const IgnoreRule& rule, const GroupDifference& row) const
{
    return isAbout(rule, row.section, row.key) && std::ranges::any_of(row.differs, [&](const NodeDifference& one) {
               return isForNode(rule, one.node) && coversFields(rule, one.difference);
           });
}

QList<ExpiredRule> GroupJudge::expired(const QList<GroupDifference>& shown) const
{
    QList<ExpiredRule> rules;
    for (const IgnoreRule& rule : m_over) {
        const auto count =
            std::ranges::count_if(shown, [&](const GroupDifference& row) { return wouldHide(rule, row); });
        rules.append({rule, static_cast<int>(count)});
    }
    return rules;
}

} // namespace

GroupDrift judged(GroupDrift drift, const QList<IgnoreRule>& rules, const QStringList& groups, const QDate& today)
{
    const GroupJudge judge(rules, groups, today);
    QList<GroupDifference> shown;
    for (const GroupDifference& row : std::as_const(drift.differences)) {
        const GroupDifference rest = judge.shownOf(row, drift.hidden);
        if (!rest.differs.isEmpty())
            shown.append(rest);
    }
    drift.differences = shown;
    drift.expired = judge.expired(shown);
    if (!drift.hidden.isEmpty())
        drift.causes = sharedCauses(shown);
    return drift;
}

} // namespace snowmelt
