// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/build_hosts.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

/// Also another process may have been killed since this one began. Proving boots nothing.
Task<Done> sweptFor(OperationPtr operation, BuildIntent intent)
{
    ImageBuilder& builder = operation->rooms().builder;
    return intent.prove ? builder.sweepFolders() : builder.sweep(operation->context());
}

/// Null: this machine.
Result<std::shared_ptr<TierRunner>> runnerFor(const OperationPtr& operation, const QString& host)
{
    if (host.isEmpty())
        return std::shared_ptr<TierRunner>();
    BuildHosts& hosts = *operation->rooms().buildHosts;
    auto runner = hosts.runner(host, operation->blueprint());
    for (const QString& note : hosts.takeNotes())
        operation->voice()(LogLine{host, note});
    return runner;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, BuildIntent intent)
{
    const Result<Done> swept = co_await sweptFor(operation, intent);
    if (!swept)
        co_return endedBy(swept, Safety::StoreAsBefore);
    if (intent.prove) {
        const Result<bool> same = co_await operation->rooms().builder.prove(operation->blueprint(), intent.image,
                                                                            operation->voice(), operation->context());
        Finished finished = endedBy(same, Safety::StoreAsBefore, Safety::StoreAsBefore);
        if (same && !*same)
            finished.outcome = OutcomeKind::Differences;
        co_return finished;
    }
    const Result<std::shared_ptr<TierRunner>> runner = runnerFor(operation, intent.host);
    if (!runner)
        co_return endedBy(runner, Safety::StoreAsBefore);
    const BuildOrder order{intent.image, intent.fromScratch, intent.keepFailed, *runner};
    const Result<ImageBuilder::Built> built = co_await operation->rooms().builder.build(
        operation->blueprint(), order, operation->voice(), operation->context());
    co_return endedBy(built, Safety::StoreAsBefore);
}

} // namespace snowmelt
