// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access_question.h"
#include "models/domain/drift/drift.h"
#include "models/domain/drift/drift_history.h"
#include "models/domain/drift/group_drift.h"
#include "models/domain/error.h"
#include "models/domain/fleet.h"
#include "models/domain/image/due.h"
#include "models/domain/image/image_diff.h"
#include "models/domain/image/paper.h"
#include "models/domain/image/store_care.h"
#include "models/domain/image_record.h"
#include "models/domain/orphan.h"
#include "models/domain/planning/balancer_truth.h"
#include "models/domain/planning/control.h"
#include "models/domain/planning/outcome.h"
#include "models/domain/planning/plan.h"
#include "models/domain/planning/recovery.h"
#include "models/domain/planning/report.h"
#include "models/domain/planning/traffic.h"

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
    Paused,              ///< {}: until a person says continue
    TakingLease,         ///< {}
    AwaitingTurn,        ///< {builds that are under way}
    BootingImage,        ///< {image@version}
    TestingImage,        ///< {image@version, test}
    RunningPacker,       ///< {image@version}
    CopyingToHost,       ///< {image@version, build host}
    FetchingLayer,       ///< {image@version, build host}
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

/// What differs among nodes that should be alike.
struct NodesCompared
{
    GroupDrift drift;
    bool operator==(const NodesCompared&) const = default;
};

/// What the scans of this fleet's nodes saw over time.
struct DriftHistoryRead
{
    DriftHistory history;
    bool operator==(const DriftHistoryRead&) const = default;
};

/// When a node is scanned next by itself.
struct ScanDue
{
    QString node;
    QDateTime at;     ///< UTC
    int failures = 0; ///< how often in a row it could not be scanned; each makes the pause longer
    bool operator==(const ScanDue&) const = default;
};

/// Told whenever it changed.
struct ScansDue
{
    QList<ScanDue> scans; ///< by node's name
    bool operator==(const ScansDue&) const = default;
};

/// The operation waits for a person: Operations::answer().
struct QuestionAsked
{
    AccessQuestion question;
    bool operator==(const QuestionAsked&) const = default;
};

/// Nobody needs to answer it any more: answered, or the operation went on without.
struct QuestionClosed
{
    QString question; ///< its id
    bool operator==(const QuestionClosed&) const = default;
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
    Digest locked{};     ///< what its lock was said to give, when something else came out; null otherwise
    bool operator==(const ImageBuilt&) const = default;
};

/// Of each tier before the first is built, lowest first.
struct ImageDue
{
    ImageRef image;
    QList<DueReason> reasons; ///< empty: it is built already
    qint64 expectedMs = 0;    ///< as long as it took before; 0: nobody knows
    int expectedFrom = 0;     ///< builds that says
    bool operator==(const ImageDue&) const = default;
};

/// What moving an image's lock changes; of packages only.
struct LockMoved
{
    ImageRef image;
    QList<ImageDifference> changes; ///< empty: nothing moved
    bool written = false;
    bool operator==(const LockMoved&) const = default;
};

/// What came out of building it twice.
struct ImageProved
{
    ImageRecord image;
    QList<ImageDifference> differences; ///< members of its layer; empty: the same bytes
    bool operator==(const ImageProved&) const = default;
};

struct ImagesCompared
{
    ImageDiff diff;
    bool operator==(const ImagesCompared&) const = default;
};

struct StoreVerified
{
    StoreCheck check;
    bool operator==(const StoreVerified&) const = default;
};

struct ImagesPruned
{
    Pruning pruning;
    bool operator==(const ImagesPruned&) const = default;
};

struct ImageExported
{
    ImageRecord image;
    QStringList files;
    qint64 bytes = 0;
    bool operator==(const ImageExported&) const = default;
};

struct ImageImported
{
    ImageRecord image;
    bool operator==(const ImageImported&) const = default;
};

struct PaperMade
{
    ImageRef image;
    PaperKind paper = PaperKind::Spdx;
    QByteArray text;
    bool operator==(const PaperMade&) const = default;
};

struct ImageSigned
{
    ImageRef image;
    QString signer;      ///< as the key calls itself: its comment
    QString fingerprint; ///< "SHA256:…"
    bool operator==(const ImageSigned&) const = default;
};

/// One of an image's tests, passed.
struct TestRun
{
    QString name;
    qint64 ms = 0;
    bool operator==(const TestRun&) const = default;
};

/// A node of the image booted, served and passed its tests: it may become a version. What did not is an error.
struct ImageTried
{
    ImageRecord image;
    QList<TestRun> tests;
    bool operator==(const ImageTried&) const = default;
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

/// The warnings of its plan a person accepted by name.
struct WarningsAccepted
{
    QStringList codes;
    QString person;
    bool operator==(const WarningsAccepted&) const = default;
};

/// This operation holds the lease from here on.
struct LeaseTaken
{
    QString holder;  ///< "mina@laptop"
    QDateTime since; ///< UTC, by the clock of the host that keeps the lease
    QDateTime until; ///< renewed long before
    QString from;    ///< whose it was; empty: nobody's
    QString reason;  ///< of a takeover
    bool operator==(const LeaseTaken&) const = default;
};

/// A person told the deployment something; told within 250 ms, obeyed or refused.
struct Controlled
{
    Command command = Command::RollBack;
    QString person; ///< user@host
    int seconds = 0;
    std::optional<Error> refused;
    bool operator==(const Controlled&) const = default;
};

/// It stands still before this step, or in it, until Continued.
struct Paused
{
    int step = 0;
    bool operator==(const Paused&) const = default;
};
struct Continued
{
    int step = 0;
    bool operator==(const Continued&) const = default;
};

/// A hand changed the balancer's configuration while the deployment was under way: each edit is told once.
struct ConfigEdited
{
    QString balancer;
    QList<ConfigEdit> edits; ///< those its plan did not know of
    bool operator==(const ConfigEdited&) const = default;
};

/// What the drain waits for.
struct DrainSeen
{
    QList<DrainingNode> nodes; ///< of blue, those with the most open first
    int secondsLeft = 0;       ///< until a person must decide
    bool operator==(const DrainSeen&) const = default;
};

/// Where the gates stand.
struct GatesSeen
{
    QList<GateReading> gates;
    bool operator==(const GatesSeen&) const = default;
};

struct OpenDeploymentsSeen
{
    QList<OpenDeployment> open;
    bool operator==(const OpenDeploymentsSeen&) const = default;
};

struct OrphansSeen
{
    QList<Orphan> orphans;
    bool operator==(const OrphansSeen&) const = default;
};

struct ReportMade
{
    DeploymentReport report;
    bool operator==(const ReportMade&) const = default;
};

/// One event of another operation, as the journal has it: eventFromJson().
struct Recorded
{
    QJsonObject event;
    bool operator==(const Recorded&) const = default;
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
                 StepBegun, StepDone, StepFailed, RollingBack, TrafficCounted, WarningsAccepted, LeaseTaken, Controlled,
                 Paused, Continued, ConfigEdited, DrainSeen, GatesSeen, OpenDeploymentsSeen, OrphansSeen, ReportMade,
                 Recorded, HistoryListed, NodesCompared, DriftHistoryRead, ScansDue, QuestionAsked, QuestionClosed,
                 ImageDue, LockMoved, ImageProved, ImagesCompared, StoreVerified, ImagesPruned, ImageExported,
                 ImageImported, PaperMade, ImageSigned, ImageTried, Finished>;

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
