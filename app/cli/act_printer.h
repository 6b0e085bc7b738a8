// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/event_lines.h"

#include <QMap>

#include <optional>

namespace snowmelt {

/// What the person has read before an act begins; only news is worth a line after it.
struct Shown
{
    QList<PlanCheck> checks;
    QStringList accepted;
    QStringList deployments; ///< ids of open ones
};

/// Says the events of an act as they come: progress as one updating line on a terminal, as lines on a pipe; what
/// happened as lines that stay.
class ActPrinter
{
public:
    explicit ActPrinter(Console& console, Shown shown = {}, bool verbose = false)
        : m_console(console), m_shown(std::move(shown)), m_verbose(verbose)
    {
    }
    void print(const Event& event);
    const Plan& plan() const { return m_lines.plan(); } ///< the last one that was made

    void operator()(const Progress& progress);
    void operator()(const FleetObserved& observed) { m_fleet = observed.fleet; }
    void operator()(const ImageProved& proved);
    void operator()(const PlanMade& made);
    void operator()(const StepBegun& begun);
    void operator()(const TrafficCounted& counted) { m_traffic = counted; }
    void operator()(const WarningsAccepted& accepted);
    void operator()(const LeaseTaken& lease);
    void operator()(const DrainSeen& drain);
    void operator()(const GatesSeen& seen);
    void operator()(const OpenDeploymentsSeen& seen);
    void operator()(const Finished& finished);
    /// What is said in one line, whenever it comes.
    template <typename Body>
    void operator()(const Body& body)
    {
        say(m_lines(body));
    }

private:
    void say(const Line& line);
    /// Waiting speaks again when there is something new, and not all the time.
    void wait(const QString& text);

    Console& m_console;
    Shown m_shown;
    bool m_verbose;
    EventLines m_lines;
    QDateTime m_at; ///< of the event being printed
    QDateTime m_waitSaidAt;
    QString m_waitSaid;
    bool m_hasLens = false; ///< a drain is told node by node: a bare count of sessions is no news
    QMap<QString, bool> m_gates;
    std::optional<TrafficCounted> m_traffic;
    std::optional<FleetState> m_fleet;
};

} // namespace snowmelt
