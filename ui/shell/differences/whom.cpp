// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/whom.h"

#include "models/document/fleet_document.h"
#include "models/items/group_drift_text.h"

#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

QStringList nodesAmong(const FleetDocument& document, const QStringList& parts)
{
    QStringList nodes;
    for (const QString& part : parts) {
        if (document.fleet().findNode(part))
            nodes << part;
    }
    nodes.sort(); // the same nodes are the same comparison, in whatever order they were picked
    return nodes;
}

QString groupOfWhom(const FleetDocument& document)
{
    const NodeState* node = document.fleet().findNode(document.selection());
    const QString group = node ? node->group : document.selection();
    if (document.blueprint().findGroup(group) || document.blueprint().groups.isEmpty())
        return document.blueprint().findGroup(group) ? group : QString();
    return document.blueprint().groups.first().name;
}

} // namespace

DiffIntent whomMeant(const FleetDocument& document, const QStringList& selected)
{
    DiffIntent whom;
    const QStringList nodes = nodesAmong(document, selected);
    if (nodes.size() > 1)
        whom.nodes = nodes;
    else
        whom.group = groupOfWhom(document);
    return whom;
}

bool isNobody(const DiffIntent& whom)
{
    return whom.group.isEmpty() && whom.nodes.isEmpty();
}

QString subjectOf(const DiffIntent& whom)
{
    return subjectOf(Intent(whom));
}

QStringList nodesOf(const FleetDocument& document, const DiffIntent& whom)
{
    if (!whom.nodes.isEmpty())
        return whom.nodes;
    QStringList nodes;
    if (const GroupState* group = document.fleet().findGroup(whom.group)) {
        for (const NodeState& node : group->nodes) {
            if (node.lifecycle != Lifecycle::Absent)
                nodes << node.name;
        }
    }
    return nodes;
}

QString whomText(const DiffIntent& whom)
{
    return whom.nodes.isEmpty() ? whom.group : GroupDriftText::names(whom.nodes);
}

const OperationState* lastLook(const FleetDocument& document, const DiffIntent& whom)
{
    const QList<OperationState>& all = document.operations();
    const QString subject = subjectOf(whom);
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const OperationState& one) {
        return one.verb == u"diff" && one.subject == subject;
    });
    return found == all.rend() ? nullptr : &*found;
}

bool isOutdated(const FleetDocument& document, const DiffIntent& whom, const GroupDrift& drift)
{
    QSet<QString> compared;
    for (const ComparedNode& node : drift.nodes) {
        const NodeState* now = document.fleet().findNode(node.name);
        if (!now || (node.seenAt.isValid() && now->bornAt.isValid() && now->bornAt > node.seenAt))
            return true;
        compared << node.name;
    }
    const QStringList nodes = nodesOf(document, whom);
    return QSet<QString>(nodes.begin(), nodes.end()) != compared;
}

} // namespace snowmelt
