// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layout_fleet.h"

namespace snowmelt::test {

/// Boxes by key, as far as they stand in both.
inline QString moved(const Diagram& before, const Diagram& after)
{
    QHash<QString, const DiagramBox*> known;
    for (const DiagramBox& box : before.boxes)
        known.insert(box.key, &box);
    for (const DiagramBox& box : after.boxes) {
        const DiagramBox* other = known.value(box.key);
        if (!other || box.kind == BoxKind::Zone)
            continue;
        // A container may grow: its corner stays.
        const bool same =
            box.kind == BoxKind::Group ? box.rect.topLeft() == other->rect.topLeft() : box.rect == other->rect;
        if (!same)
            return box.key;
    }
    return {};
}

inline const DiagramBox& boxOf(const Diagram& diagram, const QString& key)
{
    for (const DiagramBox& box : diagram.boxes)
        if (box.key == key)
            return box;
    qFatal("no box %s", qPrintable(key));
}

inline bool hasBox(const Diagram& diagram, const QString& key)
{
    return std::any_of(diagram.boxes.begin(), diagram.boxes.end(), [&](const auto& box) { return box.key == key; });
}

} // namespace snowmelt::test
