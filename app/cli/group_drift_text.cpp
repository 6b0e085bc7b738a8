// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/print_group_drift.h"
#include "models/domain/drift/group_outcome.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

constexpr int namesShown = 3;
constexpr int hashShown = 12;
constexpr int valueShown = 80;

QString nameOf(const GroupDrift& drift, int node)
{
    return displayText(drift.nodes.value(node).name.toUtf8());
}

/// A hash by its beginning; another long value with how long it is.
QString shortened(const QString& field, const QString& value)
{
    const QString shown = displayText(value.toUtf8());
    if (field == u"content" && shown.size() > hashShown)
        return shown.left(hashShown) + u'…';
    if (shown.size() <= valueShown)
        return shown;
    return CliText::tr("%1… (%n character(s))", nullptr, int(shown.size())).arg(shown.left(valueShown));
}

/// "3.0.9"; "mode 0600, owner root (0)"; a version needs no name.
QString valuesText(const QMap<QString, QString>& values)
{
    QStringList parts;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const QString text = value->isEmpty() ? QStringLiteral("∅") : shortened(value.key(), *value);
        parts.append(value.key() == u"version" ? text : QString(fieldText(value.key()) + u' ' + text));
    }
    return parts.join(QStringLiteral(", "));
}

/// What the baseline has of all fields that differ anywhere. Empty when it does not have the thing.
QMap<QString, QString> baselineValues(const GroupDifference& row)
{
    QMap<QString, QString> values;
    for (const NodeDifference& one : row.differs) {
        for (const FieldChange& change : one.difference.fields) {
            if (one.difference.kind == DifferenceKind::Changed || !change.baseline.isEmpty())
                values.insert(change.field, change.baseline);
        }
    }
    return values;
}

QMap<QString, QString> actualValues(const Difference& difference)
{
    QMap<QString, QString> values;
    for (const FieldChange& change : difference.fields)
        values.insert(change.field, change.actual);
    return values;
}

QString otherText(const Difference& difference)
{
    return difference.kind == DifferenceKind::Removed ? CliText::tr("absent") : valuesText(actualValues(difference));
}

QString baselineText(const GroupDrift& drift, const GroupDifference& row)
{
    const bool absent = std::ranges::all_of(
        row.differs, [](const NodeDifference& one) { return one.difference.kind == DifferenceKind::Added; });
    const QString values = absent ? CliText::tr("absent") : valuesText(baselineValues(row));
    const QList<int> nodes = nodesAsBaseline(drift, row);
    const bool named = nodes.size() == row.asBaseline && !nodes.isEmpty() && nodes.size() <= namesShown;
    const QString where = named ? nodesText(drift, nodes) : CliText::tr("%n node(s)", nullptr, row.asBaseline);
    return CliText::tr("%1 on %2").arg(values, where);
}

/// Nodes on which rules hide it, but not those of the row itself.
QList<int> hiddenBeside(const GroupDrift& drift, const GroupDifference& row)
{
    QList<int> nodes;
    for (const HiddenGroupDifference& hidden : hiddenOf(drift, row.section, row.key)) {
        for (const NodeDifference& one : hidden.difference.differs) {
            if (std::ranges::find(row.differs, one.node, &NodeDifference::node) == row.differs.end())
                nodes.append(one.node);
        }
    }
    std::ranges::sort(nodes);
    return nodes;
}

} // namespace

QString nodesText(const GroupDrift& drift, const QList<int>& nodes)
{
    QStringList names;
    for (const int node : nodes.mid(0, nodes.size() == namesShown + 1 ? namesShown + 1 : namesShown))
        names.append(nameOf(drift, node));
    const QString listed = names.join(QStringLiteral(", "));
    const int more = int(nodes.size() - names.size());
    return more == 0 ? listed : CliText::tr("%1 and %n more", nullptr, more).arg(listed);
}

QString waysText(const GroupDrift& drift, const GroupDifference& row)
{
    QStringList ways{baselineText(drift, row)};
    for (const WayToDiffer& way : waysToDiffer(row))
        ways.append(CliText::tr("%1 on %2").arg(otherText(way.difference), nodesText(drift, way.nodes)));
    if (const QList<int> hidden = hiddenBeside(drift, row); !hidden.isEmpty())
        ways.append(CliText::tr("hidden on %1").arg(nodesText(drift, hidden)));
    if (!row.unseen.isEmpty())
        ways.append(CliText::tr("not seen on %1").arg(nodesText(drift, row.unseen)));
    return ways.join(QStringLiteral(" · "));
}

} // namespace snowmelt
