// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/planning/balancer_truth.h"
#include "models/domain/planning/control.h"
#include "models/domain/planning/outcome.h"
#include "models/domain/planning/plan.h"
#include "models/domain/planning/traffic.h"

#include <QDateTime>

#include <optional>

namespace snowmelt {

enum class StepEnd { NotBegun, Done, Failed, Interrupted };

struct StepReport
{
    StepKind kind = StepKind::Check;
    StepEnd end = StepEnd::NotBegun;
    QDateTime begunAt; ///< UTC; null: not begun
    qint64 ms = 0;
    QStringList commands;
    QStringList observed;
    std::optional<Error> error;
    bool operator==(const StepReport&) const = default;
};

/// What a person did to the deployment while it ran, obeyed or refused.
struct AskedReport
{
    QDateTime at;
    QString person;
    Command command = Command::RollBack;
    int seconds = 0;
    std::optional<Error> refused;
    bool operator==(const AskedReport&) const = default;
};

/// What a hand wrote into the balancer's configuration while it ran.
struct EditReport
{
    QDateTime at; ///< when it was noticed
    QString balancer;
    QList<ConfigEdit> edits;
    bool operator==(const EditReport&) const = default;
};

/// What a deployment did, by whom and when; made from its journaled events alone (schema "snowmelt.report/1").
struct DeploymentReport
{
    QString operation;
    QString verb;
    QString person;
    QDateTime startedAt; ///< UTC
    QDateTime endedAt;   ///< null: has no end in the journal
    Plan plan;
    std::optional<OutcomeKind> outcome;
    Safety safety = Safety::Uncertain;
    std::optional<Error> error;
    QStringList accepted;   ///< warnings accepted by name
    QString rolledBack;     ///< RollingBack::reason; empty: it did not go back
    QDateTime rolledBackAt; ///< UTC
    QString leaseFrom;      ///< whose lease it took over; empty: nobody's
    QString leaseReason;
    QList<StepReport> steps;
    QList<AskedReport> asked;
    QList<EditReport> edited;
    TrafficCounted traffic;
    qint64 switchMs = -1; ///< how long MoveTraffic took; -1: not reached
    bool operator==(const DeploymentReport&) const = default;
};

struct Event;
struct HistoryEntry;
DeploymentReport reportOf(const HistoryEntry& entry, const QList<Event>& events);

} // namespace snowmelt
