// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/step_model.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace snowmelt {

struct DeploymentState;

/// A step on the axis of time; `to` is null while it runs.
struct TimelineStep
{
    QString name;
    StepState state = StepState::NotBegun;
    QDateTime from; ///< null: not begun
    QDateTime to;
    QString told; ///< in full, for hovering and for a screen reader
    bool operator==(const TimelineStep&) const = default;
};

enum class MarkKind { GreenCreated, Switch, Paused, Continued, Asked, Refused, Edited, RolledBack, Failed, Ended };

/// A moment on it.
struct TimelineMark
{
    QDateTime at;
    MarkKind kind = MarkKind::Switch;
    QString name; ///< "switch"
    QString told; ///< "09:55:09 mina@laptop asked for “Pause”."
    bool operator==(const TimelineMark&) const = default;
};

struct Timeline
{
    QDateTime from; ///< null: nothing has begun
    QDateTime to;   ///< now, or the end
    QList<TimelineStep> steps;
    QList<TimelineMark> marks; ///< oldest first
};
/// What a deployment did, and what people told it, in time. Pure.
Timeline timelineOf(const DeploymentState& deployment, const QDateTime& now);

/// The moments every chart of a deployment is marked with: green created, switch, rolled back.
QList<TimelineMark> turningPoints(const DeploymentState& deployment);

/// A round distance between two ticks of an axis, so that at most `most` fit.
qint64 tickMs(qint64 spanMs, int most);

} // namespace snowmelt
