// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/json_archive.h"

/// The fields of every value that JSON carries, each named once for both directions. The names are a promise: the
/// journal and other people's scripts read them.
namespace snowmelt {

/// A value as the archive takes it: const when it is written.
template <typename Archive, typename T>
using Field = typename Archive::template Reference<T>;

template <typename Archive>
void describe(Archive& archive, Field<Archive, Error> value)
{
    archive("code", value.code);
    archive("args", value.args);
    archive("detail", value.detail);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Endpoint> value)
{
    archive("host", value.host);
    archive("port", value.port);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeState> value)
{
    archive("name", value.name);
    archive("group", value.group);
    archive("role", value.role);
    archive("slot", value.slot);
    archive("side", value.side);
    archive("lifecycle", value.lifecycle);
    archive("health", value.health);
    archive("healthReason", value.healthReason);
    archive("image", value.image);
    archive("digest", value.digest);
    archive("deployment", value.deployment);
    archive("address", value.address);
    archive("ssh", value.ssh);
    archive("service", value.service);
    archive("bornAt", value.bornAt);
    archive("startedAt", value.startedAt);
    archive("share", value.share);
    archive("sessions", value.sessions);
    archive("requestRate", value.requestRate);
    archive("driftCount", value.driftCount);
    archive("driftComplete", value.driftComplete);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GroupState> value)
{
    archive("name", value.name);
    archive("wanted", value.wanted);
    archive("blueprintImage", value.blueprintImage);
    archive("nodes", value.nodes);
    archive("requests", value.requests);
    archive("failed", value.failed);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, BalancerState> value)
{
    archive("node", value.node);
    archive("driver", value.driver);
    archive("version", value.version);
    archive("serves", value.serves);
    archive("entry", value.entry);
    archive("requestRate", value.requestRate);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DatabaseState> value)
{
    archive("node", value.node);
    archive("engine", value.engine);
    archive("version", value.version);
    archive("connections", value.connections);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, FleetState> value)
{
    archive("fleetId", value.fleetId);
    archive("name", value.name);
    archive("platform", value.platform);
    archive("observedAt", value.observedAt);
    archive("balancers", value.balancers);
    archive("groups", value.groups);
    archive("databases", value.databases);
    archive("blind", value.blind);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, FieldChange> value)
{
    archive("field", value.field);
    archive("baseline", value.baseline);
    archive("actual", value.actual);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Difference> value)
{
    archive("section", value.section);
    archive("kind", value.kind);
    archive("key", value.key);
    archive("fields", value.fields);
    archive("baselineText", value.baselineText);
    archive("actualText", value.actualText);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Unseen> value)
{
    archive("section", value.section);
    archive("what", value.what);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LeftOut> value)
{
    archive("pattern", value.pattern);
    archive("reason", value.reason);
    archive("count", value.count);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DriftReport> value)
{
    archive("node", value.node);
    archive("baselineImage", value.baselineImage);
    archive("baselineDigest", value.baselineDigest);
    archive("scannedAt", value.scannedAt);
    archive("differences", value.differences);
    archive("unseen", value.unseen);
    archive("leftOut", value.leftOut);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageRecord> value)
{
    archive("ref", value.ref);
    archive("digest", value.digest);
    archive("parent", value.parent);
    archive("tier", value.tier);
    archive("builtAt", value.builtAt);
    archive("size", value.size);
    archive("ownSize", value.ownSize);
    archive("packages", value.packages);
    archive("buildMs", value.buildMs);
    archive("stale", value.stale);
    archive("nodes", value.nodes);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, PlannedNode> value)
{
    archive("name", value.name);
    archive("slot", value.slot);
    archive("image", value.image);
    archive("digest", value.digest);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Step> value)
{
    archive("kind", value.kind);
    archive("commands", value.commands);
    archive("noReturn", value.noReturn);
    archive("undo", value.undo);
    archive("nodes", value.nodes);
    archive("serving", value.serving);
    archive("typicalMs", value.typicalMs);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, PlanCheck> value)
{
    archive("code", value.code);
    archive("verdict", value.verdict);
    archive("args", value.args);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Gates> value)
{
    archive("failedPercent", value.failedPercent);
    archive("latencyFactor", value.latencyFactor);
    archive("leastRequests", value.leastRequests);
    archive("checks", value.checks);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Prices> value)
{
    archive("currency", value.currency);
    archive("perNodeHour", value.perNodeHour);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Plan> value)
{
    archive("deployment", value.deployment);
    archive("strategy", value.strategy);
    archive("fleet", value.fleet);
    archive("group", value.group);
    archive("balancer", value.balancer);
    archive("from", value.from);
    archive("to", value.to);
    archive("toDigest", value.toDigest);
    archive("blue", value.blue);
    archive("green", value.green);
    archive("bakeSeconds", value.bakeSeconds);
    archive("healthSeconds", value.healthSeconds);
    archive("drainSeconds", value.drainSeconds);
    archive("steps", value.steps);
    archive("checks", value.checks);
    archive("gates", value.gates);
    archive("keepGreen", value.keepGreen);
    archive("prices", value.prices);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Started> value)
{
    archive("verb", value.verb);
    archive("fleet", value.fleet);
    archive("subject", value.subject);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Progress> value)
{
    archive("phase", value.phase);
    archive("args", value.args);
    archive("done", value.done);
    archive("total", value.total);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LogLine> value)
{
    archive("source", value.source);
    archive("text", value.text);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, FleetObserved> value)
{
    archive("fleet", value.fleet);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeScanned> value)
{
    archive("report", value.report);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, NodeUnseen> value)
{
    archive("node", value.node);
    archive("error", value.error);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImagesListed> value)
{
    archive("images", value.images);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ImageBuilt> value)
{
    archive("image", value.image);
    archive("reused", value.reused);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, PlanMade> value)
{
    archive("plan", value.plan);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepBegun> value)
{
    archive("step", value.step);
    archive("kind", value.kind);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepDone> value)
{
    archive("step", value.step);
    archive("kind", value.kind);
    archive("ms", value.ms);
    archive("observed", value.observed);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepFailed> value)
{
    archive("step", value.step);
    archive("kind", value.kind);
    archive("error", value.error);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, RollingBack> value)
{
    archive("from", value.from);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, SideTraffic> value)
{
    archive("requests", value.requests);
    archive("failed", value.failed);
    archive("rate", value.rate);
    archive("sessions", value.sessions);
    archive("meanMs", value.meanMs);
    archive("probes", value.probes);
    archive("probesFailed", value.probesFailed);
    archive("probeP50", value.probeP50);
    archive("probeP95", value.probeP95);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, TrafficCounted> value)
{
    archive("requests", value.requests);
    archive("failed", value.failed);
    archive("blue", value.blue);
    archive("green", value.green);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DrainingNode> value)
{
    archive("node", value.node);
    archive("sessions", value.sessions);
    archive("oldestSeconds", value.oldestSeconds);
    archive("webSockets", value.webSockets);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GateReading> value)
{
    archive("gate", value.gate);
    archive("measured", value.measured);
    archive("limit", value.limit);
    archive("known", value.known);
    archive("passes", value.passes);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, WarningsAccepted> value)
{
    archive("codes", value.codes);
    archive("person", value.person);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, LeaseTaken> value)
{
    archive("holder", value.holder);
    archive("since", value.since);
    archive("until", value.until);
    archive("from", value.from);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Controlled> value)
{
    archive("command", value.command);
    archive("person", value.person);
    archive("seconds", value.seconds);
    archive("refused", value.refused);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Paused> value)
{
    archive("step", value.step);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Continued> value)
{
    archive("step", value.step);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DrainSeen> value)
{
    archive("nodes", value.nodes);
    archive("secondsLeft", value.secondsLeft);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, GatesSeen> value)
{
    archive("gates", value.gates);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, OpenDeployment> value)
{
    archive("plan", value.plan);
    archive("verb", value.verb);
    archive("person", value.person);
    archive("startedAt", value.startedAt);
    archive("step", value.step);
    archive("goingBack", value.goingBack);
    archive("died", value.died);
    archive("error", value.error);
    archive("serving", value.serving);
    archive("blueThere", value.blueThere);
    archive("greenThere", value.greenThere);
    archive("ways", value.ways);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, OpenDeploymentsSeen> value)
{
    archive("open", value.open);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Orphan> value)
{
    archive("kind", value.kind);
    archive("name", value.name);
    archive("group", value.group);
    archive("deployment", value.deployment);
    archive("image", value.image);
    archive("bornAt", value.bornAt);
    archive("reason", value.reason);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, OrphansSeen> value)
{
    archive("orphans", value.orphans);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, StepReport> value)
{
    archive("kind", value.kind);
    archive("end", value.end);
    archive("begunAt", value.begunAt);
    archive("ms", value.ms);
    archive("commands", value.commands);
    archive("observed", value.observed);
    archive("error", value.error);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, AskedReport> value)
{
    archive("at", value.at);
    archive("person", value.person);
    archive("command", value.command);
    archive("seconds", value.seconds);
    archive("refused", value.refused);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, DeploymentReport> value)
{
    archive("operation", value.operation);
    archive("verb", value.verb);
    archive("person", value.person);
    archive("startedAt", value.startedAt);
    archive("endedAt", value.endedAt);
    archive("plan", value.plan);
    archive("outcome", value.outcome);
    archive("safety", value.safety);
    archive("error", value.error);
    archive("accepted", value.accepted);
    archive("rolledBack", value.rolledBack);
    archive("rolledBackAt", value.rolledBackAt);
    archive("leaseFrom", value.leaseFrom);
    archive("leaseReason", value.leaseReason);
    archive("steps", value.steps);
    archive("asked", value.asked);
    archive("traffic", value.traffic);
    archive("switchMs", value.switchMs);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, ReportMade> value)
{
    archive("report", value.report);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Recorded> value)
{
    archive("event", value.event);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, HistoryEntry> value)
{
    archive("operation", value.operation);
    archive("verb", value.verb);
    archive("fleet", value.fleet);
    archive("subject", value.subject);
    archive("person", value.person);
    archive("startedAt", value.startedAt);
    archive("endedAt", value.endedAt);
    archive("outcome", value.outcome);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, HistoryListed> value)
{
    archive("entries", value.entries);
}

template <typename Archive>
void describe(Archive& archive, Field<Archive, Finished> value)
{
    archive("outcome", value.outcome);
    archive("safety", value.safety);
    archive("error", value.error);
    archive("ms", value.ms);
}

} // namespace snowmelt
