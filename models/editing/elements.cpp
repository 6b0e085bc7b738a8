// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/elements.h"

namespace snowmelt::editing {

namespace {

qsizetype dashBefore(const Outline& outline, qsizetype place)
{
    qsizetype dash = place - 1;
    while (dash > 0 && outline.at(dash) != '-')
        --dash;
    return std::max<qsizetype>(dash, 0);
}

} // namespace

QList<Extent> elementsOf(const Outline& outline, const YamlNode& collection)
{
    QList<Extent> elements;
    for (const Entry& entry : collection.entries)
        elements.append(outline.extentOf(entry));
    const bool flow = outline.isFlow(collection);
    for (const YamlNode& item : collection.items) {
        const Extent extent = outline.extentOf(item);
        elements.append(flow ? extent : Extent{dashBefore(outline, extent.from), extent.to});
    }
    return elements;
}

} // namespace snowmelt::editing
