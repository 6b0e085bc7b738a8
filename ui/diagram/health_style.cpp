// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/health_style.h"

namespace snowmelt {

namespace {

QPen pen(const QColor& color, double width, const QList<qreal>& dashes = {})
{
    QPen result(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!dashes.isEmpty())
        result.setDashPattern(dashes);
    return result;
}

} // namespace

HealthStyle healthStyle(Health health, const Theme& theme)
{
    switch (health) {
    case Health::Healthy:
        return {QStringLiteral("health-healthy"), {theme.sub, theme.panel}, pen(theme.control, 1), theme.panel};
    case Health::Degraded:
        return {QStringLiteral("health-degraded"), {theme.amber, theme.panel}, pen(theme.amber, 3), theme.amberTint};
    case Health::Down:
        return {QStringLiteral("health-down"), {theme.red, theme.redTint}, pen(theme.red, 2), theme.redTint, true};
    case Health::Draining:
        return {QStringLiteral("health-draining"),
                {theme.sub, theme.panel},
                pen(theme.sub, 1.8, {3.4, 2.2}),
                theme.panel,
                false,
                true};
    case Health::Unknown:
        break;
    }
    return {QStringLiteral("health-unknown"), {theme.sub, theme.panel}, pen(theme.sub, 1.6, {1, 2}), theme.panel};
}

HealthStyle reachedStyle(const Theme& theme)
{
    return {QStringLiteral("reached"), {theme.sub, theme.panel}, pen(theme.control, 1), theme.panel};
}

HealthStyle plannedStyle(const Theme& theme)
{
    return {QStringLiteral("planned"), {theme.faint, theme.canvas}, pen(theme.control, 1.4, {1, 2.4}), Qt::transparent};
}

QIcon healthIcon(Health health, const Theme& theme)
{
    const HealthStyle style = healthStyle(health, theme);
    return themeIcon(style.icon, style.ink, theme.control);
}

QColor sideColor(Side side, const Theme& theme)
{
    return side == Side::Blue ? theme.blue : side == Side::Green ? theme.green : theme.sub;
}

QColor sideTint(Side side, const Theme& theme)
{
    return side == Side::Blue ? theme.blueTint : side == Side::Green ? theme.greenTint : theme.group;
}

} // namespace snowmelt
