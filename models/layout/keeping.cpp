// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/keeping.h"

#include <QSet>

namespace snowmelt::layout {

namespace {

/// What is kept of parts that are not there, for when they come back. What a group needs for a while only is its own.
template <typename Value>
QMap<QString, Value> ofOthers(QMap<QString, Value> entries, const QSet<QString>& there)
{
    entries.removeIf([&](const auto& entry) {
        return there.contains(entry.key()) || entry.key().contains(u':') || entry.key().contains(u'+');
    });
    return entries;
}

} // namespace

Arrangement arrangementOf(const Chart& chart, const Arrangement& before)
{
    QSet<QString> there;
    for (const Block& block : chart.blocks)
        there.insert(block.seat);
    Arrangement after;
    after.placed = before.placed;
    after.seats = ofOthers(before.seats, there);
    after.fields = ofOthers(before.fields, there);
    after.collapsed = before.collapsed;
    for (const Block& block : chart.blocks) {
        if (!block.placed)
            after.seats.insert(block.seat, block.territory());
        if (block.isContainer())
            after.fields.insert(block.seat, block.field);
        else if (const auto field = before.fields.constFind(block.seat); field != before.fields.cend())
            after.fields.insert(block.seat, *field);
    }
    return after;
}

} // namespace snowmelt::layout
