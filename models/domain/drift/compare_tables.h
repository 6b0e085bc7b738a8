// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

#include <QHash>
#include <QVarLengthArray>

#include <vector>

namespace snowmelt {

/// Indexes of nodes, ascending, as runs: what 500 nodes have alike takes the room of one.
class NodeRuns
{
public:
    void append(int node);
    qsizetype count() const;
    QList<int> list() const;

private:
    struct Run
    {
        int first = 0;
        int last = 0;
    };
    QVarLengthArray<Run, 1> m_runs;
};

/// One way in which nodes have a thing.
struct TableValue
{
    const FactRow* row = nullptr;
    NodeRuns nodes;
};

/// A thing that is in a table of some nodes, with each way in which they have it once.
struct TableThing
{
    QByteArray key;
    QVarLengthArray<TableValue, 1> values;
    qsizetype present() const;
};

/// The tables of one section of many nodes as one, in time that grows with the number of their rows. Refers to the
/// rows it was given.
class MergedTables
{
public:
    /// Nodes are added in ascending order.
    void add(int node, const FactTable& table);
    std::vector<TableThing> takeByKey();

private:
    int indexOf(const QByteArray& key, int guess);
    void note(int thing, int node, const FactRow& row);
    TableValue& valueOf(int thing, const FactRow& row);

    std::vector<TableThing> m_things;
    QHash<QByteArray, int> m_index;
    QMultiHash<std::pair<int, size_t>, int> m_rarer; ///< thing and hash of a row → which of its values, but the first
};

/// What nodes could not see of a section they looked at. An entry without a key beside a table means that some of the
/// section is missing and nobody knows what; a folder hides everything below it.
class BlindSpots
{
public:
    BlindSpots(const QList<FactSheet>& sheets, DriftSection section);
    QList<int> aboutIt(const QByteArray& key) const; ///< nodes that did not read all of this very thing; sorted
    QList<int> hiding(const QByteArray& key) const;  ///< nodes where it may be although it is not in the table; sorted

private:
    DriftSection m_section;
    QHash<QByteArray, QList<int>> m_nodes;
};

/// What differs from one to the other, either of which may be null: absent. Empty when they are the same. When not
/// everything was read of one of them (`clouded`), only what both say is compared.
QList<FieldChange> changesBetween(const FactRow* baseline, const FactRow* actual, bool clouded);

/// Sections others looked at and this sheet neither saw nor speaks of.
QList<Unseen> notLookedAt(const FactSheet& sheet, const QSet<DriftSection>& sections);
QSet<DriftSection> sectionsOf(const QList<FactSheet>& sheets);

/// What of one section is told at most, in differences of single nodes: more is no comparison but two kinds of nodes,
/// and would fill the memory.
inline constexpr qsizetype mostNodeDifferences = 400'000;

/// What differs among the sheets, by section and key; `baseline` is an index of one, or -1 for what most have.
struct TableComparison
{
    QList<GroupDifference> differences; ///< at most so many of a section, see above; the things that come first by key
    /// By node: what turned out unread although the sheet does not say so, and "more than is listed" where it has more
    /// differences in a section than are told.
    QMap<int, QList<Unseen>> unread;
};
TableComparison compareTables(const QList<FactSheet>& sheets, int baseline);

/// Differences that the same nodes share in the same way.
QList<SharedCause> sharedCauses(const QList<GroupDifference>& differences);

} // namespace snowmelt
