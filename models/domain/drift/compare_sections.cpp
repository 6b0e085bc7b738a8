// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_tables.h"

#include <algorithm>
#include <numeric>

namespace snowmelt {

namespace {

/// One way in which nodes have a thing, or that they do not have it.
struct Variant
{
    const FactRow* row = nullptr; ///< null: absent
    QList<int> nodes;
    bool clouded = false; ///< not everything of it was read there
};

QList<int> without(const QList<int>& nodes, const QList<int>& others)
{
    QList<int> rest;
    std::ranges::set_difference(nodes, others, std::back_inserter(rest));
    return rest;
}

QList<int> among(const QList<int>& nodes, const QList<int>& others)
{
    QList<int> both;
    std::ranges::set_intersection(nodes, others, std::back_inserter(both));
    return both;
}

/// Alike as far as both were read.
bool agree(const Variant& one, const Variant& other)
{
    return one.row && other.row && changesBetween(one.row, other.row, true).isEmpty();
}

/// The comparison of one section of many nodes.
class SectionComparison
{
public:
    SectionComparison(const QList<FactSheet>& sheets, DriftSection section, int baseline, const QList<int>& nameRanks,
                      TableComparison& found);
    void run();

private:
    void compareThing(const TableThing& thing);
    void tell(GroupDifference& row);
    QList<Variant> variantsOf(const TableThing& thing, QList<int>& unseen) const;
    bool lacksContent(const FactRow& row) const;
    int chosen(const QList<Variant>& variants) const;
    static QList<qsizetype> votesOf(const QList<Variant>& variants);
    int mostHave(const QList<Variant>& variants, bool& tied) const;
    int firstName(const Variant& variant) const;
    void tellDifference(const QByteArray& key, const Variant& base, const Variant& other, GroupDifference& row);
    void tellUnread(const QByteArray& key, const Variant& variant);
    QDateTime changedAt(int node, const QByteArray& key) const;

    const QList<FactSheet>& m_sheets;
    const DriftSection m_section;
    const int m_baseline;
    const QList<int>& m_nameRanks;
    TableComparison& m_found;
    BlindSpots m_blind;
    QList<int> m_saw;
    QList<int> m_didNotSee;
    qsizetype m_told = 0; ///< differences of single nodes
    QSet<int> m_cutShort; ///< nodes that have more of them than are told
};

SectionComparison::SectionComparison(const QList<FactSheet>& sheets, DriftSection section, int baseline,
                                     const QList<int>& nameRanks, TableComparison& found)
    : m_sheets(sheets), m_section(section), m_baseline(baseline), m_nameRanks(nameRanks), m_found(found),
      m_blind(sheets, section)
{
    for (int node = 0; node < sheets.size(); ++node)
        (sheets[node].saw(section) ? m_saw : m_didNotSee).append(node);
}

void SectionComparison::run()
{
    if (m_baseline >= 0 && !m_saw.contains(m_baseline))
        return;
    MergedTables merged;
    for (const int node : std::as_const(m_saw))
        merged.add(node, m_sheets[node].tables.constFind(m_section).value());
    for (const TableThing& thing : merged.takeByKey()) {
        if (thing.values.size() > 1 || thing.present() < m_saw.size())
            compareThing(thing);
    }
    for (const int node : std::as_const(m_cutShort))
        m_found.unread[node].append({m_section, {}, QStringLiteral("more than is listed")});
}

void SectionComparison::compareThing(const TableThing& thing)
{
    GroupDifference row{m_section, thing.key, 0, false, {}, m_didNotSee};
    const QList<Variant> variants = variantsOf(thing, row.unseen);
    const int base = m_baseline < 0 ? mostHave(variants, row.noMajority) : chosen(variants);
    if (base < 0)
        return; // the baseline could not see it
    row.asBaseline = int(variants[base].nodes.size());
    for (int i = 0; i < variants.size(); ++i) {
        if (i != base)
            tellDifference(thing.key, variants[base], variants[i], row);
    }
    if (!row.differs.isEmpty())
        tell(row);
}

void SectionComparison::tell(GroupDifference& row)
{
    m_told += row.differs.size();
    if (m_told > mostNodeDifferences) {
        for (const NodeDifference& one : std::as_const(row.differs))
            m_cutShort.insert(one.node);
        return;
    }
    std::ranges::sort(row.differs, {}, &NodeDifference::node);
    if (row.unseen.size() != m_didNotSee.size()) // else they are those, and share their room
        std::ranges::sort(row.unseen);
    m_found.differences.append(row);
}

QList<Variant> SectionComparison::variantsOf(const TableThing& thing, QList<int>& unseen) const
{
    const QList<int> clouded = m_blind.aboutIt(thing.key);
    QList<Variant> variants;
    std::vector<bool> present(size_t(m_sheets.size()));
    const auto add = [&variants](const FactRow* row, const QList<int>& nodes, bool isClouded) {
        if (!nodes.isEmpty())
            variants.append({row, nodes, isClouded});
    };
    for (const TableValue& value : thing.values) {
        const QList<int> nodes = value.nodes.list();
        for (const int node : nodes)
            present[size_t(node)] = true;
        const bool always = lacksContent(*value.row);
        add(value.row, always ? QList<int>() : without(nodes, clouded), false);
        add(value.row, always ? nodes : among(nodes, clouded), true);
    }
    QList<int> absent = m_saw;
    absent.removeIf([&present](int node) { return present[size_t(node)]; });
    const QList<int> hidden = absent.isEmpty() ? QList<int>() : among(absent, m_blind.hiding(thing.key));
    unseen += hidden;
    add(nullptr, without(absent, hidden), false);
    return variants;
}

// A file whose content nobody read in time.
bool SectionComparison::lacksContent(const FactRow& row) const
{
    return m_section == DriftSection::Files && row.fields.value(QStringLiteral("type")) == u"file" &&
           !row.fields.contains(QStringLiteral("content"));
}

int SectionComparison::chosen(const QList<Variant>& variants) const
{
    const auto its = std::ranges::find_if(
        variants, [this](const Variant& variant) { return std::ranges::binary_search(variant.nodes, m_baseline); });
    return its == variants.end() ? -1 : int(its - variants.begin());
}

int SectionComparison::firstName(const Variant& variant) const
{
    int first = int(m_sheets.size());
    for (const int node : variant.nodes)
        first = std::min(first, m_nameRanks[node]);
    return first;
}

// A clouded one is for every whole one it agrees with, and stands for itself only where there is none.
QList<qsizetype> SectionComparison::votesOf(const QList<Variant>& variants)
{
    QList<qsizetype> votes;
    for (const Variant& variant : variants)
        votes.append(variant.nodes.size());
    QList<int> standIns;
    for (int i = 0; i < variants.size(); ++i) {
        for (int other = 0; variants[i].clouded && other < variants.size(); ++other) {
            if (other == i || !agree(variants[i], variants[other]))
                continue;
            votes[other] += variants[i].nodes.size();
            if (!variants[other].clouded)
                standIns.append(i);
        }
    }
    for (const int i : std::as_const(standIns))
        votes[i] = -1;
    return votes;
}

int SectionComparison::mostHave(const QList<Variant>& variants, bool& tied) const
{
    const QList<qsizetype> votes = votesOf(variants);
    int best = 0;
    for (int i = 1; i < variants.size(); ++i) {
        const bool ahead =
            votes[i] == votes[best] ? firstName(variants[i]) < firstName(variants[best]) : votes[i] > votes[best];
        best = ahead ? i : best;
    }
    for (int i = 0; i < variants.size(); ++i) {
        const bool unread = variants[i].clouded || variants[best].clouded;
        const bool same = i == best || (unread && agree(variants[i], variants[best]));
        tied = tied || (!same && votes[i] == votes[best]);
    }
    return best;
}

void SectionComparison::tellDifference(const QByteArray& key, const Variant& base, const Variant& other,
                                       GroupDifference& row)
{
    const bool inDoubt = base.clouded || other.clouded;
    const QList<FieldChange> changes = changesBetween(base.row, other.row, inDoubt);
    if (base.row && other.row && lacksContent(*base.row) != lacksContent(*other.row))
        tellUnread(key, lacksContent(*base.row) ? base : other);
    if (changes.isEmpty() && inDoubt) {
        row.unseen += other.nodes;
        return;
    }
    if (changes.isEmpty()) {
        row.asBaseline += int(other.nodes.size());
        return;
    }
    const DifferenceKind kind = !base.row    ? DifferenceKind::Added
                                : !other.row ? DifferenceKind::Removed
                                             : DifferenceKind::Changed;
    const Difference difference{m_section, kind, key, changes, {}, {}};
    for (const int node : other.nodes)
        row.differs.append({node, difference, other.row ? changedAt(node, key) : QDateTime()});
}

QDateTime SectionComparison::changedAt(int node, const QByteArray& key) const
{
    return m_sheets[node].tables.constFind(m_section)->value(key).changedAt;
}

void SectionComparison::tellUnread(const QByteArray& key, const Variant& variant)
{
    const QList<int> said = m_blind.aboutIt(key);
    for (const int node : without(variant.nodes, said)) {
        QList<Unseen>& unread = m_found.unread[node];
        const Unseen unseen{m_section, key, QStringLiteral("not read in time")};
        if (unread.isEmpty() || unread.last() != unseen)
            unread.append(unseen);
    }
}

QString actualOf(const Difference& difference, const QString& field)
{
    for (const FieldChange& change : difference.fields) {
        if (change.field == field)
            return difference.kind == DifferenceKind::Removed ? change.baseline : change.actual;
    }
    return {};
}

// A user's own group comes and goes with the user: same name, and nobody else in it.
bool isOwnGroup(const GroupDifference& group, const GroupDifference& user)
{
    const auto comesAlong = [](const NodeDifference& its, const NodeDifference& users) {
        const QString gid = actualOf(its.difference, QStringLiteral("gid"));
        return its.node == users.node && its.difference.kind == users.difference.kind &&
               its.difference.kind != DifferenceKind::Changed && !gid.isEmpty() &&
               gid == actualOf(users.difference, QStringLiteral("gid")) &&
               actualOf(its.difference, QStringLiteral("members")).isEmpty();
    };
    return std::ranges::equal(group.differs, user.differs, comesAlong);
}

void takeOutOwnGroups(QList<GroupDifference>& differences)
{
    QHash<QByteArray, GroupDifference> users;
    for (const GroupDifference& row : std::as_const(differences)) {
        if (row.section == DriftSection::Users)
            users.insert(row.key, row);
    }
    differences.removeIf([&users](const GroupDifference& row) {
        const auto user = users.constFind(row.key);
        return row.section == DriftSection::Groups && user != users.constEnd() && isOwnGroup(row, *user);
    });
}

QList<int> ranksByName(const QList<FactSheet>& sheets)
{
    QList<int> order(sheets.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&sheets](int node) { return sheets[node].node; });
    QList<int> ranks(sheets.size());
    for (int rank = 0; rank < order.size(); ++rank)
        ranks[order[rank]] = rank;
    return ranks;
}

} // namespace

TableComparison compareTables(const QList<FactSheet>& sheets, int baseline)
{
    TableComparison found;
    const QList<int> ranks = ranksByName(sheets);
    const QSet<DriftSection> seen = sectionsOf(sheets);
    QList<DriftSection> sections(seen.begin(), seen.end());
    std::ranges::sort(sections);
    for (const DriftSection section : std::as_const(sections))
        SectionComparison(sheets, section, baseline, ranks, found).run();
    takeOutOwnGroups(found.differences);
    return found;
}

} // namespace snowmelt
