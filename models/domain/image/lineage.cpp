// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/lineage.h"

#include <QMultiMap>
#include <QSet>

namespace snowmelt {

namespace {

/// Places in the list, by parent; of those without one in the list under the null reference.
using ChildrenOf = QMultiMap<ImageRef, qsizetype>;

ChildrenOf childrenIn(const QList<ImageRecord>& images)
{
    QSet<ImageRef> there;
    for (const ImageRecord& image : images)
        there.insert(image.ref);
    ChildrenOf children;
    // Backwards: a QMultiMap gives what came last first.
    for (qsizetype i = images.size() - 1; i >= 0; --i)
        children.insert(there.contains(images[i].parent) ? images[i].parent : ImageRef(), i);
    return children;
}

void descend(const QList<ImageRecord>& images, const ChildrenOf& children, const ImageRef& parent, int depth,
             QList<LineageRow>& rows)
{
    // No line of parents is longer than the list, but in a circle.
    if (depth > images.size())
        return;
    for (const qsizetype child : children.values(parent)) {
        rows.append({images[child], depth});
        descend(images, children, images[child].ref, depth + 1, rows);
    }
}

} // namespace

QList<LineageRow> lineageOf(const QList<ImageRecord>& images)
{
    QList<LineageRow> rows;
    descend(images, childrenIn(images), ImageRef(), 0, rows);
    QSet<ImageRef> told;
    for (const LineageRow& row : rows)
        told.insert(row.image.ref);
    // A circle hangs from nothing; its images are there all the same.
    for (const ImageRecord& image : images)
        if (!told.contains(image.ref))
            rows.append({image, 0});
    return rows;
}

} // namespace snowmelt
