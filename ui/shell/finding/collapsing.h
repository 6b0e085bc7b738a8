// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace snowmelt {

class DiagramView;
class FleetDocument;

/// Groups that `parts` are, or belong to, each once.
QStringList groupsOf(const DiagramView& view, const FleetDocument& document, const QStringList& parts);
bool isCollapsed(const DiagramView& view, const QString& group);

/// Groups without their nodes, and with them again; nothing else moves. Nodes that disappear leave the selection to
/// their groups.
void collapse(DiagramView* view, const QStringList& groups);
void expand(DiagramView* view, const QStringList& groups);
void expandAll(DiagramView* view);

} // namespace snowmelt
