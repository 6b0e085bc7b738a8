// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/vicinity.h"

#include <QSet>

namespace snowmelt {

namespace {

/// Where the edges of a box may end: at itself, at what it is in, at what is in it.
QList<bool> endsFor(const Diagram& diagram, const QSet<QString>& parts)
{
    QList<bool> ends(diagram.boxes.size(), false);
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        if (parts.contains(box.part)) {
            ends[i] = true;
            if (box.node() && box.container >= 0)
                ends[box.container] = true;
        } else if (box.container >= 0 && parts.contains(diagram.boxes[box.container].part)) {
            ends[i] = true;
        }
    }
    return ends;
}

} // namespace

QStringList vicinityOf(const Diagram& diagram, const QStringList& parts)
{
    const QSet<QString> own(parts.begin(), parts.end());
    const QList<bool> ends = endsFor(diagram, own);
    QList<bool> met(diagram.boxes.size(), false);
    for (const DiagramEdge& edge : diagram.edges) {
        if (ends[edge.from])
            met[edge.to] = true;
        if (ends[edge.to])
            met[edge.from] = true;
    }
    QStringList names;
    QSet<QString> said;
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const QString& part = diagram.boxes[i].part;
        if ((!met[i] && !own.contains(part)) || part.isEmpty() || said.contains(part))
            continue;
        said.insert(part);
        names << part;
    }
    return names;
}

} // namespace snowmelt
