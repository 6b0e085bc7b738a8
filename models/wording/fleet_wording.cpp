// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class FleetWording
{
    Q_DECLARE_TR_FUNCTIONS(FleetWording)

public:
    static QString of(Health health);
    static QString of(Lifecycle lifecycle);
    static QString of(Role role);
    static QString of(Side side);
    static QString of(Tier tier);
};

QString FleetWording::of(Health health)
{
    switch (health) {
    case Health::Unknown:
        return tr("unknown");
    case Health::Healthy:
        return tr("healthy");
    case Health::Degraded:
        return tr("degraded");
    case Health::Draining:
        return tr("draining");
    case Health::Down:
        return tr("down");
    }
    return {};
}

QString FleetWording::of(Lifecycle lifecycle)
{
    switch (lifecycle) {
    case Lifecycle::Absent:
        return tr("does not exist");
    case Lifecycle::Created:
        return tr("created, not started");
    case Lifecycle::Running:
        return tr("running");
    case Lifecycle::Stopped:
        return tr("stopped");
    }
    return {};
}

QString FleetWording::of(Role role)
{
    switch (role) {
    case Role::Node:
        return tr("Node");
    case Role::Balancer:
        return tr("Balancer");
    case Role::Database:
        return tr("Database");
    }
    return {};
}

QString FleetWording::of(Side side)
{
    switch (side) {
    case Side::None:
        return {};
    case Side::Blue:
        return tr("blue");
    case Side::Green:
        return tr("green");
    }
    return {};
}

QString FleetWording::of(Tier tier)
{
    switch (tier) {
    case Tier::Os:
        return tr("OS");
    case Tier::Foundation:
        return tr("Foundation");
    case Tier::Immutable:
        return tr("Immutable");
    }
    return {};
}

} // namespace

QString healthText(Health health)
{
    return FleetWording::of(health);
}

QString lifecycleText(Lifecycle lifecycle)
{
    return FleetWording::of(lifecycle);
}

QString roleText(Role role)
{
    return FleetWording::of(role);
}

QString sideText(Side side)
{
    return FleetWording::of(side);
}

QString tierText(Tier tier)
{
    return FleetWording::of(tier);
}

} // namespace snowmelt
