// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/error.h"
#include "models/domain/fleet.h"
#include "models/domain/image_record.h"
#include "models/domain/planning/plan.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>

#include <variant>

namespace snowmelt {

/// Everything that takes time speaks in these (schema "snowmelt.event/1"): the journal stores them, --json prints them,
/// the activity dock lists them, the item models fold them.

struct Started
{
    QString verb;
    QString fleet;
    QString subject;
    bool operator==(const Started&) const = default;
};

/// What an operation is doing now. Keys for wording; braces list args.
enum class Phase {
    StartingPlatform,    ///< {}
    LeasingAddresses,    ///< {}
    BuildingImage,       ///< {image@version}
    InstallingPackages,  ///< {image@version}
    RunningCommands,     ///< {image@version}
    RecordingInventory,  ///< {image@version}
    PackingLayer,        ///< {image@version}
    ImportingImage,      ///< {image@version}
    CreatingNode,        ///< {node}
    AwaitingHealth,      ///< {what, healthy, of}
    ConfiguringBalancer, ///< {balancer}
    ScanningNode,        ///< {node}
    RemovingNode,        ///< {node}
    RemovingNetwork,     ///< {}
    RemovingVolumes,     ///< {}
    Looking,             ///< {}
    CleaningUp,          ///< {}
    Draining,            ///< {sessions, node with the most}
    Baking,              ///< {seconds left}
};

struct Progress
{
    Phase phase = Phase::Looking;
    QStringList args;
    int done = 0;
    int total = 0; ///< 0: not known
    bool operator==(const Progress&) const = default;
};

struct LogLine
{
    QString source; ///< "mmdebstrap", "apt", "web-4"
    QString text;
    bool operator==(const LogLine&) const = default;
};

struct FleetObserved
{
    FleetState fleet;
    bool operator==(const FleetObserved&) const = default;
};

struct NodeScanned
{
    DriftReport report;
    bool operator==(const NodeScanned&) const = default;
};

/// A node that could not be scanned at all.
struct NodeUnseen
{
    QString node;
    Error error;
    bool operator==(const NodeUnseen&) const = default;
};

struct ImagesListed
{
    QList<ImageRecord> images;
    bool operator==(const ImagesListed&) const = default;
};

struct ImageBuilt
{
    ImageRecord image;
    bool reused = false; ///< nothing to do: recipe, files and parent are as they were
    bool operator==(const ImageBuilt&) const = default;
};

struct PlanMade
{
    Plan plan;
    bool operator==(const PlanMade&) const = default;
};

/// Journaled before the act.
struct StepBegun
{
    int step = 0; ///< index into Plan::steps
    StepKind kind = StepKind::Check;
    bool operator==(const StepBegun&) const = default;
};

/// Journaled after the world was asked again.
struct StepDone
{
    int step = 0;
    StepKind kind = StepKind::Check;
    qint64 ms = 0;
    QStringList observed; ///< what was seen, verbatim
    bool operator==(const StepDone&) const = default;
};

struct StepFailed
{
    int step = 0;
    StepKind kind = StepKind::Check;
    Error error;
    bool operator==(const StepFailed&) const = default;
};

/// The deployment turns round; `from` is the step it had reached.
struct RollingBack
{
    int from = 0;
    QString reason; ///< "asked", "cancelled", "failed"
    bool operator==(const RollingBack&) const = default;
};

/// Requests the balancer counted since the deployment began.
struct TrafficCounted
{
    qint64 requests = 0;
    qint64 failed = 0;
    bool operator==(const TrafficCounted&) const = default;
};

struct HistoryEntry
{
    OperationId operation;
    QString verb;
    QString fleet;
    QString subject;
    QString person; ///< user@host
    QDateTime startedAt;
    QDateTime endedAt; ///< null: has no end in the journal
    QString outcome;   ///< spelling of OutcomeKind; empty: has no end
    bool operator==(const HistoryEntry&) const = default;
};

struct HistoryListed
{
    QList<HistoryEntry> entries;
    bool operator==(const HistoryListed&) const = default;
};

enum class OutcomeKind {
    Done,        ///< exit 0
    Failed,      ///< exit 1
    Differences, ///< exit 2
    Incomplete,  ///< exit 3: something could not be seen
    Cancelled,   ///< exit 130
    Refused,     ///< exit 75: someone else holds the lease
};

/// What is true of the world at the end, said with every failure and cancel.
enum class Safety {
    NothingTouched,
    Unchanged,  ///< looked only
    AsWanted,   ///< done what was asked
    BlueServes, ///< old nodes serve everything; green was removed
    BlueServesGreenKept,
    GreenServes, ///< new nodes serve everything; blue still there
    GreenServesAlone,
    PartlyUp,      ///< some nodes exist; `up` continues, `down` removes
    PartlyDown,    ///< some nodes are gone; `down` continues
    StoreAsBefore, ///< image store as before the build
    Uncertain,     ///< could not be asked: look with `status`
};

struct Finished
{
    OutcomeKind outcome = OutcomeKind::Done;
    Safety safety = Safety::AsWanted;
    std::optional<Error> error;
    qint64 ms = 0;
    bool operator==(const Finished&) const = default;
};

using EventBody =
    std::variant<Started, Progress, LogLine, FleetObserved, NodeScanned, NodeUnseen, ImagesListed, ImageBuilt, PlanMade,
                 StepBegun, StepDone, StepFailed, RollingBack, TrafficCounted, HistoryListed, Finished>;

struct Event
{
    OperationId operation;
    QDateTime at; ///< UTC, milliseconds
    EventBody body;
    bool operator==(const Event&) const = default;
};

/// Exit status of the command line; see docs/COMMANDS.md.
int exitCode(OutcomeKind outcome);
QString outcomeName(OutcomeKind outcome);

} // namespace snowmelt

Q_DECLARE_METATYPE(snowmelt::Event)
