// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/control.h"

#include <QHash>
#include <QString>

namespace snowmelt {

class FleetDocument;
struct Blueprint;

/// What a person can ask for. Each is possible, or impossible for a reason that is said.
enum class WindowAct {
    Scan,
    Differences, ///< comparing nodes with each other
    Build,
    Swap,
    Rebirth,
    Up,
    Down,
    RollBack,
    Pause,
    Continue,
    ExtendDrain,
    Abort,
    Export,
    Reload,
    Orphans,
    Look,    ///< asking the world once more
    ByImage, ///< what only nodes that are made of images can be told apart by
};

/// What decides, as a value.
struct Situation
{
    bool open = false;
    bool up = false;
    bool hasParts = true; ///< the blueprint has something that can run
    bool given = false;   ///< its machines were there before: they are looked at, and nothing else
    bool edited = false;  ///< the blueprint shown is not on disk yet
    bool scanning = false;
    QString busy;           ///< title of the operation that changes fleet or images now; empty: none
    QString busyToBuild;    ///< the same, without builds: those wait for each other in the backend's queue
    QString busyHere;       ///< the same, without deployments of other groups than the selected one's
    QString makingOrEnding; ///< title of an "up" or "down", while which no node is there to stay; empty: none
    bool deploying = false;
    QHash<Command, QString> refusals; ///< why the deployment would refuse to be told that; absent: it would not
    bool nodeSelected = false;        ///< a node of a group, which a rebirth can replace
};

Situation situationOf(const FleetDocument& document);
/// The platform of the open blueprint can do it at all; what it cannot has no button and no entry in a menu.
bool isOffered(WindowAct act, const Situation& situation);
/// Why it cannot be done now; empty: it can.
QString whyNot(WindowAct act, const Situation& situation);

} // namespace snowmelt
