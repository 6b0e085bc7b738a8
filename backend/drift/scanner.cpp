// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/scanner.h"

#include "backend/drift/node_scan.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/judge/judged.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

class StoredImage : public BirthImage
{
public:
    StoredImage(ImageStore store, Digest digest) : m_store(std::move(store)), m_digest(std::move(digest)) {}

    Result<Inventory> inventory() const override { return m_store.inventory(m_digest); }
    Result<QByteArray> readFile(const QByteArray& path, qint64 limit) const override
    {
        return m_store.readFile(m_digest, path, limit);
    }

private:
    ImageStore m_store;
    Digest m_digest;
};

const Balancer* balancerNamed(const Blueprint& blueprint, const QString& name)
{
    const auto found =
        std::ranges::find_if(blueprint.balancers, [&name](const Balancer& balancer) { return balancer.name == name; });
    return found == blueprint.balancers.end() ? nullptr : &*found;
}

QSet<int> portsOf(const Blueprint& blueprint, const NodeFacts& node)
{
    QSet<int> ports{22};
    if (const Group* group = blueprint.findGroup(node.group))
        ports.insert(group->port);
    if (const Balancer* balancer = balancerNamed(blueprint, node.group))
        ports.insert(balancer->listen);
    return ports;
}

BirthFile* birthFile(BirthParameters& birth, const QByteArray& path)
{
    const auto found = std::ranges::find(birth.files, path, &BirthFile::path);
    return found == birth.files.end() ? nullptr : &*found;
}

// A swap writes the balancer's configuration anew. It is as it should be when it is, byte for byte, what the driver
// writes for the placements in it; whether these are the right ones is the deployment's question, not the scan's.
Task<BaselinePtr> acceptOwnConfig(BalancerDriver* driver, NodeFacts node, BaselinePtr baseline, FactsPtr facts,
                                  CallContext context)
{
    auto expected = std::make_shared<Baseline>(*baseline);
    BirthFile* config = birthFile(expected->birth, driver->configPath());
    if (!config || config->sha256 == facts->files.value(config->path).sha256)
        co_return baseline;
    const Result<BalancerConfig> placements = co_await driver->readConfig(node, context);
    if (placements.cancelled())
        co_return Cancelled{};
    if (!placements.ok())
        co_return baseline; // not to be read: then it differs from what it was born with
    const QByteArray text = driver->renderConfig(*placements);
    config->sha256 = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    const BaselinePtr accepted = expected;
    co_return accepted;
}

} // namespace

Task<DriftReport> scanNode(std::shared_ptr<const FleetAccess> fleet, NodeFacts node, ImageStore store,
                           CallContext context, bool full, LookKeeping keeping)
{
    Exec* exec = fleet->platform->exec();
    if (!exec)
        co_return Error{ErrorCode::Unsupported, {QStringLiteral("scan"), fleet->platform->kind()}, {}};
    if (node.unseen)
        co_return *node.unseen;
    if (node.lifecycle != Lifecycle::Running)
        co_return Error{ErrorCode::NodeNotRunning, {node.name, codeName(node.lifecycle)}, {}};
    NodeScan scan;
    scan.node = node;
    scan.image = std::make_shared<StoredImage>(store, node.digest);
    scan.ports = portsOf(fleet->blueprint, node);
    scan.hashes = hashPlace(*fleet, node, full);
    scan.rules = ignoreRules(fleet->blueprint.drift);
    scan.keeping = keeping;
    Result<BaselinePtr> baseline = co_await loadBaseline(scan);
    if (!baseline.ok())
        co_return baseline.as<DriftReport>();
    const Result<FactsPtr> facts = co_await probeNode(exec, scan, *baseline, context);
    if (!facts.ok())
        co_return facts.as<DriftReport>();
    const Balancer* balancer = balancerNamed(fleet->blueprint, node.group);
    BalancerDriver* driver = balancer ? fleet->driverOf(*balancer) : nullptr;
    if (driver) {
        baseline = co_await acceptOwnConfig(driver, node, *baseline, *facts, context);
        if (!baseline.ok())
            co_return baseline.as<DriftReport>();
    }
    const Result<DriftReport> report = co_await compareNode(exec, scan, *baseline, *facts, context);
    co_return report;
}

} // namespace snowmelt
