// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/severity.h"
#include "models/export/review.h"
#include "models/wording/wording.h"

#include <QMap>

namespace snowmelt {

namespace {

struct Tally
{
    int nodes = 0;
    int scanned = 0;
    int drifted = 0;
    int differences = 0;
    int partly = 0;
};

Tally tallyOf(const QList<const NodeState*>& nodes)
{
    Tally tally;
    for (const NodeState* node : nodes) {
        if (!node->exists())
            continue;
        ++tally.nodes;
        if (!node->driftCount)
            continue;
        ++tally.scanned;
        tally.differences += *node->driftCount;
        tally.drifted += *node->driftCount > 0 ? 1 : 0;
        tally.partly += node->driftComplete ? 0 : 1;
    }
    return tally;
}

QStringList rowOf(const QString& part, const Tally& tally)
{
    QStringList row{part};
    for (const int number : {tally.nodes, tally.scanned, tally.drifted, tally.differences, tally.partly})
        row << QString::number(number);
    return row;
}

/// Differences by what they are in, over all nodes: "packages 12, files 3".
QString bySection(const QList<DriftReport>& reports)
{
    QMap<DriftSection, int> counts;
    for (const DriftReport& report : reports)
        for (const Difference& difference : report.differences)
            ++counts[difference.section];
    QStringList parts;
    for (auto count = counts.constBegin(); count != counts.constEnd(); ++count)
        parts << sectionText(count.key()) + u' ' + QString::number(*count);
    return parts.join(QStringLiteral(", "));
}

/// "high 2, medium 7".
QString severities(const QList<DriftReport>& reports)
{
    QMap<DriftSeverity, int> counts;
    for (const DriftReport& report : reports)
        for (const Difference& difference : report.differences)
            ++counts[severityOf(difference)];
    QStringList parts;
    for (auto count = counts.constBegin(); count != counts.constEnd(); ++count)
        parts << severityText(count.key()) + u' ' + QString::number(*count);
    return parts.join(QStringLiteral(", "));
}

int hiddenOn(const QList<const NodeState*>& nodes)
{
    int hidden = 0;
    for (const NodeState* node : nodes)
        hidden += node->driftHidden;
    return hidden;
}

} // namespace

PaperSection Review::drift(const ReviewSubject& subject)
{
    PaperSection section{
        tr("Drift"),
        {},
        {{tr("Part"), tr("Nodes"), tr("Scanned"), tr("With drift"), tr("Differences"), tr("Not all seen")},
         {false, true, true, true, true, true},
         {}}};
    QList<QStringList>& rows = section.table.rows;
    for (const BalancerState& one : subject.fleet.balancers)
        rows << rowOf(one.node.name, tallyOf({&one.node}));
    for (const GroupState& group : subject.fleet.groups) {
        QList<const NodeState*> nodes;
        for (const NodeState& node : group.nodes)
            nodes << &node;
        rows << rowOf(group.name, tallyOf(nodes));
    }
    for (const DatabaseState& one : subject.fleet.databases)
        rows << rowOf(one.node.name, tallyOf({&one.node}));
    const Tally whole = tallyOf(subject.fleet.allNodes());
    section.paragraphs << (whole.scanned == whole.nodes
                               ? tr("%n node(s), all of them scanned.", nullptr, whole.nodes)
                               : tr("%n of %1 node(s) scanned; of the others nothing is known.", nullptr, whole.scanned)
                                     .arg(whole.nodes));
    const QString sections = bySection(subject.drift);
    if (!sections.isEmpty())
        section.paragraphs << tr("What differs: %1.").arg(sections)
                           << tr("By severity: %1.").arg(severities(subject.drift));
    const int hidden = hiddenOn(subject.fleet.allNodes());
    if (hidden > 0)
        section.paragraphs << hiddenText(hidden) + u'.';
    return section;
}

} // namespace snowmelt
