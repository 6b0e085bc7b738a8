// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

#include <QElapsedTimer>

#include <memory>

namespace snowmelt::bench {

/// Another driver's calls as they are, and how long both sides might take traffic.
class TimedDriver final : public BalancerDriver
{
public:
    explicit TimedDriver(std::unique_ptr<BalancerDriver> driver) : m_driver(std::move(driver)) {}

    void reset() { m_since.invalidate(); }
    /// From the first order that slots be ready until the answer that slots drain; after reset().
    qint64 windowMs() const { return m_window; }

    QByteArray renderConfig(const BalancerConfig& config) const override { return m_driver->renderConfig(config); }
    QByteArray configPath() const override { return m_driver->configPath(); }
    Task<BalancerReading> read(NodeFacts balancer, CallContext context) override
    {
        return m_driver->read(balancer, context);
    }
    Task<QList<OpenSession>> sessions(NodeFacts balancer, QString group, CallContext context) override
    {
        return m_driver->sessions(balancer, group, context);
    }
    Task<QStringList> lacking(NodeFacts balancer, CallContext context) override
    {
        return m_driver->lacking(balancer, context);
    }
    Task<Done> admit(NodeFacts balancer, QString group, SlotPlacement placement, CallContext context) override
    {
        return m_driver->admit(balancer, group, placement, context);
    }
    Task<Done> setMode(NodeFacts balancer, QString group, QString slot, SlotMode mode, CallContext context) override
    {
        return m_driver->setMode(balancer, group, slot, mode, context);
    }
    Task<Done> setModes(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context) override;
    Task<Done> writeConfig(NodeFacts balancer, BalancerConfig config, CallContext context) override
    {
        return m_driver->writeConfig(balancer, config, context);
    }
    Task<BalancerConfig> readConfig(NodeFacts balancer, CallContext context) override
    {
        return m_driver->readConfig(balancer, context);
    }
    QString stateFile(const BalancerConfig& config, const QString& group) const override
    {
        return m_driver->stateFile(config, group);
    }
    Task<std::optional<ServingSlots>> readStateFile(NodeFacts balancer, QString path, QString group,
                                                    CallContext context) override
    {
        return m_driver->readStateFile(balancer, path, group, context);
    }

private:
    std::unique_ptr<BalancerDriver> m_driver;
    QElapsedTimer m_since;
    qint64 m_window = 0;
};

} // namespace snowmelt::bench
