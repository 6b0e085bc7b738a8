// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/collapsing.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"

namespace snowmelt {

namespace {

QString groupOf(const DiagramView& view, const FleetDocument& document, const QString& part)
{
    const Scene& scene = view.scene();
    const int box = scene.firstOf(part);
    if (box >= 0 && scene.mark(box).kind == BoxKind::Group)
        return part;
    const int around = box < 0 ? -1 : scene.box(box).container;
    if (around >= 0 && scene.mark(around).kind == BoxKind::Group)
        return scene.box(around).part;
    const NodeState* node = document.fleet().findNode(part);
    return node && node->role == Role::Node ? node->group : QString();
}

} // namespace

QStringList groupsOf(const DiagramView& view, const FleetDocument& document, const QStringList& parts)
{
    QStringList groups;
    for (const QString& part : parts)
        if (const QString group = groupOf(view, document, part); !group.isEmpty() && !groups.contains(group))
            groups << group;
    return groups;
}

bool isCollapsed(const DiagramView& view, const QString& group)
{
    return view.arrangement().collapsed.contains(group);
}

void collapse(DiagramView* view, const QStringList& groups)
{
    Arrangement next = view->arrangement();
    for (const QString& group : groups)
        next.collapsed.insert(group);
    view->setSelectedParts(groups);
    view->setArrangement(next);
}

void expand(DiagramView* view, const QStringList& groups)
{
    Arrangement next = view->arrangement();
    for (const QString& group : groups)
        next.collapsed.remove(group);
    view->setArrangement(next);
}

void expandAll(DiagramView* view)
{
    Arrangement next = view->arrangement();
    next.collapsed.clear();
    view->setArrangement(next);
}

} // namespace snowmelt
