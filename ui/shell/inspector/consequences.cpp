// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/consequences.h"

#include "models/document/fleet_document.h"
#include "models/items/way_back.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class Consequences
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)

public:
    static QString ended() { return tr("It has ended."); }
    static QString rollBack(bool moved)
    {
        return moved ? tr("Roll back: the traffic returns to blue at once, then green is removed.")
                     : tr("Roll back: blue goes on serving, green is removed.");
    }
    static QString pause()
    {
        return tr("Pause: finishes the act at hand, then stands still. No deadline runs meanwhile.");
    }
    static QString goOn() { return tr("Continue: goes on where it stands still."); }
    static QString extend() { return tr("Extend drain: gives blue’s sessions more time before you must decide."); }
    static QString abort()
    {
        return tr("Abort: stops where it stands. Blue and green stay as they are until you resume.");
    }
};

} // namespace

QString consequenceOf(Command command, const DeploymentState& deployment)
{
    switch (command) {
    case Command::RollBack:
        return Consequences::rollBack(hasBegun(deployment, StepKind::MoveTraffic));
    case Command::Pause:
        return Consequences::pause();
    case Command::Continue:
        return Consequences::goOn();
    case Command::Abort:
        return Consequences::abort();
    case Command::ExtendDrain:
        return Consequences::extend();
    }
    return {};
}

QString whyNotTold(Command command, const DeploymentState& deployment)
{
    if (!deployment.running())
        return Consequences::ended();
    const std::optional<Error> refused = refusal(command, deployment.plan, deployment.control());
    return refused ? sentence(*refused).what : QString();
}

} // namespace snowmelt
