// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/look_keeping.h"
#include "backend/drift/probe_run.h"
#include "models/domain/drift/compare.h"

#include <memory>

namespace snowmelt {

/// What the image a node was born from holds. Blocking: asked in the pool.
class BirthImage
{
public:
    virtual ~BirthImage() = default;
    virtual Result<Inventory> inventory() const = 0;
    virtual Result<QByteArray> readFile(const QByteArray& path, qint64 limit) const = 0;
};

/// One scan.
struct NodeScan
{
    NodeFacts node;
    std::shared_ptr<const BirthImage> image;
    QSet<int> ports;           ///< TCP ports the blueprint lets it listen on
    QByteArray root = "/";     ///< where files are looked at
    QList<IgnoreRule> rules{}; ///< of the blueprint, judge/judged.h
    HashPlace hashes{};
    LookKeeping keeping{}; ///< of what the image holds too; no secret is among it that needs the salt
};

using BaselinePtr = std::shared_ptr<const Baseline>;

Task<BaselinePtr> loadBaseline(NodeScan scan);
/// ProbeUnreadable when the answer has nothing of the probe in it.
Task<FactsPtr> probeNode(Exec* exec, NodeScan scan, BaselinePtr baseline, CallContext context);
/// Compares in the pool, hides what rules hide on the day of the scan, and fetches the texts of small changed files; a
/// text that cannot be had is left empty.
Task<DriftReport> compareNode(Exec* exec, NodeScan scan, BaselinePtr baseline, FactsPtr facts, CallContext context);

} // namespace snowmelt
