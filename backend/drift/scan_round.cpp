// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scan_round.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace snowmelt {

namespace {

struct Shared
{
    ScanRound round;
    qsizetype next = 0;
};

/// Takes one node after the other until none is left.
QCoro::Task<> work(std::shared_ptr<Shared> shared)
{
    while (shared->next < shared->round.nodes.size()) {
        const NodeFacts node = shared->round.nodes.at(shared->next++);
        shared->round.begun(node);
        Task<DriftReport> scanning = shared->round.scan(node);
        const Result<DriftReport> scanned = co_await scanning;
        shared->round.ended(node, scanned);
    }
}

} // namespace

QCoro::Task<> scanAll(ScanRound round)
{
    const auto shared = std::make_shared<Shared>();
    shared->round = std::move(round);
    std::vector<QCoro::Task<>> workers;
    for (qsizetype i = 0; i < std::min(shared->round.atOnce, shared->round.nodes.size()); ++i)
        workers.push_back(work(shared));
    for (QCoro::Task<>& worker : workers)
        co_await worker;
}

} // namespace snowmelt
