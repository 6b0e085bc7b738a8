// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QHash>
#include <QObject>

namespace snowmelt {

class FleetDocument;
struct DeploymentState;

/// What a person told a deployment, and when it was heard.
struct AskedAt
{
    QDateTime at; ///< UTC
    Controlled told;
    bool operator==(const AskedAt&) const = default;
};

/// When what a deployment's state tells happened, and until when it goes on. Null: it did not, or does not.
struct DeploymentTimes
{
    QList<AskedAt> asked;
    QDateTime pausedAt; ///< while it stands still
    QDateTime rolledBackAt;
    QDateTime failedAt;
    QDateTime endedAt;
    QDateTime drainUntil; ///< while blue drains: then a person must decide
    QDateTime bakeUntil;  ///< while green is watched: then blue is retired. Null while paused: the bake stands still
    bool operator==(const DeploymentTimes&) const = default;
};

/// Folds what is new in `deployment` at `now` (UTC). Pure.
void noteTimes(DeploymentTimes& times, const DeploymentState& deployment, const QDateTime& now);

/// Keeps the times of the document's deployments. One per document, made when it is first asked for.
class DeploymentClock final : public QObject
{
    Q_OBJECT
public:
    /// Ask before connecting to the document's own signals: then the times are there when they are told.
    static DeploymentClock* of(FleetDocument* document);
    DeploymentTimes timesOf(const OperationId& deployment) const { return m_times.value(deployment); }

private:
    explicit DeploymentClock(FleetDocument* document);
    void note();

    FleetDocument* m_document;
    QHash<OperationId, DeploymentTimes> m_times;
};

} // namespace snowmelt
