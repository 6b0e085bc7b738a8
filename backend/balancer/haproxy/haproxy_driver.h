// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "backend/balancer/haproxy/haproxy_paths.h"

#include <QByteArrayList>

namespace snowmelt {

/// HAProxy 2.6 through its runtime socket, reached by socat on the balancer's node. docs/BALANCER.md says which
/// commands are sent and why.
///
/// Errors besides those of Exec: BalancerSocketGone (no socket, or nobody answers on it), BalancerRefused (a command
/// was answered with a complaint, or was not obeyed), BalancerConfigRejected (`haproxy -c` said no; detail has its
/// lines), FileUnwritable, FileUnreadable, ToolMissing (no socat), TimedOut (a check that does not end).
class HaproxyDriver final : public BalancerDriver
{
public:
    /// `exec` must outlive the driver.
    explicit HaproxyDriver(Exec* exec, HaproxyPaths paths = {});

    QByteArray renderConfig(const BalancerConfig& config) const override;
    QByteArray configPath() const override;

    Task<BalancerReading> read(NodeFacts balancer, CallContext context) override;
    Task<QList<OpenSession>> sessions(NodeFacts balancer, QString group, CallContext context) override;
    Task<QStringList> lacking(NodeFacts balancer, CallContext context) override;
    Task<Done> admit(NodeFacts balancer, QString group, SlotPlacement placement, CallContext context) override;
    Task<Done> setMode(NodeFacts balancer, QString group, QString slot, SlotMode mode, CallContext context) override;
    /// Where the order turns from giving traffic to taking it away, the slots that got it are seen up first: when they
    /// are not, nothing is taken away.
    Task<Done> setModes(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context) override;
    Task<Done> writeConfig(NodeFacts balancer, BalancerConfig config, CallContext context) override;
    Task<BalancerConfig> readConfig(NodeFacts balancer, CallContext context) override;
    QString stateFile(const BalancerConfig& config, const QString& group) const override;
    Task<std::optional<ServingSlots>> readStateFile(NodeFacts balancer, QString path, QString group,
                                                    CallContext context) override;

private:
    /// One answer for each command, as they came.
    Task<QList<QByteArray>> ask(NodeFacts balancer, QByteArrayList commands, CallContext context);
    /// The same, and each must be accepted.
    Task<Done> command(NodeFacts balancer, QByteArrayList commands, CallContext context);
    Task<Done> setRun(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context);
    Task<Done> awaitNoCheck(NodeFacts balancer, QString group, QString slot, CallContext context);
    /// Nothing when there is no such file.
    Task<std::optional<QByteArray>> fileText(NodeFacts balancer, QByteArray path, CallContext context);
    QByteArray textFor(const BalancerConfig& config) const;

    Exec* m_exec;
    HaproxyPaths m_paths;
};

} // namespace snowmelt
