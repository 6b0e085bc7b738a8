// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// What a hover card says of a part, as values.
struct CardFact
{
    QString name;
    QString value;
    bool warns = false; ///< in amber: not to be taken for how things are
    bool operator==(const CardFact&) const = default;
};
struct CardText
{
    QString title;
    std::optional<Health> health; ///< nullopt: has none
    bool reached = false;         ///< a host that was there before and answers: its health is not asked
    QString state;                ///< "down since 14:02:31"
    QString reason;               ///< why it is not healthy; may be empty
    QList<CardFact> facts;
    QString spoken() const; ///< all of it as one sentence
    bool operator==(const CardText&) const = default;
};

/// When drift was looked for last on a part; null: never.
struct LastScan
{
    QDateTime at;
    int everySeconds = 0; ///< by itself; 0: it is not
};

/// What nobody knows is left out, never shown as zero. Empty title: nothing to say.
CardText cardText(const DiagramBox& box, const FleetState& fleet, const QDateTime& now, const LastScan& scan = {});

} // namespace snowmelt
