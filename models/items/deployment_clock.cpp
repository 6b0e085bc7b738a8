// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deployment_clock.h"

#include "models/document/fleet_document.h"

#include <cstdlib>

namespace snowmelt {

namespace {

/// Seconds left are told in whole ones: an end that would move by less has not moved.
constexpr qint64 jitterMs = 2000;

void noteOnce(QDateTime& when, bool happened, const QDateTime& now)
{
    if (!happened)
        when = {};
    else if (!when.isValid())
        when = now;
}

void noteEnd(QDateTime& end, std::optional<int> secondsLeft, const QDateTime& now)
{
    if (!secondsLeft) {
        end = {};
        return;
    }
    const QDateTime next = now.addSecs(*secondsLeft);
    if (!end.isValid() || std::abs(end.msecsTo(next)) > jitterMs)
        end = next;
}

std::optional<int> drainLeft(const DeploymentState& deployment)
{
    if (!deployment.drain || deployment.paused)
        return {};
    return deployment.drain->secondsLeft;
}

std::optional<int> bakeLeft(const DeploymentState& deployment)
{
    if (deployment.paused || !deployment.waiting || deployment.waiting->phase != Phase::Baking)
        return {};
    return deployment.waiting->args.value(0).toInt();
}

} // namespace

void noteTimes(DeploymentTimes& times, const DeploymentState& deployment, const QDateTime& now)
{
    for (qsizetype i = times.asked.size(); i < deployment.asked.size(); ++i)
        times.asked.append({now, deployment.asked.at(i)});
    noteOnce(times.pausedAt, deployment.paused && deployment.running(), now);
    noteOnce(times.rolledBackAt, deployment.rollingBack.has_value(), now);
    noteOnce(times.failedAt, deployment.failed.has_value(), now);
    noteOnce(times.endedAt, deployment.finished.has_value(), now);
    noteEnd(times.drainUntil, drainLeft(deployment), now);
    noteEnd(times.bakeUntil, bakeLeft(deployment), now);
}

DeploymentClock* DeploymentClock::of(FleetDocument* document)
{
    if (auto* made = document->findChild<DeploymentClock*>(QString(), Qt::FindDirectChildrenOnly))
        return made;
    return new DeploymentClock(document);
}

DeploymentClock::DeploymentClock(FleetDocument* document) : QObject(document), m_document(document)
{
    connect(document, &FleetDocument::opened, this, [this] { m_times.clear(); });
    connect(document, &FleetDocument::deploymentChanged, this, &DeploymentClock::note);
    note();
}

void DeploymentClock::note()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const DeploymentState& deployment : m_document->deployments())
        noteTimes(m_times[deployment.operation], deployment, now);
}

} // namespace snowmelt
