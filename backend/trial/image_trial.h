// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"
#include "backend/image/trial_gate.h"
#include "backend/trial/serving_wish.h"
#include "backend/trial/trial_mark.h"

namespace snowmelt {

/// How long a trial waits for anything. Tests make these short.
struct TrialTiming
{
    using ms = std::chrono::milliseconds;

    ms openLimit{60'000};
    ms callLimit{20'000};
    ms importLimit{600'000};
    ms nodeLimit{120'000};
    ms answerLimit{5'000}; ///< one question to a service of the node
    ms poll{20};
    ms glance{500};  ///< whether the node still runs, while it does not serve
    ms steady{1000}; ///< a node without ports serves when it has run so long
    std::chrono::seconds testLimit{120};
    ms cleanupLimit{60'000};
    std::chrono::seconds spare{120}; ///< a node whose Snowmelt died lives so much longer than all it is waited for
};

/// The trials of one build: a fleet of one node with addresses of its own, whose home is in the build's work folder.
class ImageTrial : public TrialGate
{
public:
    /// `platform` has every capability a trial takes, and outlives this.
    explicit ImageTrial(Platform* platform, TrialTiming timing = {}) : m_platform(platform), m_timing(timing) {}

    Task<Done> open(CallContext context) override;
    Task<Tried> tryOut(QString work, TrialCandidate candidate, ImageBuilder::Emit emit, CallContext context) override;
    Task<Done> settle(bool committed) override;

private:
    struct Case; ///< one tier's trial
    using CasePtr = std::shared_ptr<Case>;

    Task<Done> begin(QString work, CallContext context);
    Task<Done> bring(CasePtr tier);
    Task<Done> boot(CasePtr tier);
    Result<NodeSpec> specOf(const Case& tier) const;
    Task<qint64> awaitServing(CasePtr tier);
    Task<QString> look(CasePtr tier);
    Task<QList<TestRun>> runTests(CasePtr tier);
    Task<TestRun> runTest(CasePtr tier, RecipeTest test);
    Task<Done> judgeTest(CasePtr tier, RecipeTest test, Result<TestRun> run);
    Task<Done> judgeServices(CasePtr tier);
    Task<Tried> watch(CasePtr tier);
    Task<Done> neverServed(CasePtr tier, QString seconds, QString reason);
    Task<Done> glanceAt(CasePtr tier);
    Task<Done> endedEarly(CasePtr tier, QString what);
    Result<Done> note(const TrialMark& mark);
    FleetAccess access() const;
    Endpoint outside(const Case& tier, int port) const;

    Platform* m_platform = nullptr;
    TrialTiming m_timing;
    QString m_work; ///< empty: nothing was made yet
    TrialMark m_mark;
    FleetLease m_lease;
};

} // namespace snowmelt
