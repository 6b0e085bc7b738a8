// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/ssh/host_reach.h"
#include "backend/platform/ssh/host_routes.h"

#include <QMap>

#include <functional>

namespace snowmelt {

/// Hosts that are there already: Observe and Exec, and nothing else. They are reached as OpenSSH's client would reach
/// them, docs/SSH.md.
///
/// A host that answers runs; one that does not has NodeFacts::unseen, and is Stopped when nobody is there, Running when
/// somebody is who does not let us in. Scripts run as root where the login is root's or sudo allows it, else as whoever
/// logs in. Lives on the backend thread.
class SshPlatform : public Platform, private Observe, private Exec
{
    Q_OBJECT
public:
    /// `asker` outlives this.
    explicit SshPlatform(SshAsker* asker, HostTiming timing = {}, SshPerson person = thisPerson());

    /// Whose hosts a fleet's are. To be told before the fleet is asked about, and again whenever it may be another.
    void know(const FleetKey& fleet, const Blueprint& blueprint);

    using Choice = std::function<bool(const NodeFacts&)>;
    /// The list of somebody who begins something with some nodes: those are tried at once and asked about, in place of
    /// open() and list(). `chosen` judges by name, group and role. The others are told as they were seen last, and not
    /// reached.
    Task<QList<NodeFacts>> listChosen(FleetKey fleet, Choice chosen, CallContext context);

    QString kind() const override { return QStringLiteral("ssh"); }
    Task<Done> open(CallContext context) override;
    Task<Headroom> headroom(CallContext context) override;

    Observe* observe() override { return this; }
    Exec* exec() override { return this; }
    Provision* provision() override { return nullptr; }
    ImageImport* imageImport() override { return nullptr; }
    HttpProbe* httpProbe() override { return nullptr; }

    QStringList takeNotes(const FleetKey& fleet) override;
    void watch(FleetKey fleet) override { m_watched.insert(fleet.id); }
    void unwatch(FleetKey fleet) override { m_watched.remove(fleet.id); }

private:
    Task<QList<NodeFacts>> list(FleetKey fleet, CallContext context) override;
    std::chrono::seconds listLimit() const override;
    Task<ExecResult> exec(NodeFacts node, ExecRequest request, CallContext context) override;
    Task<QList<NodeFacts>> listReaching(FleetKey fleet, Choice chosen, bool forPerson, CallContext context);
    Task<ExecResult> run(QString key, SshRoute route, ExecRequest request, CallContext context);
    NodeFacts factsOf(const FleetKey& fleet, const GivenHost& host, const Result<SshRoute>& route) const;

    HostRoutes m_routes;
    HostReach m_reach;
    struct Fleet
    {
        Blueprint blueprint;
        QList<GivenHost> hosts;
    };
    QMap<QString, Fleet> m_fleets; ///< by id
    QSet<QString> m_watched;
    bool m_begun = false; ///< somebody began something, and has not had their list yet
};

} // namespace snowmelt
