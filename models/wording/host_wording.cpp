// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/host_wording.h"

#include "models/domain/code_names.h"
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace snowmelt {

namespace {

class HostWording
{
    Q_DECLARE_TR_FUNCTIONS(HostWording)

public:
    static QString notLooked() { return tr("not looked at yet"); }
    static QString reached() { return tr("reached"); }
    static QString silent() { return tr("does not answer"); }
    static QString count(const QString& reached, const QString& all)
    {
        return tr("%1 of %2 reached").arg(reached, all);
    }
};

} // namespace

QString standingText(const NodeState& node)
{
    switch (standingOf(node)) {
    case HostStanding::NotLooked:
        return HostWording::notLooked();
    case HostStanding::Reached:
        return HostWording::reached();
    case HostStanding::Silent:
        return HostWording::silent();
    case HostStanding::Unknown:
    case HostStanding::Judged:
        break;
    }
    return healthText(node.health);
}

QString standingReasonText(const NodeState& node)
{
    const HostStanding standing = standingOf(node);
    const bool saidAlready =
        standing == HostStanding::Reached || standing == HostStanding::NotLooked ||
        (standing == HostStanding::Silent && node.healthReason == codeName(ErrorCode::SshUnreachable));
    return saidAlready ? QString() : healthReasonText(node.healthReason);
}

QString standingWithReason(const NodeState& node)
{
    const QString reason = standingReasonText(node);
    return reason.isEmpty() ? standingText(node) : QString(standingText(node) + u": " + reason);
}

QString notLookedText()
{
    return HostWording::notLooked();
}

QString reachedText()
{
    return HostWording::reached();
}

QString reachedCountText(int reached, int all)
{
    const QLocale locale;
    return HostWording::count(locale.toString(reached), locale.toString(all));
}

} // namespace snowmelt
