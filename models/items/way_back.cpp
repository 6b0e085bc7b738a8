// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/way_back.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

class WayBackWords
{
    Q_DECLARE_TR_FUNCTIONS(WayBackWords)

public:
    static WayBack notNeeded()
    {
        return say(WayBackKind::NotNeeded, tr("nothing to take back"), tr("Blue serves everything, untouched."));
    }
    static WayBack atOnce(const DeploymentState& deployment);
    static WayBack onItsWay(const RollingBack& back)
    {
        return say(WayBackKind::OnItsWay, tr("on its way"), sentence(back));
    }
    static WayBack newDeployment(const Plan& plan);
    static WayBack back(const QString& safe) { return say(WayBackKind::Back, tr("not needed"), safe); }
    static WayBack undecided(const QString& safe) { return say(WayBackKind::Undecided, tr("for you to decide"), safe); }
    static QString blue(const PlannedNode& node);

private:
    static WayBack say(WayBackKind kind, const QString& speed, const QString& detail)
    {
        WayBack way;
        way.kind = kind;
        way.speed = speed;
        way.detail = detail;
        return way;
    }
    static QString thenSentence(const DeploymentState& deployment);
};

QString WayBackWords::thenSentence(const DeploymentState& deployment)
{
    if (deployment.paused())
        return tr("It is paused: blue stays warm until someone says continue.");
    if (deployment.bakeUntil.isValid())
        return tr("At %1 blue is retired; from then on it takes a new deployment.")
            .arg(clockSeconds(deployment.bakeUntil));
    const int bake = deployment.plan.bakeSeconds;
    if (bake > 0)
        return tr("Blue is retired once it has drained and green was watched for %1.").arg(durationText(bake * 1000LL));
    return tr("Blue is retired as soon as it has drained.");
}

WayBack WayBackWords::atOnce(const DeploymentState& deployment)
{
    const QString speed = deployment.bakeUntil.isValid()
                              ? tr("under 1 s, until %1").arg(clockSeconds(deployment.bakeUntil))
                              : tr("under 1 s, until blue is retired");
    return say(WayBackKind::AtOnce, speed, thenSentence(deployment));
}

WayBack WayBackWords::newDeployment(const Plan& plan)
{
    WayBack way = plan.from.isNull()
                      ? say(WayBackKind::NewDeployment, tr("a new deployment"),
                            tr("Blue is retired; its nodes were not all of one image."))
                      : say(WayBackKind::NewDeployment, tr("a new deployment of %1").arg(imageText(plan.from)),
                            tr("Blue is retired."));
    if (plan.strategy == Strategy::BlueGreen)
        way.to = plan.from;
    return way;
}

QString WayBackWords::blue(const PlannedNode& node)
{
    return node.digest.isNull() ? imageText(node.image)
                                : QString(imageText(node.image) + u" · " + node.digest.shortHex());
}

WayBack runningWay(const DeploymentState& deployment)
{
    if (deployment.rollingBack)
        return WayBackWords::onItsWay(*deployment.rollingBack);
    if (isPastNoReturn(deployment.plan, deployment.current))
        return WayBackWords::newDeployment(deployment.plan);
    return hasBegun(deployment, StepKind::MoveTraffic) ? WayBackWords::atOnce(deployment) : WayBackWords::notNeeded();
}

WayBack endedWay(const DeploymentState& deployment)
{
    const Safety safety = deployment.finished->safety;
    const QString safe = sentence(safety, deployment.plan);
    switch (safety) {
    case Safety::AsWanted:
    case Safety::GreenServesAlone:
        return WayBackWords::newDeployment(deployment.plan);
    case Safety::NothingTouched:
    case Safety::Unchanged:
    case Safety::BlueServes:
        return WayBackWords::back(safe);
    default:
        return WayBackWords::undecided(safe);
    }
}

/// Blue may be of several images, or of one version in several builds: each is named once.
QString blueText(const Plan& plan)
{
    QStringList texts;
    for (const PlannedNode& node : plan.blue) {
        const QString text = node.image.isNull() ? QString() : WayBackWords::blue(node);
        if (!text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

WayBack wayBackOf(const DeploymentState& deployment)
{
    WayBack way = deployment.running() ? runningWay(deployment) : endedWay(deployment);
    way.blue = blueText(deployment.plan);
    return way;
}

std::optional<TwoEnvironments> costOf(const DeploymentState& deployment, const QDateTime& now)
{
    const Plan& plan = deployment.plan;
    const QDateTime made = deployment.stepped.value(stepOf(plan, StepKind::CreateNodes)).from;
    if (plan.prices.perNodeHour <= 0 || !made.isValid())
        return {};
    const double perHour = plan.prices.perNodeHour * double(plan.blue.size() + plan.green.size());
    const QDateTime until = deployment.endedAt.isValid() ? deployment.endedAt : now;
    const double hours = double(std::max<qint64>(0, made.msecsTo(until))) / 3'600'000.0;
    return TwoEnvironments{perHour * hours, perHour};
}

QString clockSeconds(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("HH:mm:ss")) : QString();
}

int stepOf(const Plan& plan, StepKind kind)
{
    const auto ofKind = [kind](const Step& step) { return step.kind == kind; };
    const auto found = std::find_if(plan.steps.cbegin(), plan.steps.cend(), ofKind);
    return found == plan.steps.cend() ? -1 : int(found - plan.steps.cbegin());
}

bool hasBegun(const DeploymentState& deployment, StepKind kind)
{
    const int step = stepOf(deployment.plan, kind);
    return step >= 0 && deployment.current >= step;
}

} // namespace snowmelt
