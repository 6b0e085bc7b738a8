// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// A state of the open fleet that can be compared with another.
struct MomentChoice
{
    enum class Kind {
        Declared, ///< what the blueprint says
        Now,      ///< as it was seen last
        Before,   ///< a deployment, as the journal tells it
        After,
    };
    Kind kind = Kind::Now;
    OperationId deployment; ///< of Before and After
    QString name;           ///< as a person chooses it
    bool operator==(const MomentChoice&) const = default;
};

/// The blueprint, now, and before and after each deployment of the history, newest first.
QList<MomentChoice> momentChoices(const FleetDocument& document, const QDateTime& now);

} // namespace snowmelt
