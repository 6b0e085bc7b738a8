// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"
#include "models/domain/error.h"

#include <optional>

namespace snowmelt {

/// How one node has a thing otherwise.
struct NodeDifference
{
    int node = 0;          ///< index in GroupDrift::nodes
    Difference difference; ///< from the baseline to that node
    QDateTime changedAt{}; ///< UTC by that node's clock, when it was changed there; null: not known
    bool operator==(const NodeDifference&) const = default;
};

/// One thing that is not the same on all nodes.
struct GroupDifference
{
    DriftSection section = DriftSection::Files;
    QByteArray key;
    int asBaseline = 0;            ///< nodes that have it as the baseline has it
    bool noMajority = false;       ///< as many nodes have it otherwise: none is more right than the other
    QList<NodeDifference> differs; ///< by node; never empty
    QList<int> unseen;             ///< indexes of nodes where it could not be seen; sorted
    bool operator==(const GroupDifference&) const = default;
};

enum class CauseKind {
    MissedUpdate, ///< packages are older than elsewhere
    AheadUpdate,  ///< packages are newer than elsewhere
    Added,        ///< only these nodes have it
    Removed,      ///< only these nodes lack it
    Changed,
};

/// Differences that the same nodes share in the same way: "6 nodes missed the same update". An inference, from which
/// nodes differ how; never more than that.
struct SharedCause
{
    CauseKind kind = CauseKind::Changed;
    DriftSection section = DriftSection::Files;
    QList<int> nodes; ///< indexes in GroupDrift::nodes; sorted
    QList<int> rows;  ///< indexes in GroupDrift::differences; sorted
    bool operator==(const SharedCause&) const = default;
};

/// A node that was compared, or should have been.
struct ComparedNode
{
    QString name;
    QDateTime seenAt;           ///< UTC; null: it could not be looked at
    std::optional<Error> error; ///< why it could not
    QList<Unseen> unseen;       ///< what could not be seen there
    bool operator==(const ComparedNode&) const = default;
};

/// A row, or the nodes of one, that a rule hides.
struct HiddenGroupDifference
{
    GroupDifference difference; ///< with those nodes only to which the rule applies
    IgnoreRule rule;
    bool operator==(const HiddenGroupDifference&) const = default;
};

/// What differs among nodes that should be alike.
struct GroupDrift
{
    QString group;                         ///< empty: nodes that were picked
    QList<ComparedNode> nodes;             ///< in the order asked for
    QString baseline;                      ///< the node all others are compared with; empty: what most of them have
    QList<GroupDifference> differences;    ///< by section, then key
    QList<SharedCause> causes;             ///< most rows first; each has two rows at least
    QList<HiddenGroupDifference> hidden{}; ///< by rules; not in `differences`
    QList<ExpiredRule> expired{};
    QDateTime baselineAt{}; ///< UTC: the baseline is an earlier look at `baseline` itself; null: it is of now
    bool complete() const;  ///< every node was seen, and everything on it; never when there is none
    bool operator==(const GroupDrift&) const = default;
};

/// Pure. Compares the sheets of nodes, in their order. `baseline` is the name of one of them, or empty for what most of
/// them have, thing by thing, not to have it being one of the ways. Of several ways that as many nodes have
/// (`noMajority`) the one of the node whose name comes first is the baseline, whatever the order of the sheets. What
/// the baseline could not see yields no difference; when no sheet has its name, nothing does. A node that could not be
/// looked at is added by whoever tried.
GroupDrift groupDrift(const QList<FactSheet>& sheets, const QString& baseline = {});

} // namespace snowmelt
