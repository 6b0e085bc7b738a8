// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/domain/blueprint/volumes.h"
#include "models/domain/planning/many_machines.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"
#include "ui/shell/dialogs/confirm_dialog.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class Questions
{
    Q_DECLARE_TR_FUNCTIONS(Questions)

public:
    static Question up(const FleetDocument& document);
    static Question down(const FleetDocument& document);
    static Question cancel();
};

Question Questions::up(const FleetDocument& document)
{
    const QString fleet = document.blueprint().name;
    const qint64 missing = missingMachines(document.blueprint(), document.fleet());
    return {QStringLiteral("upDialog"),
            tr("Bring %1 up").arg(fleet),
            tr("What runs already stays as it is; only what is missing is made."),
            {tr("Build the images that groups refer to and that are missing"),
             tr("Create and start databases, nodes and balancers that are missing"),
             tr("Wait until everything is healthy")},
            isMany(missing) ? manyMachinesText(fleet, missing) : QString(),
            tr("Bring &up"),
            {}};
}

Question Questions::down(const FleetDocument& document)
{
    const bool endsVolumes = volumesEndWithFleet(document.blueprint());
    Question question{
        QStringLiteral("downDialog"),
        tr("Take %1 down").arg(document.blueprint().name),
        tr("All nodes of this fleet end, and its service with them. Nothing of other fleets is touched."),
        {tr("Stop and remove %n server(s)", nullptr, serverCount(document.fleet())), tr("Remove the network")},
        endsVolumes ? tr("The blueprint discards the volumes: the databases’ data is lost for good.") : QString(),
        tr("Take &down"),
        endsVolumes ? QString() : tr("Remove the &volumes too: the databases’ data is lost for good")};
    if (endsVolumes)
        question.steps += tr("Remove the volumes");
    return question;
}

Question Questions::cancel()
{
    return {QStringLiteral("cancelDialog"),
            tr("Cancel the deployment"),
            tr("The step under way is stopped and undone; the old nodes (blue) serve everything."),
            {tr("Stop the step under way"), tr("Blue takes all traffic"), tr("Green is removed")},
            {},
            tr("&Cancel the deployment"),
            {}};
}

} // namespace

Question upQuestion(const FleetDocument& document)
{
    return Questions::up(document);
}

Question downQuestion(const FleetDocument& document)
{
    return Questions::down(document);
}

Question cancelDeploymentQuestion(const FleetDocument&)
{
    return Questions::cancel();
}

} // namespace snowmelt
