// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/task.h"
#include "backend/platform/platform.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace snowmelt {

/// What is done to each of many nodes, some at once: a look that finds a `Found`.
template <typename Found>
struct ScanRound
{
    QList<NodeFacts> nodes;
    qsizetype atOnce = 16;
    std::function<Task<Found>(NodeFacts node)> scan;
    std::function<void(const NodeFacts& node)> begun;
    std::function<void(const NodeFacts& node, const Result<Found>& found)> ended;
};

namespace scan_round {

template <typename Found>
struct Shared
{
    ScanRound<Found> round;
    qsizetype next = 0;
};

/// Takes one node after the other until none is left.
template <typename Found>
QCoro::Task<> work(std::shared_ptr<Shared<Found>> shared)
{
    while (shared->next < shared->round.nodes.size()) {
        const NodeFacts node = shared->round.nodes.at(shared->next++);
        shared->round.begun(node);
        Task<Found> scanning = shared->round.scan(node);
        const Result<Found> found = co_await scanning;
        shared->round.ended(node, found);
    }
}

} // namespace scan_round

/// Scans all nodes, some at once, and tells each when it ends: one that hangs holds up nobody but itself.
template <typename Found>
QCoro::Task<> scanAll(ScanRound<Found> round)
{
    const auto shared = std::make_shared<scan_round::Shared<Found>>();
    shared->round = std::move(round);
    std::vector<QCoro::Task<>> workers;
    for (qsizetype i = 0; i < std::min(shared->round.atOnce, shared->round.nodes.size()); ++i)
        workers.push_back(scan_round::work(shared));
    for (QCoro::Task<>& worker : workers)
        co_await worker;
}

} // namespace snowmelt
