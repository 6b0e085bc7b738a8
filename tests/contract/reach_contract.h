// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/platform_contract.h"

namespace snowmelt::contract {

/// A platform with at least one node that runs, to be looked at and asked.
struct ReachSubject
{
    std::shared_ptr<Platform> platform;
    FleetKey fleet;
    QString node;                         ///< one that runs and can be stopped
    std::function<bool(bool)> setRunning; ///< stops it, or starts it again
    std::chrono::seconds bootLimit{60};
    std::function<void()> cleanUp; ///< whatever is left when the suite ends
};

/// The same platform, with the first of its nodes made.
ReachSubject reachSubjectOf(const PlatformSubject& subject);

/// Observe and Exec: the promises of backend/platform/platform.h that every platform makes, whoever made its nodes.
class ReachContract : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<ReachSubject()>;
    explicit ReachContract(Factory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void openingTwiceIsFine();
    void anotherFleetIsEmpty();
    void nodesAreListedInOrder();
    void aCancelledListIsCancelled();
    void aScriptRuns();
    void largeOutputIsCutAtItsLimit();
    void aCancelIsAcknowledged();
    void aDeadlineIsKept();
    void scriptsRunAtTheSameTime();
    void aStoppedNodeIsSeen();
    void aStoppedNodeRunsNoScript();
    void aStartedNodeAnswersAgain();

private:
    QList<NodeFacts> nodes();
    NodeFacts facts();
    Result<ExecResult> exec(const QByteArray& script, const CallContext& context = {});

    Factory m_factory;
    ReachSubject m_subject;
};

} // namespace snowmelt::contract
