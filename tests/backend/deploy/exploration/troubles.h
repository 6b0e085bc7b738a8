// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/backend/deploy/exploration/recipe.h"
#include "tests/backend/deploy/exploration/world_watch.h"

namespace snowmelt::test {

/// Makes a recipe's troubles befall a run, and keeps account of what they excuse.
class Troubles
{
public:
    Troubles(DeployRun* run, WorldWatch* watch) : m_run(run), m_watch(watch) {}

    /// At the next calls to the platform, counted from 1.
    void arrange(const QList<TroubleAt>& troubles);

    bool maySpoilTraffic() const { return m_spoilsTraffic; }
    /// Nothing that Snowmelt does brings this to an end: a node is dead, a session does not end.
    bool mayStayOpen() const { return m_staysOpen; }
    /// What a hand wrote beside the group's slots.
    const QByteArray& foreign() const { return m_foreign; }

private:
    void arrange(const TroubleAt& trouble);
    void fail(int call, bool afterAct);
    void silence(int call, bool afterAct);
    void cutNetwork(int call, int calls);
    void happen(int call, std::function<void()> what);
    std::function<void()> befalls(Trouble what);

    void pauseAndContinue();
    void restartBalancer();
    void edit(const std::function<void(QByteArray&)>& change);
    void editDisable();
    void editForeign();
    void kill(const PlannedNode& node);
    void sicken(const PlannedNode& node);
    void flap(const PlannedNode& node);
    void delayGreen();
    void linger();
    void openSession(qint64 ms);
    void excuse(const QString& node);

    DeployRun* m_run;
    WorldWatch* m_watch;
    QByteArray m_foreign;
    bool m_spoilsTraffic = false;
    bool m_staysOpen = false;
};

} // namespace snowmelt::test
