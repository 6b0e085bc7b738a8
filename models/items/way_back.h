// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace snowmelt {

struct DeploymentState;

/// How one gets back from where a deployment stands.
enum class WayBackKind {
    NotNeeded,     ///< the traffic has not moved: there is nothing to take back
    AtOnce,        ///< blue is warm and takes its traffic back
    OnItsWay,      ///< it is going back
    NewDeployment, ///< blue is retired
    Back,          ///< blue serves, and the deployment is over
    Undecided,     ///< it ended with both sides standing, or could not be asked
};

struct WayBack
{
    WayBackKind kind = WayBackKind::NotNeeded;
    QString speed;  ///< "under 1 s, until blue is retired"; short
    QString detail; ///< until when, and what then
    QString blue;   ///< blue as it was when the deployment began: "shop 1.0.0 · 3f1c9a2eb80d"; empty: not known
    ImageRef to;    ///< of a new deployment that leads back; null: none does
    bool operator==(const WayBack&) const = default;
};
WayBack wayBackOf(const DeploymentState& deployment);

/// What two environments at once cost, in the plan's currency. Nullopt: no prices, or green was never made.
struct TwoEnvironments
{
    double soFar = 0;
    double perHour = 0;
};
std::optional<TwoEnvironments> costOf(const DeploymentState& deployment, const QDateTime& now);

/// "09:56:30" in local time; empty when null.
QString clockSeconds(const QDateTime& at);

/// Index of the plan's step of this kind; -1: it has none.
int stepOf(const Plan& plan, StepKind kind);
/// The step has begun, whatever became of it.
bool hasBegun(const DeploymentState& deployment, StepKind kind);

} // namespace snowmelt
