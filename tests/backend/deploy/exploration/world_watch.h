// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/backend/deploy/deploy_run.h"

#include <QSet>

namespace snowmelt::test {

/// Looks at the simulated world at every tick of its clock while a deployment runs on it, and remembers the first
/// promise that was broken:
///
///   serving   fewer nodes take new traffic than the plan says, less what a fault killed
///   sides     a node of blue and a node of green are missing at once
///   recorded  the world shows more than the journal says was begun
///   drained   the drain is over, or blue is retired, though somebody still uses it
///   noReturn  the deployment turned round though blue had been taken out of the config
class WorldWatch
{
public:
    explicit WorldWatch(DeployRun* run);

    void stop() { m_stopped = true; }
    /// A fault took this node: it need not serve any more.
    void excuse(const QString& node) { m_lost.insert(node); }
    const QSet<QString>& lost() const { return m_lost; }
    /// "serving: 2 of 3"; empty: every promise was kept.
    QString broken() const { return m_broken; }

    const QStringList& before() const { return m_before; } ///< the group's nodes when it began
    QStringList after() const;                             ///< when it is done

private:
    void look();
    void lookAtServing();
    void lookAtNodes();
    void lookAtConfig();
    void lookAtSessions();
    int sessionsOf(const QList<PlannedNode>& side);
    void require(bool kept, const QString& promise, const QString& what);
    bool hasBegun(StepKind kind) const;
    int planned() const;

    DeployRun* m_run;
    SimulatedWorld* m_world;
    QStringList m_before;
    QStringList m_there;
    QStringList m_green;
    QByteArray m_config;
    QSet<QString> m_lost;
    QSet<StepKind> m_drainedBefore; ///< steps at whose beginning blue was looked at
    QString m_broken;
    bool m_nodesChanged = true;
    bool m_blueForgotten = false;
    bool m_stopped = false;
};

} // namespace snowmelt::test
