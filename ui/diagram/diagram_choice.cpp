// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_choice.h"

#include <algorithm>

namespace snowmelt {

QStringList toggledParts(QStringList parts, const QString& part)
{
    if (part.isEmpty())
        return parts;
    if (parts.removeAll(part) == 0)
        parts << part;
    return parts;
}

QStringList extendedParts(QStringList parts, const QString& next)
{
    if (next.isEmpty())
        return parts;
    const bool back = parts.size() > 1 && parts[parts.size() - 2] == next;
    if (back)
        parts.removeLast();
    parts.removeAll(next);
    parts << next;
    return parts;
}

QStringList partsWithin(const Scene& scene, const QRectF& area)
{
    QList<int> touched;
    scene.eachBox(area, [&](int box) { touched << box; });
    std::sort(touched.begin(), touched.end());
    QSet<int> caught;
    QStringList parts;
    QSet<QString> said;
    for (int i : std::as_const(touched)) {
        const DiagramBox& box = scene.box(i);
        const bool container = scene.mark(i).container();
        if (box.container >= 0 && caught.contains(box.container)) {
            caught.insert(i);
            continue;
        }
        if (box.part.isEmpty() || (container && !area.contains(box.rect)))
            continue;
        caught.insert(i);
        if (!said.contains(box.part))
            parts << box.part;
        said.insert(box.part);
    }
    return parts;
}

} // namespace snowmelt
