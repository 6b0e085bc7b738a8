// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_cells.h"

#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <vector>

namespace snowmelt {

namespace {

class GroupCells
{
    Q_DECLARE_TR_FUNCTIONS(GroupCells)

public:
    static QString absent() { return tr("absent"); }
    static QString present() { return tr("present"); }
    static QString differently() { return tr("differs"); }
};

constexpr qsizetype longestPlainValue = 400; ///< a list of members may be endless; the rest is not for a tool tip

/// Fields whose values say nothing to an eye.
bool isOpaque(const QString& field)
{
    return field == u"content" || field == u"files";
}

const FieldChange* telling(const Difference& difference)
{
    const auto named = [&](const FieldChange& change) { return change.field == u"version"; };
    const auto plain = [&](const FieldChange& change) { return !isOpaque(change.field); };
    const QList<FieldChange>& fields = difference.fields;
    auto found = std::find_if(fields.begin(), fields.end(), named);
    if (found == fields.end())
        found = std::find_if(fields.begin(), fields.end(), plain);
    return found == fields.end() ? nullptr : &*found;
}

QString shown(const QString& value)
{
    return value.isEmpty() ? GroupCells::absent() : displayText(value.left(longestPlainValue).toUtf8());
}

QString changedCell(const Difference& difference)
{
    const FieldChange* change = telling(difference);
    if (!change)
        return QStringLiteral("Δ");
    return change->actual.isEmpty() ? QStringLiteral("−") : displayText(change->actual.toUtf8());
}

const FieldChange* fieldOf(const GroupDifference& row, const QString& field)
{
    for (const NodeDifference& one : row.differs) {
        for (const FieldChange& change : one.difference.fields) {
            if (change.field == field)
                return &change;
        }
    }
    return nullptr;
}

bool isOfRow(const Unseen& unseen, const GroupDifference& row)
{
    return unseen.section == row.section && (unseen.what.isEmpty() || unseen.what == row.key);
}

} // namespace

const NodeDifference* differenceOf(const GroupDifference& row, int node)
{
    const auto before = [](const NodeDifference& one, int wanted) { return one.node < wanted; };
    const auto found = std::lower_bound(row.differs.begin(), row.differs.end(), node, before);
    return found != row.differs.end() && found->node == node ? &*found : nullptr;
}

bool isUnseen(const GroupDifference& row, int node)
{
    return std::binary_search(row.unseen.begin(), row.unseen.end(), node);
}

QString tellingField(const GroupDifference& row)
{
    for (const NodeDifference& one : row.differs) {
        if (const FieldChange* change = telling(one.difference))
            return change->field;
    }
    return {};
}

QString cellText(const Difference& difference)
{
    switch (difference.kind) {
    case DifferenceKind::Added:
        return QStringLiteral("+");
    case DifferenceKind::Removed:
        return QStringLiteral("−");
    case DifferenceKind::Changed:
        break;
    }
    return changedCell(difference);
}

QString baselineCell(const GroupDifference& row)
{
    const auto isAdded = [](const NodeDifference& one) { return one.difference.kind == DifferenceKind::Added; };
    if (std::all_of(row.differs.begin(), row.differs.end(), isAdded))
        return GroupCells::absent();
    const FieldChange* change = fieldOf(row, tellingField(row));
    if (change && change->field == u"exists")
        return GroupCells::present();
    return change ? shown(change->baseline) : QStringLiteral("·");
}

QString fieldNames(const GroupDifference& row)
{
    QStringList names;
    QSet<QString> known;
    for (const NodeDifference& one : row.differs) {
        for (const FieldChange& change : one.difference.fields) {
            if (one.difference.kind == DifferenceKind::Changed && !known.contains(change.field)) {
                known.insert(change.field);
                names << fieldText(change.field);
            }
        }
    }
    return names.join(QStringLiteral(", "));
}

QString fieldChanges(const Difference& difference)
{
    QStringList lines;
    if (difference.kind != DifferenceKind::Changed)
        lines << kindText(difference.kind);
    for (const FieldChange& change : difference.fields) {
        if (change.field == u"exists")
            continue; // said by the kind
        const QString values = change.field == u"content"
                                   ? GroupCells::differently()
                                   : QString(shown(change.baseline) + u" → " + shown(change.actual));
        lines << QString(fieldText(change.field) + u": " + values);
    }
    return lines.join(u'\n');
}

QString unseenWhy(const ComparedNode& node, const GroupDifference& row)
{
    const auto ofRow = [&row](const Unseen& unseen) { return isOfRow(unseen, row); };
    const auto found = std::find_if(node.unseen.begin(), node.unseen.end(), ofRow);
    if (found != node.unseen.end())
        return unseenReasonText(found->reason);
    return node.error ? sentence(*node.error).what : QString();
}

namespace {

/// By index of a node; of hundreds of thousands of differences, several times while a person waits.
using Marks = std::vector<char>;

void markDiffering(Marks& marks, const GroupDifference& row)
{
    for (const NodeDifference& one : row.differs)
        if (size_t(one.node) < marks.size())
            marks[size_t(one.node)] = 1;
}

void markUnseen(Marks& marks, const GroupDifference& row)
{
    for (const int node : row.unseen)
        if (size_t(node) < marks.size())
            marks[size_t(node)] = 1;
}

Marks noMarks(const GroupDrift& drift)
{
    return Marks(size_t(drift.nodes.size()), 0);
}

Marks differingIn(const GroupDrift& drift)
{
    Marks marks = noMarks(drift);
    for (const GroupDifference& row : drift.differences)
        markDiffering(marks, row);
    return marks;
}

Marks hiddenIn(const GroupDrift& drift)
{
    Marks marks = noMarks(drift);
    for (const HiddenGroupDifference& row : drift.hidden)
        markDiffering(marks, row.difference);
    return marks;
}

} // namespace

QList<int> tellingNodes(const GroupDrift& drift, bool withHidden)
{
    Marks telling = differingIn(drift);
    const Marks hidden = withHidden ? hiddenIn(drift) : noMarks(drift);
    for (const GroupDifference& row : drift.differences)
        markUnseen(telling, row);
    for (const HiddenGroupDifference& row : withHidden ? drift.hidden : QList<HiddenGroupDifference>())
        markUnseen(telling, row.difference);
    QList<int> nodes;
    for (int node = 0; node < drift.nodes.size(); ++node) {
        // One that could not be looked at is said once, not in every row.
        const bool tells = telling[size_t(node)] || hidden[size_t(node)];
        if (tells && drift.nodes.at(node).seenAt.isValid())
            nodes << node;
    }
    return nodes;
}

GroupTally tallyOf(const GroupDrift& drift)
{
    const Marks differing = differingIn(drift);
    const Marks hidden = hiddenIn(drift);
    GroupTally tally;
    for (int node = 0; node < drift.nodes.size(); ++node) {
        const ComparedNode& one = drift.nodes[node];
        int& kind = !one.seenAt.isValid()                ? tally.unseen
                    : differing[size_t(node)]            ? tally.differ
                    : one.error || !one.unseen.isEmpty() ? tally.partly
                    : hidden[size_t(node)]               ? tally.hidden
                                                         : tally.alike;
        kind += 1;
    }
    return tally;
}

QDateTime seenAtEarliest(const GroupDrift& drift)
{
    QDateTime earliest;
    for (const ComparedNode& node : drift.nodes) {
        if (node.seenAt.isValid() && (!earliest.isValid() || node.seenAt < earliest))
            earliest = node.seenAt;
    }
    return earliest;
}

} // namespace snowmelt
