// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/open_questions.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/event.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace snowmelt {

/// What a scan has found so far.
struct ScanTally
{
    int nodes = 0;       ///< scanned
    int drifted = 0;     ///< of them, with differences
    int differences = 0; ///< on all of them
    int unseen = 0;      ///< nodes that could not be seen, or not all of them
    int hidden = 0;      ///< differences that rules hide, on all of them
    bool operator==(const ScanTally&) const = default;
};

/// What came of building images twice.
struct ProofTally
{
    int images = 0;    ///< built twice
    int different = 0; ///< of them, those that came out otherwise
    bool operator==(const ProofTally&) const = default;
};

/// What an operation's log shows: what programs said, and what came of it.
using LogEntry = std::variant<LogLine, ImageDue, ImageBuilt, ImageProved, ImageTried, StoreVerified, ImagesPruned>;

/// One operation as events have told it so far.
struct OperationState
{
    OperationId id;
    QString verb;
    QString subject;
    QDateTime startedAt;
    std::optional<Progress> progress; ///< the latest
    QList<LogEntry> log;              ///< the last 5,000
    std::optional<ScanTally> tally;   ///< of a scan
    std::optional<ProofTally> proof;  ///< of a build that proves
    std::optional<Plan> plan;         ///< the latest it made
    std::optional<RollingBack> rollingBack;
    std::optional<Finished> finished;
    bool cancelAsked = false;
    int questions = 0; ///< that wait for a person
    bool running() const { return !finished.has_value(); }
};

/// From when to when a step went on, UTC. `to` is null while it does; one that was left has the time it was left at.
struct StepTimes
{
    QDateTime from;
    QDateTime to;
    bool operator==(const StepTimes&) const = default;
};

/// What a person told a deployment, and when it was heard.
struct HeardCommand
{
    QDateTime at; ///< UTC
    Controlled told;
    bool operator==(const HeardCommand&) const = default;
};

/// What a hand wrote into the balancer's configuration meanwhile.
struct HeardEdit
{
    QDateTime at; ///< UTC
    ConfigEdited told;
    bool operator==(const HeardEdit&) const = default;
};

/// Traffic at one moment of a deployment.
struct TrafficSample
{
    QDateTime at; ///< UTC
    TrafficCounted traffic;
};

/// The deployment under way or just ended.
struct DeploymentState
{
    OperationId operation;
    QString verb; ///< "swap", "rebirth" or "resume"
    Plan plan;
    QDateTime startedAt;          ///< UTC, as all times here
    int current = -1;             ///< step under way; -1: not begun
    QMap<int, StepTimes> stepped; ///< those begun
    QMap<int, StepDone> done;
    std::optional<StepFailed> failed;
    std::optional<RollingBack> rollingBack;
    QDateTime rolledBackAt;          ///< null: it did not turn round
    std::optional<Progress> waiting; ///< why it waits
    QDateTime bakeUntil;             ///< while green is watched: then blue is retired. Null while paused
    TrafficCounted traffic;
    QList<TrafficSample> samples; ///< one a second, the last hour
    QDateTime pausedAt;           ///< while it stands still
    bool aborting = false;
    std::optional<DrainSeen> drain; ///< while blue drains
    QDateTime drainUntil;           ///< while blue drains: then a person must decide. Null while paused
    std::optional<GatesSeen> gates; ///< once green serves
    QList<HeardCommand> asked;      ///< what people told it, obeyed or refused
    QList<HeardEdit> edited;
    std::optional<LeaseTaken> lease;
    std::optional<Finished> finished;
    QDateTime endedAt;

    bool running() const { return !finished.has_value(); }
    bool paused() const { return pausedAt.isValid(); }
    ControlState control() const;
    bool canRollBack() const; ///< before the point of no return and not turning round already
};

/// The open fleet: its blueprint and everything events have told. The views' single source. GUI thread.
class FleetDocument : public QObject
{
    Q_OBJECT
public:
    explicit FleetDocument(QObject* parent = nullptr);

    bool isOpen() const;
    const Blueprint& blueprint() const;
    bool isEdited() const;           ///< the blueprint is not on disk yet, so nothing may act by it
    const FleetState& fleet() const; ///< default-made until the first FleetObserved
    const DriftReport* drift(const QString& node) const;
    const QMap<QString, DriftReport>& driftReports() const; ///< all of them, by node
    /// Why the last scan could not reach the node at all; null: it could, or was never asked to. An older report may
    /// stand.
    const Error* unscanned(const QString& node) const;
    /// When each node is scanned next by itself; empty: none is.
    const QList<ScanDue>& scansDue() const;
    int scanSeconds() const; ///< how often each node is scanned by itself; 0: never
    /// What differs among nodes, as told last, by what was asked for: subjectOf(DiffIntent). Null: never compared.
    const GroupDrift* groupDrift(const QString& subject) const;
    const QList<ImageRecord>& images() const;
    const QList<HistoryEntry>& history() const;
    const QList<OpenDeployment>& openDeployments() const; ///< those nobody works on
    const QList<Orphan>& orphans() const;                 ///< as last asked for
    const QList<OpenQuestion>& questions() const;         ///< what waits for a person, the oldest first
    /// Oldest first. What the window asks for itself (watch, images, history, plan) is here only once it failed.
    const QList<OperationState>& operations() const;
    const OperationState* operation(const OperationId& id) const; ///< also quiet ones while they run
    /// Of the selected group or of the selected node's; else the one begun last. Null: none since the document was
    /// opened.
    const DeploymentState* deployment() const;
    const DeploymentState* deploymentOf(const QString& group) const;
    const QList<DeploymentState>& deployments() const; ///< the last of each group, in the order they began
    QString selection() const; ///< id of a part: node, group, balancer or database name, "clients"; empty: none

    void open(const Blueprint& blueprint); ///< forgets everything of the last one
    /// The same fleet by another blueprint: everything told so far stays. `edited`: it is not what is on disk.
    void setBlueprint(const Blueprint& blueprint, bool edited);
    void apply(const Event& event); ///< ignored unless its operation's Started was applied since open()
    void setScanSeconds(int seconds);
    void noteCancelAsked(const OperationId& id);
    void setSelection(const QString& part);

Q_SIGNALS:
    void opened();
    void fleetChanged(); ///< what is there or what is wanted
    void driftChanged(const QString& node);
    void scansDueChanged();
    void groupDriftChanged(const QString& subject);
    void imagesChanged();
    void historyChanged();
    void openDeploymentsChanged();
    void questionsChanged();
    void driftHistoryRead(const snowmelt::OperationId& id, const snowmelt::DriftHistory& history);
    void imagesCompared(const snowmelt::OperationId& id, const snowmelt::ImageDiff& diff);
    void storeVerified(const snowmelt::OperationId& id, const snowmelt::StoreCheck& check);
    void imagesPruned(const snowmelt::OperationId& id,
                      const snowmelt::Pruning& pruning); ///< also when it only looked
    void reportMade(const snowmelt::OperationId& id, const snowmelt::DeploymentReport& report);
    void recorded(const snowmelt::OperationId& id, const snowmelt::Event& event); ///< of "replay"
    void recordUnreadable(const snowmelt::OperationId& id); ///< the same: a newer Snowmelt's, or damaged
    void planMade(const snowmelt::OperationId& id,
                  const snowmelt::Plan& plan); ///< also of "plan", which executes nothing
    void operationFinished(const snowmelt::OperationId& id, const snowmelt::Finished& finished); ///< quiet ones too
    void operationAdded(const snowmelt::OperationId& id);
    void operationChanged(const snowmelt::OperationId& id);
    void deploymentChanged();
    void selectionChanged(const QString& part);

private:
    struct Private;
    std::unique_ptr<Private> d;

public:
    ~FleetDocument() override;
};

} // namespace snowmelt
