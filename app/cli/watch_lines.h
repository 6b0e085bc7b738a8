// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

#include <QMap>
#include <QSet>

namespace snowmelt {

/// What is news of a fleet that is watched: what is said of it is not said again until it is otherwise.
class WatchLines
{
public:
    /// Lines for people; none: it is no news.
    QList<Line> of(const Event& event);

private:
    struct Known
    {
        Lifecycle lifecycle = Lifecycle::Absent;
        Health health = Health::Unknown;
        bool operator==(const Known&) const = default;
    };

    void take(const FleetObserved& seen);
    void take(const NodeScanned& scanned);
    void take(const NodeUnseen& unseen);
    void take(const ScansDue& due);
    void take(const OpenDeploymentsSeen& seen);
    template <typename Other>
    void take(const Other&)
    {
    }
    void takeWhole(const FleetState& fleet, const QList<Error>& blind);
    void takeNode(const NodeState& node);
    void takeHost(const NodeState& node, const Error* unseen);
    void forgetGone(const QSet<QString>& there);
    void say(const QString& subject, TerminalInk ink, const QString& text);

    QDateTime m_at; ///< of the event at hand
    QList<Line> m_lines;
    bool m_seen = false; ///< the fleet, once
    bool m_blind = false;
    QMap<QString, Known> m_nodes;
    QMap<QString, DriftReport> m_reports;
    QMap<QString, ErrorCode> m_unreached; ///< hosts that were there before, and why they could not be seen
    QSet<QString> m_unseen;               ///< could not be scanned
    QMap<QString, qint64> m_retrySeconds; ///< of them: how long until they are tried again
    QStringList m_open;                   ///< deployments, by id
};

} // namespace snowmelt
