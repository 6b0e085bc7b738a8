// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/attention.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/wording/access_wording.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/banner.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace snowmelt {

namespace {

/// What only the clock changes (a deadline passed, a pause grew long) is looked for this often.
constexpr int lookMs = 5000;

class CallWords
{
    Q_DECLARE_TR_FUNCTIONS(CallWords)

public:
    static QString overdue(const QString& group) { return tr("%1: blue has not drained in time").arg(group); }
    static QString overdueText() { return tr("Sessions are still open on blue. Extend the drain, or decide."); }
    static QString tripped(const QString& group) { return tr("%1: a gate tripped").arg(group); }
    static QString goingBack(const QString& group) { return tr("%1: the traffic goes back to blue").arg(group); }
    static QString paused(const QString& group) { return tr("%1 is still paused").arg(group); }
    static QString pausedText() { return tr("It stands still until someone says continue. Both sides cost."); }
    static QString open(const QString& group) { return tr("%1: a deployment was left open").arg(group); }
};

bool hasTripped(const DeploymentState& deployment)
{
    if (deployment.failed && deployment.failed->error.code == ErrorCode::GateTripped)
        return true;
    return deployment.gates && std::any_of(deployment.gates->gates.cbegin(), deployment.gates->gates.cend(),
                                           [](const GateReading& gate) { return gate.known && !gate.passes; });
}

/// A way back a person asked for needs nobody to be called.
bool turnedByItself(const DeploymentState& deployment)
{
    return deployment.rollingBack && deployment.rollingBack->reason == QStringLiteral("failed");
}

QString trippedText(const DeploymentState& deployment)
{
    QStringList texts;
    if (deployment.gates) {
        for (const GateReading& gate : deployment.gates->gates) {
            if (gate.known && !gate.passes)
                texts << sentence(gate);
        }
    }
    if (deployment.rollingBack)
        texts << sentence(*deployment.rollingBack);
    return sentences(texts);
}

} // namespace

std::optional<Need> needOf(const DeploymentState& deployment, const QDateTime& now)
{
    if (deployment.finished)
        return Need::Ended;
    if (turnedByItself(deployment))
        return hasTripped(deployment) ? Need::GateTripped : Need::RolledBack;
    if (deployment.paused() && deployment.pausedAt.secsTo(now) >= forgottenPauseSeconds)
        return Need::LongPaused;
    const bool overdue = deployment.drain && !deployment.paused() && deployment.drain->secondsLeft <= 0;
    return overdue ? std::optional(Need::DrainOverdue) : std::nullopt;
}

DesktopCall callOf(Need need, const DeploymentState& deployment)
{
    const QString group = deployment.plan.group;
    const BannerText banner = bannerText(deployment);
    DesktopCall call{deployment.operation + u'/' + QString::number(int(need)), group, {}, {}};
    switch (need) {
    case Need::DrainOverdue:
        call.title = CallWords::overdue(group);
        call.text = CallWords::overdueText();
        break;
    case Need::GateTripped:
        call.title = CallWords::tripped(group);
        call.text = trippedText(deployment);
        break;
    case Need::RolledBack:
        call.title = CallWords::goingBack(group);
        call.text = banner.detail;
        break;
    case Need::LongPaused:
        call.title = CallWords::paused(group);
        call.text = CallWords::pausedText();
        break;
    case Need::Ended:
        call.title = banner.title;
        call.text = sentences({banner.detail, banner.count});
        break;
    case Need::FoundOpen:
        break; // of an open deployment, which is no running one
    }
    return call;
}

DesktopCall callOf(const OpenDeployment& open)
{
    const QString group = open.plan.group;
    return {open.plan.deployment + u'/' + QString::number(int(Need::FoundOpen)), group, CallWords::open(group),
            howItStands(open)};
}

DesktopCall callOf(const OpenQuestion& open)
{
    return {open.question.id, open.question.node, accessTitle(open.question), accessReason(open.question)};
}

Attention::Attention(FleetDocument* document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(document, &FleetDocument::deploymentChanged, this, &Attention::look);
    connect(document, &FleetDocument::openDeploymentsChanged, this, &Attention::lookForOpen);
    connect(document, &FleetDocument::questionsChanged, this, &Attention::lookForQuestions);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &Attention::look);
    clock->start(lookMs);
}

void Attention::look()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const DeploymentState& deployment : m_document->deployments()) {
        if (const std::optional<Need> need = needOf(deployment, now))
            callOnce(callOf(*need, deployment));
    }
}

void Attention::lookForOpen()
{
    for (const OpenDeployment& open : m_document->openDeployments())
        callOnce(callOf(open));
}

/// Of many at once the first calls for all of them: they are answered in one place.
void Attention::lookForQuestions()
{
    if (!m_document->questions().isEmpty())
        callOnce(callOf(m_document->questions().first()));
}

void Attention::callOnce(const DesktopCall& call)
{
    if (m_called.contains(call.key))
        return;
    m_called.insert(call.key);
    Q_EMIT needed(call);
}

} // namespace snowmelt
