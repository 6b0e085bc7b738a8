// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

namespace snowmelt {

/// What an event says to a person in one line, with the names that the plan before it gave. Empty: it is no news by
/// itself.
class EventLines
{
public:
    Line of(const EventBody& body) { return std::visit(*this, body); }
    const Plan& plan() const { return m_plan; }
    /// "[2/8] Create web-4 from shop 1.1.0"
    QString stepText(int step, StepKind kind) const;

    Line operator()(const Started& started) const;
    Line operator()(const NodeUnseen& unseen) const;
    Line operator()(const ImageBuilt& built) const;
    Line operator()(const ImageDue& due) const;
    Line operator()(const LockMoved& moved) const;
    Line operator()(const ImageProved& proved) const;
    Line operator()(const PlanMade& made);
    Line operator()(const StepBegun& begun) const;
    Line operator()(const StepDone& done) const;
    Line operator()(const StepFailed& failed) const;
    Line operator()(const RollingBack& rollingBack) const;
    Line operator()(const TrafficCounted& counted) const;
    Line operator()(const WarningsAccepted& accepted) const;
    Line operator()(const LeaseTaken& lease) const;
    Line operator()(const Controlled& told) const;
    Line operator()(const Paused& paused) const;
    Line operator()(const Continued& continued) const;
    Line operator()(const ConfigEdited& edited) const;
    Line operator()(const DrainSeen& drain) const;
    Line operator()(const GatesSeen& seen) const;
    Line operator()(const ImageSigned& made) const;
    Line operator()(const ImageTried& tried) const;
    Line operator()(const Finished& finished) const;
    // Nothing that happened: what was asked for is told by the verb that asked.
    Line operator()(const Progress&) const { return {}; }
    Line operator()(const LogLine&) const { return {}; }
    Line operator()(const FleetObserved&) const { return {}; }
    Line operator()(const NodeScanned&) const { return {}; }
    Line operator()(const NodesCompared&) const { return {}; }
    Line operator()(const DriftHistoryRead&) const { return {}; }
    Line operator()(const ScansDue&) const { return {}; }
    Line operator()(const QuestionAsked&) const { return {}; }
    Line operator()(const QuestionClosed&) const { return {}; }
    Line operator()(const ImagesListed&) const { return {}; }
    Line operator()(const OpenDeploymentsSeen&) const { return {}; }
    Line operator()(const OrphansSeen&) const { return {}; }
    Line operator()(const ReportMade&) const { return {}; }
    Line operator()(const Recorded&) const { return {}; }
    Line operator()(const HistoryListed&) const { return {}; }
    Line operator()(const ImagesCompared&) const { return {}; }
    Line operator()(const StoreVerified&) const { return {}; }
    Line operator()(const ImagesPruned&) const { return {}; }
    Line operator()(const PaperMade&) const { return {}; }
    Line operator()(const ImageExported&) const { return {}; }
    Line operator()(const ImageImported&) const { return {}; }

private:
    Plan m_plan;
};

/// "Requests 13,802 (blue 6,100, green 7,702), failed 0; own probes 120, failed 0"
QString trafficText(const TrafficCounted& counted);
/// "shop@1.0.0", or that the nodes that go run more than one image.
QString fromText(const Plan& plan);
/// "/etc/motd: 12 B sha256:0123456789ab → 13 B sha256:ba9876543210"
Line differenceLine(const ImageDifference& difference);
/// "Accepted: driftUnknown"
QString acceptedText(const QStringList& codes);

} // namespace snowmelt
