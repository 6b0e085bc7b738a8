// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/platform/platform.h"
#include "models/domain/fleet.h"
#include "models/domain/planning/balancer_truth.h"

#include <QList>
#include <QStringList>

namespace snowmelt {

/// Where a slot stands towards new traffic. Free: points nowhere.
enum class SlotMode { Free, Maint, Drain, Ready };

/// One pre-declared place in a balancer's backend: "a1" … "aN", "b1" … "bN".
struct SlotState
{
    QString name;
    SlotMode mode = SlotMode::Free;
    QString address; ///< empty when free
    int port = 0;
    bool checkPassed = false; ///< the last check passed *and* is fresh since the slot got its address or left maint
    bool up = false;          ///< takes new traffic right now
    QString checkReason;      ///< "L4CON", "L7STS/503 …" verbatim
    int sessions = 0;         ///< open now (scur)
    int queued = 0;           ///< qcur
    int idleConnections = 0;  ///< srv_icur
    int usedConnections = 0;  ///< used_conn_cur
    int weight = 0;
    double requestRate = 0;
    qint64 requests = 0;
    qint64 failed = 0; ///< connection errors, broken answers and 5xx answers of this slot
    int meanMs = -1;   ///< mean response time of its last requests; -1: none yet, or not said
    std::optional<BalancerCheck>
        check{}; ///< nullopt in maint, where nothing is checked; `since` by the balancer's clock
    bool operator==(const SlotState&) const = default;
};

struct BackendState
{
    QString group;
    QList<SlotState> slots_;
    double requestRate = 0;
    qint64 requests = 0;
    qint64 failed = 0;
    int queued = 0;
    const SlotState* find(const QString& slot) const;
};

struct BalancerReading
{
    QString version;
    int pid = 0; ///< of the worker that answered
    double requestRate = 0;
    QList<BackendState> backends;
    QDateTime startedAt; ///< by the balancer's clock: when this worker began to count; null: not said
    QDateTime at;        ///< by the balancer's clock, whole seconds: when it answered; null: not said
    const BackendState* find(const QString& group) const;
};

/// The wanted truth of one group's slots, as written into the config.
struct SlotPlacement
{
    QString slot;
    QString address;
    int port = 0;
    SlotMode mode = SlotMode::Free;
    bool operator==(const SlotPlacement&) const = default;
};
struct BackendPlacement
{
    QString group;
    QString healthPath;
    int slotsPerSide = 0;
    QList<SlotPlacement> placements; ///< slots not named are free
    bool operator==(const BackendPlacement&) const = default;
};
struct BalancerConfig
{
    int listen = 0;
    QList<BackendPlacement> backends;
    /// Of the text that was read (its SHA-256, hex); writeConfig() refuses to replace another one. Empty: whatever is
    /// there is replaced.
    QByteArray revision{};
    /// What was read, so that writeConfig() keeps what is not the slots' in it. Empty: the file is written whole.
    QByteArray text{};
    QList<ConfigEdit> edits{}; ///< of what was read: lines that Snowmelt did not write
    bool operator==(const BalancerConfig& o) const { return listen == o.listen && backends == o.backends; }
};

/// One connection to a slot, as a drain waits for it.
struct OpenSession
{
    QString slot;
    int seconds = 0; ///< since it began
    bool webSocket = false;
    bool operator==(const OpenSession&) const = default;
};

/// Moves traffic. Every call asks the balancer afterwards and believes the answer; a command that was not obeyed is
/// BalancerRefused.
class BalancerDriver
{
public:
    virtual ~BalancerDriver() = default;

    /// The configuration text for this truth: what a node is born with, and what writeConfig() puts there.
    virtual QByteArray renderConfig(const BalancerConfig& config) const = 0;
    /// Where the text lives on the balancer's node.
    virtual QByteArray configPath() const = 0;

    virtual Task<BalancerReading> read(NodeFacts balancer, CallContext context) = 0;
    /// What the slots of this group have open, the oldest first. A connection kept open between two requests is none.
    virtual Task<QList<OpenSession>> sessions(NodeFacts balancer, QString group, CallContext context) = 0;
    /// Commands a deployment needs that this balancer does not take: an old version, or a socket of a lower level.
    virtual Task<QStringList> lacking(NodeFacts balancer, CallContext context) = 0;
    /// Point a free slot at an address and let it be checked without new traffic (maint → addr → drain).
    virtual Task<Done> admit(NodeFacts balancer, QString group, SlotPlacement placement, CallContext context) = 0;
    virtual Task<Done> setMode(NodeFacts balancer, QString group, QString slot, SlotMode mode, CallContext context) = 0;
    /// Several slots in one round trip, in the given order: the switch.
    virtual Task<Done> setModes(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context) = 0;
    /// Validates on the node, replaces the file atomically, keeps the running process: it is the next start's truth.
    /// BalancerConfigMoved {balancer} when the file is not the one of `config.revision` any more: two deployments of
    /// different groups, or a hand, write the same file. What a hand wrote besides the slots stays, unless the config's
    /// groups, port or health paths change: then the file is written whole.
    virtual Task<Done> writeConfig(NodeFacts balancer, BalancerConfig config, CallContext context) = 0;
    /// Reads the file on the node back into placements, to compare with the runtime.
    virtual Task<BalancerConfig> readConfig(NodeFacts balancer, CallContext context) = 0;
    /// The file that the next start of the balancer loads over this config for the group's slots; empty: none.
    virtual QString stateFile(const BalancerConfig& config, const QString& group) const = 0;
    /// Which slots of the group it makes serve; nothing when there is no such file.
    virtual Task<std::optional<ServingSlots>> readStateFile(NodeFacts balancer, QString path, QString group,
                                                            CallContext context) = 0;
};

} // namespace snowmelt
