// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/prices.h"

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

/// A node as the plan means it: green ones do not exist yet. What a blue one was when the plan was made is kept with
/// it, so that the way back leads to just that.
struct PlannedNode
{
    QString name;
    QString slot;
    ImageRef image{};
    Digest digest{};
    bool operator==(const PlannedNode&) const = default;
};

struct Step
{
    StepKind kind = StepKind::Check;
    QStringList commands;  ///< exact commands, for people to read
    bool noReturn = false; ///< going back after it needs a new deployment
    QStringList undo{};    ///< exact commands that lead back from it; empty: nothing to undo, or no way back
    int nodes = 0;         ///< of the group that exist after it, as predicted
    int serving = 0;       ///< of the group that take new traffic after it, as predicted
    qint64 typicalMs = 0;  ///< how long it took the last times; 0: not known
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

/// What green must keep to while blue is still warm; a gate that trips gives the traffic back without being asked.
struct Gates
{
    double failedPercent = 1; ///< most of green's requests since the switch that may fail; negative: off
    double latencyFactor = 0; ///< green's p95 against blue's before the switch, by our own probes; 0: off
    int leastRequests = 20;   ///< fewer say nothing about a rate
    QStringList checks{};     ///< further paths that each green must answer with 200
    bool operator==(const Gates&) const = default;
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
    Gates gates{};
    bool keepGreen = false; ///< a green that failed before the switch stays for a look
    Prices prices{};
    QStringList rebornBefore{}; ///< of a rebirth in batches: nodes that earlier plans of this deployment replaced
    QStringList toFollow{};     ///< nodes that are reborn after this plan, in this order; none of them is touched by it

    bool blocked() const;
    bool operator==(const Plan&) const = default;
};

} // namespace snowmelt
