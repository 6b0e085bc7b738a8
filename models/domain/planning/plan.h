// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QList>
#include <QStringList>

namespace snowmelt {

enum class StepKind {
    Check,        ///< ask the world once more: is the plan still true?
    CreateNodes,  ///< create and start green, put in the balancer's free slots in drain
    AwaitHealthy, ///< each green: a fresh check of the balancer and our own probe agree
    MoveTraffic,  ///< green ready, then blue drain; config written to match
    DrainBlue,    ///< until no session is open on blue
    Bake,         ///< watch green, blue kept warm: rollback is at once
    RetireBlue,   ///< point of no return: blue to maint, config without it
    DestroyBlue,  ///< stop and remove blue's nodes
};

enum class Strategy { BlueGreen, Rebirth };

/// A node as the plan means it: green ones do not exist yet.
struct PlannedNode
{
    QString name;
    QString slot;
    bool operator==(const PlannedNode&) const = default;
};

struct Step
{
    StepKind kind = StepKind::Check;
    QStringList commands;  ///< exact commands, for people to read
    bool noReturn = false; ///< going back after it needs a new deployment
    bool operator==(const Step&) const = default;
};

enum class Verdict { Pass, Warn, Block };

/// A check before the start. `code` is a key for wording: "driftLost", "imageBuilt", "healthyNow", "slotsFree" …
struct PlanCheck
{
    QString code;
    Verdict verdict = Verdict::Pass;
    QStringList args;
    bool operator==(const PlanCheck&) const = default;
};

/// A deployment as a value. Pure planner makes it; the engine executes it; the journal stores it whole.
struct Plan
{
    QString deployment; ///< id, the operation's
    Strategy strategy = Strategy::BlueGreen;
    QString fleet;
    QString group;
    QString balancer;
    ImageRef from; ///< null when blue is mixed
    ImageRef to;
    Digest toDigest;
    QList<PlannedNode> blue; ///< nodes that leave
    QList<PlannedNode> green;
    int bakeSeconds = 0;
    int healthSeconds = 60; ///< deadline of AwaitHealthy
    int drainSeconds = 120; ///< deadline of DrainBlue
    QList<Step> steps;
    QList<PlanCheck> checks;

    bool blocked() const;
    bool operator==(const Plan&) const = default;
};

} // namespace snowmelt
