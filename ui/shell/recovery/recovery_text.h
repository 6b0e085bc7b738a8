// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/recovery.h"
#include "models/domain/planning/report.h"

namespace snowmelt {

/// What is said of an open deployment, as a value.
struct RecoveryText
{
    QString title;  ///< "Swap web to shop 1.1.0 is not finished"
    QString who;    ///< "mina@laptop started it 14 min ago, at 09:41"
    QString reason; ///< why nobody works on it, and how far it came
    QString stands; ///< how it stands now
    bool operator==(const RecoveryText&) const = default;
};
RecoveryText recoveryText(const OpenDeployment& open, const QDateTime& now);

/// One way out: what it would do, or why it is closed.
struct WayOffer
{
    Way way = Way::RollBack;
    QString text;
    bool isOpen = false;
    bool safest = false; ///< the one to choose when nothing else speaks
    bool operator==(const WayOffer&) const = default;
};
/// All of them, those that are open first, the safest before the others.
QList<WayOffer> wayOffers(const OpenDeployment& open);

/// How far each step of its plan came.
QList<StepEnd> stepEnds(const OpenDeployment& open);

} // namespace snowmelt
