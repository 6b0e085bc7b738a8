// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/export_source.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/scene/scene.h"
#include "ui/diagram/viewport.h"

namespace snowmelt {

ExportSource exportSource(const DiagramView& view)
{
    const FleetDocument& document = view.document();
    ExportSource source{{document.blueprint(), document.fleet(), {}},
                        view.scene().shared(),
                        view.arrangement(),
                        view.mode(),
                        view.viewport().toDiagram(QRectF(view.rect()))};
    const QList<const NodeState*> nodes = document.fleet().allNodes();
    for (const NodeState* node : nodes)
        if (const DriftReport* report = document.drift(node->name))
            source.review.drift << *report;
    return source;
}

} // namespace snowmelt
